@NullMarked
package org.isonomia.application.document;

import org.jspecify.annotations.NullMarked;
