@NullMarked
package org.isonomia.domain.plan;

import org.jspecify.annotations.NullMarked;
