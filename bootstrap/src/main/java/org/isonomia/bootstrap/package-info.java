/** The program itself: command line, configuration, and the wiring of the hexagon by constructors. */
@NullMarked
package org.isonomia.bootstrap;

import org.jspecify.annotations.NullMarked;
