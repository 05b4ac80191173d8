@NullMarked
package org.isonomia.domain.kernel;

import org.jspecify.annotations.NullMarked;
