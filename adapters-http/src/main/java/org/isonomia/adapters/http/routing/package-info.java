/**
 * What every route has to go through: who may ask, how input is read, how answers and refusals are written.
 *
 * <p>Start at {@link org.isonomia.adapters.http.routing.GuardedRoutes}.
 */
@NullMarked
package org.isonomia.adapters.http.routing;

import org.jspecify.annotations.NullMarked;
