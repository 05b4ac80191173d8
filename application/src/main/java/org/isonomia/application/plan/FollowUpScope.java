package org.isonomia.application.plan;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.isonomia.application.access.Room;
import org.isonomia.application.spi.ForbiddenException;
import org.isonomia.domain.access.Actor;
import org.isonomia.domain.access.Permission;
import org.isonomia.domain.access.Policy;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.DirectoryEntry.Directory;
import org.isonomia.domain.network.Person;
import org.isonomia.domain.plan.Action;

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
        ImmutableMap<Code, Code> units = room.reach().everything() ? ImmutableMap.of() : unitsOfLeads(stored);
        for (Action action : changed) {
            Optional.ofNullable(stored.get(action.code())).ifPresent(before -> {
                refuseOutOfReach(before, units);
                refuseOther(action.code(), keysBeyond(allowed, before, action));
            });
        }
    }

    private void refuseOutOfReach(Action action, ImmutableMap<Code, Code> units) {
        Optional<Code> lead = action.content().roles().lead();
        ImmutableSet.Builder<Code> contributing =
                ImmutableSet.<Code>builder().addAll(action.content().roles().units());
        lead.map(units::get).ifPresent(contributing::add);
        if (!room.reach().covers(lead, contributing.build())) {
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

    private ImmutableMap<Code, Code> unitsOfLeads(Map<Code, Action> actions) {
        ImmutableSet<Code> leads = actions.values().stream()
                .flatMap(action -> action.content().roles().lead().stream())
                .collect(ImmutableSet.toImmutableSet());
        ImmutableMap.Builder<Code, Code> units = ImmutableMap.builder();
        room.stores().directory().findAll(Directory.PEOPLE, leads).forEach(stored -> {
            if (stored.entry() instanceof Person person) {
                person.unit().ifPresent(unit -> units.put(person.code(), unit));
            }
        });
        return units.buildOrThrow();
    }
}
