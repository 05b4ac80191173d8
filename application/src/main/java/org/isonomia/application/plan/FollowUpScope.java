package org.isonomia.application.plan;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.isonomia.application.access.Room;
import org.isonomia.application.spi.ForbiddenException;
import org.isonomia.domain.access.Actor;
import org.isonomia.domain.access.Permission;
import org.isonomia.domain.access.Policy;
import org.isonomia.domain.access.Reach;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.plan.Action;
import org.isonomia.domain.plan.ActionRoles;

/**
 * Holds a change of actions to what its caller may do: who edits the plan changes anything; who follows all actions up
 * changes how they are carried out; who follows up some of them changes how those stand.
 *
 * @param room what the caller was let into
 * @param actor the caller
 */
record FollowUpScope(Room room, Actor actor) {

    private static final ImmutableSet<String> STANDING =
            ImmutableSet.of("statuses", "milestones", "actual", "documents");
    private static final ImmutableSet<String> CARRYING_OUT = ImmutableSet.<String>builder()
            .addAll(STANDING)
            .add("planned", "lead", "sponsor", "units", "partners")
            .build();

    /**
     * @throws ForbiddenException if an action is out of the caller's reach, or more of it changes than the caller may change
     */
    void check(Map<Code, Action> stored, Collection<Action> changed) {
        if (Policy.reach(actor, Permission.EDIT_PLAN, room.organisation().id()).everything()) {
            return;
        }
        ImmutableSet<String> allowed = room.reach().everything() ? CARRYING_OUT : STANDING;
        Reach reach = withFunctionsOfUnits(room.reach());
        for (Action action : changed) {
            Optional.ofNullable(stored.get(action.code())).ifPresent(before -> {
                refuseOutOfReach(before, reach);
                refuseOther(action.code(), keysBeyond(allowed, before, action));
            });
        }
    }

    private static void refuseOutOfReach(Action action, Reach reach) {
        ActionRoles roles = action.content().roles();
        if (!reach.covers(roles.lead(), roles.units())) {
            throw new ForbiddenException("action " + action.code() + " is led by others");
        }
    }

    private static ImmutableList<String> keysBeyond(ImmutableSet<String> allowed, Action before, Action after) {
        return PlanExchangeService.keys(ActionFormat.write(before), ActionFormat.write(after)).stream()
                .filter(key -> !allowed.contains(key))
                .collect(toImmutableList());
    }

    private static void refuseOther(Code action, ImmutableList<String> keys) {
        if (!keys.isEmpty()) {
            throw new ForbiddenException(
                    "only who may edit the plan can change of action " + action + ": " + String.join(", ", keys));
        }
    }

    /** What functions of a unit lead is the unit's as well. */
    private Reach withFunctionsOfUnits(Reach reach) {
        return reach.everything() || reach.units().isEmpty()
                ? reach
                : reach.leading(room.stores().directory().functionsOf(reach.units()));
    }
}
