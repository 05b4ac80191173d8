/** Long campaigns that the ordinary build leaves out: {@code ./isonomia campaign}; see docs/reliability.md. */
@NullMarked
package org.isonomia.campaign;

import org.jspecify.annotations.NullMarked;
