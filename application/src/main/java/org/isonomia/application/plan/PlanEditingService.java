package org.isonomia.application.plan;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.isonomia.application.access.Caller;
import org.isonomia.application.access.Gateway;
import org.isonomia.application.access.Room;
import org.isonomia.application.access.UseCase;
import org.isonomia.application.document.Fields;
import org.isonomia.application.document.Node;
import org.isonomia.application.document.Problems;
import org.isonomia.application.reference.ReferenceData;
import org.isonomia.application.spi.DuplicateCodeException;
import org.isonomia.application.spi.IdSource;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.application.spi.StaleAggregateException;
import org.isonomia.application.spi.Stores;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.RuleViolationException;
import org.isonomia.domain.kernel.Violation;
import org.isonomia.domain.network.Organisation;
import org.isonomia.domain.plan.Action;
import org.isonomia.domain.plan.ActionId;
import org.isonomia.domain.plan.ActionLink;
import org.isonomia.domain.plan.Amendment;
import org.isonomia.domain.plan.Axis;
import org.isonomia.domain.plan.HealthRule;
import org.isonomia.domain.plan.Plan;
import org.isonomia.domain.plan.PlanContent;
import org.isonomia.domain.plan.PlanStatus;
import org.isonomia.domain.plan.PlanViolations;

final class PlanEditingService implements PlanEditing {

    private final Gateway gateway;
    private final Caller caller;
    private final IdSource ids;
    private final ReferenceData reference;
    private final Today today;

    PlanEditingService(Gateway gateway, Caller caller, IdSource ids, ReferenceData reference, Today today) {
        this.gateway = requireNonNull(gateway, "gateway");
        this.caller = requireNonNull(caller, "caller");
        this.ids = requireNonNull(ids, "ids");
        this.reference = requireNonNull(reference, "reference");
        this.today = requireNonNull(today, "today");
    }

    @Override
    public void changePlan(PlanKey key, Edit edit) {
        onPlan(UseCase.CHANGE_PLAN, key, edit.amendment(), (room, plan, day) -> {
            Stores stores = room.stores();
            expect(edit.expectedVersion(), plan.version(), "plan " + key);
            Problems problems = new Problems();
            Optional<PlanEntry> entry =
                    PlanFormat.read(Node.mergePatch(PlanFormat.write(plan), edit.patch()), "", problems);
            References.check(problems, Seen.in(room), plan, reference);
            RuleViolationException.throwIfAny(problems.all());
            PlanEntry wanted = entry.orElseThrow();
            refuseOther("/code", plan.code().value(), wanted.code().value());
            refuseOther("/status", Fields.wordOf(plan.status()), Fields.wordOf(wanted.status()));
            var content = wanted.with(plan.axes(), plan.content().engagements());
            save(stores, plan, content, Voted.inPlan(plan.content(), content), edit, day);
            return plan.code();
        });
    }

    private static void refuseOther(String pointer, String stored, String wanted) {
        if (!stored.equals(wanted)) {
            throw new RuleViolationException(PlanExchangeService.misplaced(
                    pointer, "this cannot be changed here: it is " + stored + ", not " + wanted));
        }
    }

    @Override
    public void transition(PlanKey key, OptionalInt expectedVersion, PlanStatus target) {
        onPlan(UseCase.TRANSITION_PLAN, key, Optional.empty(), (stores, plan) -> {
            expect(expectedVersion, plan.version(), "plan " + key);
            if (plan.status() != target) {
                stores.plans().save(plan.transitionTo(target));
            }
            return plan.code();
        });
    }

    @Override
    public void changeAxis(PlanKey key, Code code, Edit edit) {
        onPlan(UseCase.CHANGE_AXIS, key, edit.amendment(), (room, plan, day) -> {
            Stores stores = room.stores();
            expect(edit.expectedVersion(), plan.version(), "plan " + key);
            Node before = plan.axes()
                    .find(code)
                    .map(PlanFormat::write)
                    .orElse(Node.mapping(ImmutableMap.of("code", Node.text(code.value()))));
            Problems problems = new Problems();
            Optional<Axis> axis = PlanFormat.axis(Node.mergePatch(before, edit.patch()), "", problems);
            References.check(problems, Seen.in(room), plan, reference);
            RuleViolationException.throwIfAny(problems.all());
            refuseOther("/code", code.value(), axis.orElseThrow().code().value());
            PlanContent content = plan.content().withAxes(plan.axes().with(axis.orElseThrow()));
            save(stores, plan, content, Voted.inAxis(plan, content, code), edit, day);
            return code;
        });
    }

