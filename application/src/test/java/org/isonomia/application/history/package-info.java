@NullMarked
package org.isonomia.application.history;

import org.jspecify.annotations.NullMarked;
