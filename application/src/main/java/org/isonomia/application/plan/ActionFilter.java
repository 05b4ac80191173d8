package org.isonomia.application.plan;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.isonomia.application.spi.PlanSearch;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.CommitmentLevel;
import org.isonomia.domain.plan.ActionProfile;
import org.isonomia.domain.plan.DeclaredStatus;
import org.isonomia.domain.plan.Health;

/**
 * Which actions of a plan to list. An empty set does not filter; within a set any may match, all filters must.
 *
 * @param axes axes they lie in, directly or through the axes inside
 * @param statuses the statuses declared last
 * @param healths how they stand today
 * @param kinds what sort
 * @param levels how firmly committed
 * @param leads the functions that lead them
 * @param territories the territories they name
 * @param text words that title, code, description or objective contain
 */
public record ActionFilter(
        ImmutableSet<Code> axes,
        ImmutableSet<DeclaredStatus> statuses,
        ImmutableSet<Health.State> healths,
        ImmutableSet<ActionProfile.Kind> kinds,
        ImmutableSet<CommitmentLevel> levels,
        ImmutableSet<Code> leads,
        ImmutableSet<Code> territories,
        Optional<String> text) {

    /** All actions. */
    public static final ActionFilter ALL = new ActionFilter(
            ImmutableSet.of(),
            ImmutableSet.of(),
            ImmutableSet.of(),
            ImmutableSet.of(),
            ImmutableSet.of(),
            ImmutableSet.of(),
            ImmutableSet.of(),
            Optional.empty());

    /** The actions of an axis and of those inside it. */
    public static ActionFilter inAxis(Code axis) {
        return new ActionFilter(
                ImmutableSet.of(axis),
                ALL.statuses,
                ALL.healths,
                ALL.kinds,
                ALL.levels,
                ALL.leads,
                ALL.territories,
                ALL.text);
    }

    /**
     * In which order, how many, from where.
     *
     * @param sort the order
     * @param descending whether it is turned round
     * @param limit how many at most, from 1
     * @param after the cursor the page before gave
     */
    public record Paging(PlanSearch.Sort sort, boolean descending, int limit, Optional<String> after) {

        /** The first hundred in order of code. */
        public static final Paging FIRST = new Paging(PlanSearch.Sort.CODE, false, 100, Optional.empty());

        /** Everything in order of code. */
        public static final Paging EVERYTHING = new Paging(PlanSearch.Sort.CODE, false, 1_000_000, Optional.empty());
    }
}