    @Override
    public void removeAxis(PlanKey key, Code code, Edit edit) {
        onPlan(UseCase.REMOVE_AXIS, key, edit.amendment(), (room, plan, day) -> {
            Stores stores = room.stores();
            expect(edit.expectedVersion(), plan.version(), "plan " + key);
            if (plan.axes().find(code).isEmpty()) {
                throw new NotFoundException("no axis has this code: " + code);
            }
            if (stores.search()
                    .figures(plan.id(), day, HealthRule.DEFAULT, room.sight())
                    .containsKey(code)) {
                throw new RuleViolationException(
                        Violation.of(PlanViolations.AXIS_IN_USE, "actions lie in this axis: " + code)
                                .with("subject", code.value()));
            }
            PlanContent content = plan.content().withAxes(plan.axes().without(code));
            save(stores, plan, content, Voted.inAxis(plan, content, code), edit, day);
            return code;
        });
    }

    private void save(Stores stores, Plan plan, PlanContent content, Voted voted, Edit edit, LocalDate day) {
        Optional<Amendment> amendment =
                voted.amendment(plan, edit.amendment(), caller.actor().name(), day);
        stores.plans().save(plan.revise(content, amendment));
    }

    @Override
    public Code addAction(PlanKey key, Edit edit) {
        return onPlan(UseCase.ADD_ACTION, key, edit.amendment(), (room, plan, day) -> {
            Stores stores = room.stores();
            Problems problems = new Problems();
            Optional<ActionEntry> read = ActionFormat.read(edit.patch(), "", problems);
            References.check(problems, Seen.in(room), plan, reference);
            RuleViolationException.throwIfAny(problems.all());
            ActionEntry entry = read.orElseThrow();
            if (stores.actions().find(plan.id(), entry.code()).isPresent()) {
                throw new DuplicateCodeException("an action has this code already: " + entry.code());
            }
            Action action = entry.toAction(new ActionId(ids.next()), plan.id());
            RuleViolationException.throwIfAny(Happened.violations(action, Optional.empty(), day, ""));
            refuseCircle(stores, plan, ImmutableMap.of(action.code(), new Changed(action, "")));
            Voted voted = Voted.inAction(Optional.empty(), Optional.of(action), Optional.of(""));
            amend(stores, plan, voted, edit.amendment(), day);
            stores.actions().addAll(ImmutableList.of(action));
            return action.code();
        });
    }

    @Override
    public void changeActions(PlanKey key, ImmutableList<ActionEdit> edits, Optional<AmendmentNote> amendment) {
        onPlan(UseCase.CHANGE_ACTIONS, key, amendment, (room, plan, day) -> {
            Stores stores = room.stores();
            Seen seen = Seen.in(room);
            ImmutableMap<Code, Action> stored =
                    seen.whole(plan, edits.stream().map(ActionEdit::action).collect(toImmutableList()));
            ImmutableMap<Code, Changed> changed = changed(key, seen, plan, stored, edits);
            new FollowUpScope(room, caller.actor())
                    .check(
                            stored,
                            changed.values().stream().map(Changed::action).toList());
            RuleViolationException.throwIfAny(changed.values().stream()
                    .flatMap(one -> Happened.violations(
                            one.action(),
                            Optional.ofNullable(stored.get(one.action().code())),
                            day,
                            one.pointer())
                            .stream())
                    .toList());
            Voted voted = voted(stored, changed);
            amend(stores, plan, voted, amendment, day);
            ImmutableList<Action> differing = changed.values().stream()
                    .map(Changed::action)
                    .filter(action -> !action.snapshot()
                            .equals(requireNonNull(stored.get(action.code())).snapshot()))
                    .collect(toImmutableList());
            refuseCircle(stores, plan, changed);
            if (!differing.isEmpty()) {
                stores.actions().saveAll(differing);
            }
            return plan.code();
        });
    }

    private static Voted voted(ImmutableMap<Code, Action> stored, ImmutableMap<Code, Changed> changed) {
        return Voted.all(Maps.transformEntries(
                        changed,
                        (code, one) -> Voted.inAction(
                                Optional.ofNullable(stored.get(code)),
                                Optional.of(one.action()),
                                Optional.of(one.pointer())))
                .values());
    }

    /**
     * An action as an edit wants it.
     *
     * @param action the action
     * @param pointer where its patch stands in the input
     */
    private record Changed(Action action, String pointer) {}

    private ImmutableMap<Code, Changed> changed(
            PlanKey key, Seen seen, Plan plan, ImmutableMap<Code, Action> stored, ImmutableList<ActionEdit> edits) {
        Problems problems = new Problems();
        List<Violation> violations = new ArrayList<>();
        Map<Code, Changed> changed = new LinkedHashMap<>();
        for (int i = 0; i < edits.size(); i++) {
            ActionEdit edit = edits.get(i);
            Action before = stored.get(edit.action());
            if (before == null) {
                throw Seen.none(key, edit.action());
            }
            expect(edit.expectedVersion(), before.version(), "action " + edit.action());
            String pointer = edits.size() == 1 ? "" : "/actions/" + i + "/patch";
            ActionFormat.read(patched(seen, before, edit.patch()), pointer, problems)
                    .ifPresent(entry -> {
                        try {
                            refuseOther(
                                    "/code", before.code().value(), entry.code().value());
                            changed.put(before.code(), new Changed(entry.over(before), pointer));
                        } catch (RuleViolationException e) {
                            e.violations()
                                    .forEach(v -> violations.add(v.with(
                                            "pointer", pointer + v.pointer().orElse(""))));
                        }
                    });
        }
        References.check(problems, seen, plan, reference, linked(stored));
        RuleViolationException.throwIfAny(ImmutableList.<Violation>builder()
                .addAll(problems.all())
                .addAll(violations)
                .build());
        return ImmutableMap.copyOf(changed);
    }

