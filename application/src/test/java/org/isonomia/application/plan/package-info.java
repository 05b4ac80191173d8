@NullMarked
package org.isonomia.application.plan;

import org.jspecify.annotations.NullMarked;
