@NullMarked
package org.isonomia.domain.access;

import org.jspecify.annotations.NullMarked;
