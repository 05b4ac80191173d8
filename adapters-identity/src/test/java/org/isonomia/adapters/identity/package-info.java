@NullMarked
package org.isonomia.adapters.identity;

import org.jspecify.annotations.NullMarked;
