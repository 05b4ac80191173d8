/** The example of this module's README, compiled and run. */
@NullMarked
package org.isonomia.domain.example;

import org.jspecify.annotations.NullMarked;
