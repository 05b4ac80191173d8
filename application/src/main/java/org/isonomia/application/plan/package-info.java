/**
 * The use cases of the plan feature. Start at {@link org.isonomia.application.plan.PlanReading}, {@link
 * org.isonomia.application.plan.PlanEditing} and {@link org.isonomia.application.plan.PlanExchange}.
 */
@NullMarked
package org.isonomia.application.plan;

import org.jspecify.annotations.NullMarked;
