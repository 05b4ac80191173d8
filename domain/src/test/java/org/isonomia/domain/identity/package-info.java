@NullMarked
package org.isonomia.domain.identity;

import org.jspecify.annotations.NullMarked;
