@NullMarked
package org.isonomia.application.identity;

import org.jspecify.annotations.NullMarked;
