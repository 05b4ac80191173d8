package org.isonomia.domain.plan;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Collection;
import org.isonomia.domain.kernel.RuleViolationException;
import org.isonomia.domain.kernel.Violation;
import org.isonomia.domain.network.NetworkViolations;
import org.isonomia.domain.network.OrganisationId;

/**
 * That an organisation lets the network it belongs to see certain fields of one of its plans, as they are at any moment.
 * Which plan it is, its title and whether it is an illustration are always seen; nothing else is.
 *
 * @param plan the plan
 * @param with the organisation that leads the network
 * @param fields what else is seen; what is of actions needs {@link Field#ACTIONS}
 */
public record PlanShare(PlanId plan, OrganisationId with, ImmutableSet<Field> fields) {

    /** What can be shared of a plan. */
    public enum Field {
        /** When the plan runs. */
        PERIOD,
        /** How far the plan is in its life. */
        STATUS,
        /** What it says of itself. */
        DESCRIPTION,
        /** Its axes: codes and titles, and in which axis an action lies. */
        AXES,
        /** Its actions: codes and titles. */
        ACTIONS,
        /** The status of each action that was declared last. */
        ACTION_STATUS,
        /** How far each action has come. */
        ACTION_PROGRESS,
        /** When each action is planned. */
        ACTION_DATES
    }

    private static final ImmutableSet<Field> OF_ACTIONS =
            Sets.immutableEnumSet(Field.ACTION_STATUS, Field.ACTION_PROGRESS, Field.ACTION_DATES);

    /**
     * @throws RuleViolationException if something of actions is shared without them
     */
    public PlanShare {
        requireNonNull(plan, "plan");
        requireNonNull(with, "with");
        RuleViolationException.throwIfAny(violations(fields));
        fields = Sets.immutableEnumSet(fields);
    }

    /** What keeps these fields from being shared; empty if nothing does. */
    public static ImmutableList<Violation> violations(Collection<Field> fields) {
        return fields.contains(Field.ACTIONS) || fields.stream().noneMatch(OF_ACTIONS::contains)
                ? ImmutableList.of()
                : ImmutableList.of(Violation.of(
                                NetworkViolations.ACTIONS_NEEDED,
                                "statuses, progress and dates of actions are shared with the actions only")
                        .with("pointer", "/fields"));
    }
}
