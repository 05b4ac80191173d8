@NullMarked
package org.isonomia.domain.journal;

import org.jspecify.annotations.NullMarked;
