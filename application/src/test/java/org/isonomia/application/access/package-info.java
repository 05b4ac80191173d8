@NullMarked
package org.isonomia.application.access;

import org.jspecify.annotations.NullMarked;
