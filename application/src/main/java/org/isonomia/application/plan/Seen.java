package org.isonomia.application.plan;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.isonomia.application.access.Room;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.application.spi.Stores;
import org.isonomia.domain.access.Sight;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.plan.Action;
import org.isonomia.domain.plan.ActionLink;
import org.isonomia.domain.plan.Disclosure;
import org.isonomia.domain.plan.Plan;

/**
 * The plans and actions of an organisation that a caller sees; what they do not see is not there.
 *
 * @param stores the stores
 * @param sight what the caller sees
 */
record Seen(Stores stores, Sight sight) {

    static Seen in(Room room) {
        return new Seen(room.stores(), room.sight());
    }

    ImmutableList<Plan> plans() {
        return stores.plans().list().stream().filter(this::sees).collect(toImmutableList());
    }

    /**
     * @throws NotFoundException if the caller sees no such plan
     */
    Plan plan(PlanKey key) {
        return stores.plans()
                .find(key.plan())
                .filter(this::sees)
                .orElseThrow(() -> new NotFoundException("no plan has this code: " + key));
    }

    private boolean sees(Plan plan) {
        return sight.sees(plan.content().profile().visibility());
    }

    /**
     * @throws NotFoundException if the caller sees no such action
     */
    Linked action(Plan plan, PlanKey key, Code code) {
        Action action = stores.actions()
                .find(plan.id(), code)
                .flatMap(found -> Disclosure.seen(found, sight))
                .orElseThrow(() -> none(key, code));
        ImmutableSet<Code> targets =
                action.content().links().stream().map(ActionLink::target).collect(toImmutableSet());
        ImmutableMap<Code, String> titles = stores.actions().findAll(plan.id(), targets).stream()
                .flatMap(other -> Disclosure.seen(other, sight).stream())
                .collect(toImmutableMap(
                        Action::code, other -> other.content().profile().title()));
        return new Linked(Disclosure.linkedTo(action, titles.keySet()), titles);
    }

    /** There is the plan, but not the action. */
    static NotFoundException none(PlanKey key, Code code) {
        return new NotFoundException("no action " + code + " in plan " + key);
    }

    /** The actions that exist of those asked for, whole, if the caller sees them. */
    ImmutableMap<Code, Action> whole(Plan plan, ImmutableList<Code> codes) {
        return stores.actions().findAll(plan.id(), codes).stream()
                .filter(action -> Disclosure.seen(action, sight).isPresent())
                .collect(toImmutableMap(Action::code, action -> action));
    }

    /** What the caller sees of an action, links to others included. */
    Optional<Action> of(Action whole) {
        return Disclosure.seen(whole, sight)
                .map(seen -> sight.isComplete() || seen.content().links().isEmpty()
                        ? seen
                        : Disclosure.linkedTo(seen, stores.actions().codes(whole.plan(), sight)));
    }

    /**
     * An action as somebody sees it.
     *
     * @param action the action
     * @param titles the titles of the actions it links to
     */
    record Linked(Action action, ImmutableMap<Code, String> titles) {}
}
