/**
 * The few values every feature of the model speaks: codes, dates as people write them, what a rule refuses and why.
 *
 * <p>Start at {@link org.isonomia.domain.kernel.Violation} for how a refusal is told, and at
 * {@link org.isonomia.domain.kernel.PartialDate} for how a date is. Everything here is immutable.
 */
@NullMarked
package org.isonomia.domain.kernel;

import org.jspecify.annotations.NullMarked;
