/**
 * The plan: what was promised, by whom it is carried, what has been done of it.
 *
 * <p>Two aggregates. {@link org.isonomia.domain.plan.Plan} holds the axes, the means, the governance and the amendments;
 * {@link org.isonomia.domain.plan.Action} holds one action with its milestones and its declared statuses. What people
 * declare and what is computed are two things: {@link org.isonomia.domain.plan.Progress} and
 * {@link org.isonomia.domain.plan.Health} are never stored as if somebody had said them.
 */
@NullMarked
package org.isonomia.domain.plan;

import org.jspecify.annotations.NullMarked;