    /** The entry as the patch makes it of what the caller sees, with what they do not see. */
    private static Node patched(Seen seen, Action before, Node patch) {
        Node.Mapping whole = ActionFormat.write(before);
        Node.Mapping shown = seen.of(before).map(ActionFormat::write).orElseThrow();
        return new Withheld(before.code()).restored(whole, shown, Node.mergePatch(shown, patch));
    }

    private static ImmutableSet<Code> linked(ImmutableMap<Code, Action> stored) {
        return stored.values().stream()
                .flatMap(action -> action.content().links().stream())
                .map(ActionLink::target)
                .collect(ImmutableSet.toImmutableSet());
    }

    @Override
    public void removeAction(PlanKey key, Code code, Edit edit) {
        onPlan(UseCase.REMOVE_ACTION, key, edit.amendment(), (room, plan, day) -> {
            Stores stores = room.stores();
            Action action = stores.actions().find(plan.id(), code).orElseThrow(() -> Seen.none(key, code));
            expect(edit.expectedVersion(), action.version(), "action " + code);
            ImmutableSet<Code> linking = stores.actions().linkingTo(plan.id(), code);
            if (!linking.isEmpty()) {
                throw new RuleViolationException(
                        Violation.of(PlanViolations.ACTION_IN_USE, "these actions link to it: " + linking)
                                .with("value", linking.toString()));
            }
            Voted voted = Voted.inAction(Optional.of(action), Optional.empty(), Optional.empty());
            amend(stores, plan, voted, edit.amendment(), day);
            stores.actions().removeAll(plan.id(), ImmutableList.of(code));
            return code;
        });
    }

    private static void refuseCircle(Stores stores, Plan plan, ImmutableMap<Code, Changed> changed) {
        if (changed.values().stream()
                .allMatch(one -> one.action().content().links().isEmpty())) {
            return;
        }
        Map<Code, ActionEntry> all = new LinkedHashMap<>();
        stores.actions().list(plan.id()).forEach(action -> all.put(action.code(), ActionEntry.of(action)));
        changed.forEach((code, one) -> all.put(code, ActionEntry.of(one.action())));
        RuleViolationException.throwIfAny(Circles.of(all.values(), Circles::steps).stream()
                .map(circle -> {
                    Circles.Step step = circle.stepOf(changed.keySet());
                    String pointer = Optional.ofNullable(changed.get(step.from()))
                            .map(Changed::pointer)
                            .orElse("");
                    return circle.violation(PlanViolations.DEPENDENCY_CIRCLE, "actions")
                            .with("pointer", pointer + step.pointer());
                })
                .toList());
    }

    private void amend(Stores stores, Plan plan, Voted voted, Optional<AmendmentNote> note, LocalDate day) {
        Optional<Amendment> amendment =
                voted.amendment(plan, note, caller.actor().name(), day);
        if (amendment.isPresent()) {
            stores.plans().save(plan.amended(amendment));
        }
    }

    static void expect(OptionalInt expected, int stored, String what) {
        if (expected.isPresent() && expected.getAsInt() != stored) {
            throw new StaleAggregateException(
                    what + " is at version " + stored + ", the change was made against " + expected.getAsInt());
        }
    }

    /** What an edit does with a plan on a day. */
    private interface Work {
        Code on(Room room, Plan plan, LocalDate day);
    }

    private Code onPlan(
            UseCase useCase, PlanKey key, Optional<AmendmentNote> note, BiFunction<Stores, Plan, Code> work) {
        return onPlan(useCase, key, note, (room, plan, day) -> work.apply(room.stores(), plan));
    }

    /** An amendment changes the plan itself, against no version of it: so nobody else changes it meanwhile. */
    private Code onPlan(UseCase useCase, PlanKey key, Optional<AmendmentNote> note, Work work) {
        Organisation organisation = gateway.organisation(key.organisation());
        Function<Room, Code> inRoom = room -> work.on(room, Seen.in(room).plan(key), today.in(organisation));
        Optional<String> reason = note.map(AmendmentNote::reason);
        return note.isPresent()
                ? gateway.writeAlone(caller, useCase, organisation, reason, inRoom)
                : gateway.write(caller, useCase, organisation, reason, inRoom);
    }
}
