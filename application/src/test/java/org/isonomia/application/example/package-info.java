/** The example of this module's README, compiled and run. */
@NullMarked
package org.isonomia.application.example;

import org.jspecify.annotations.NullMarked;
