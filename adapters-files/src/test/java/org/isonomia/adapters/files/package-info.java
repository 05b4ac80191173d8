@NullMarked
package org.isonomia.adapters.files;

import org.jspecify.annotations.NullMarked;
