package org.isonomia.application.plan;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import org.isonomia.application.document.Node;
import org.isonomia.application.document.Problems;
import org.isonomia.application.reference.ReferenceData;
import org.isonomia.application.spi.DuplicateCodeException;
import org.isonomia.application.spi.IdSource;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.application.spi.OrganisationRepository;
import org.isonomia.application.spi.StaleAggregateException;
import org.isonomia.application.spi.Stores;
import org.isonomia.application.spi.UnitOfWork;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.RuleViolationException;
import org.isonomia.domain.kernel.Violation;
import org.isonomia.domain.network.Organisation;
import org.isonomia.domain.plan.Action;
import org.isonomia.domain.plan.ActionId;
import org.isonomia.domain.plan.Amendment;
import org.isonomia.domain.plan.AmendmentPolicy;
import org.isonomia.domain.plan.Axis;
import org.isonomia.domain.plan.Plan;
import org.isonomia.domain.plan.PlanStatus;
import org.isonomia.domain.plan.PlanViolations;

final class PlanEditingService implements PlanEditing {

    private final OrganisationRepository organisations;
    private final UnitOfWork unitOfWork;
    private final IdSource ids;
    private final ReferenceData reference;
    private final Today today;

    PlanEditingService(
            OrganisationRepository organisations,
            UnitOfWork unitOfWork,
            IdSource ids,
            ReferenceData reference,
            Today today) {
        this.organisations = requireNonNull(organisations, "organisations");
        this.unitOfWork = requireNonNull(unitOfWork, "unitOfWork");
        this.ids = requireNonNull(ids, "ids");
        this.reference = requireNonNull(reference, "reference");
        this.today = requireNonNull(today, "today");
    }

    @Override
    public void changePlan(PlanKey key, Edit edit) {
        onPlan(key, (stores, plan) -> {
            expect(edit.expectedVersion(), plan.version(), "plan " + key);
            Problems problems = new Problems();
            Optional<PlanEntry> entry =
                    PlanFormat.read(Node.mergePatch(PlanFormat.write(plan), edit.patch()), "", problems);
            References.check(problems, stores, plan, reference);
            RuleViolationException.throwIfAny(problems.all());
            PlanEntry wanted = entry.orElseThrow();
            refuseOther("/code", plan.code().value(), wanted.code().value());
            refuseOther("/status", plan.status().name(), wanted.status().name());
            var content = wanted.with(plan.axes(), plan.content().engagements());
            Optional<Amendment> amendment =
                    amendment(plan, AmendmentPolicy.changes(plan.content(), content), edit.amendment(), edit.author());
            stores.plans().save(plan.revise(content, amendment));
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
        onPlan(key, (stores, plan) -> {
            expect(expectedVersion, plan.version(), "plan " + key);
            if (plan.status() != target) {
                stores.plans().save(plan.transitionTo(target));
            }
            return plan.code();
        });
    }

    @Override
    public void changeAxis(PlanKey key, Code code, Edit edit) {
        onPlan(key, (stores, plan) -> {
            expect(edit.expectedVersion(), plan.version(), "plan " + key);
            Node before = plan.axes()
                    .find(code)
                    .map(PlanFormat::write)
                    .orElse(Node.mapping(ImmutableMap.of("code", Node.text(code.value()))));
            Problems problems = new Problems();
            Optional<Axis> axis = PlanFormat.axis(Node.mergePatch(before, edit.patch()), "", problems);
            References.check(problems, stores, plan, reference);
            RuleViolationException.throwIfAny(problems.all());
            refuseOther("/code", code.value(), axis.orElseThrow().code().value());
            saveAxes(stores, plan, plan.axes().with(axis.orElseThrow()), edit);
            return code;
        });
    }

    @Override
    public void removeAxis(PlanKey key, Code code, Edit edit) {
        onPlan(key, (stores, plan) -> {
            expect(edit.expectedVersion(), plan.version(), "plan " + key);
            if (plan.axes().find(code).isEmpty()) {
                throw new NotFoundException("no axis has this code: " + code);
            }
            if (stores.actions().list(plan.id()).stream()
                    .anyMatch(action -> action.axis().equals(code))) {
                throw new RuleViolationException(
                        Violation.of(PlanViolations.AXIS_IN_USE, "actions lie in this axis: " + code)
                                .with("subject", code.value()));
            }
            saveAxes(stores, plan, plan.axes().without(code), edit);
            return code;
        });
    }

    private static void saveAxes(Stores stores, Plan plan, org.isonomia.domain.plan.Axes axes, Edit edit) {
        var content = plan.content().withAxes(axes);
        Optional<Amendment> amendment =
                amendment(plan, AmendmentPolicy.changes(plan.content(), content), edit.amendment(), edit.author());
        stores.plans().save(plan.revise(content, amendment));
    }

    @Override
    public Code addAction(PlanKey key, Edit edit) {
        return onPlan(key, (stores, plan) -> {
            Problems problems = new Problems();
            Optional<ActionEntry> read = ActionFormat.read(edit.patch(), "", problems);
            References.check(problems, stores, plan, reference);
            RuleViolationException.throwIfAny(problems.all());
            ActionEntry entry = read.orElseThrow();
            if (stores.actions().find(plan.id(), entry.code()).isPresent()) {
                throw new DuplicateCodeException("an action has this code already: " + entry.code());
            }
            Action action = entry.toAction(new ActionId(ids.next()), plan.id());
            refuseFuture(key, ImmutableList.of(action), ImmutableMap.of());
            refuseCircle(stores, plan, ImmutableList.of(action));
            amend(
                    stores,
                    plan,
                    AmendmentPolicy.changes(Optional.empty(), Optional.of(action)),
                    edit.amendment(),
                    edit.author());
            stores.actions().addAll(ImmutableList.of(action));
            return action.code();
        });
    }

    @Override
    public void changeActions(
            PlanKey key, ImmutableList<ActionEdit> edits, Optional<AmendmentNote> amendment, String author) {
        onPlan(key, (stores, plan) -> {
            ImmutableMap<Code, Action> stored = PlanExchangeService.byCode(
                    stores.actions()
                            .findAll(
                                    plan.id(),
                                    edits.stream().map(ActionEdit::action).toList()),
                    Action::code);
            ImmutableList<Action> changed = changed(key, stores, plan, stored, edits);
            refuseFuture(key, changed, stored);
            ImmutableList.Builder<String> voted = ImmutableList.builder();
            changed.forEach(action -> voted.addAll(
                    AmendmentPolicy.changes(Optional.ofNullable(stored.get(action.code())), Optional.of(action))));
            amend(stores, plan, voted.build(), amendment, author);
            ImmutableList<Action> differing = changed.stream()
                    .filter(action -> !action.snapshot()
                            .equals(requireNonNull(stored.get(action.code())).snapshot()))
                    .collect(toImmutableList());
            refuseCircle(stores, plan, differing);
            if (!differing.isEmpty()) {
                stores.actions().saveAll(differing);
            }
            return plan.code();
        });
    }

    private ImmutableList<Action> changed(
            PlanKey key, Stores stores, Plan plan, ImmutableMap<Code, Action> stored, ImmutableList<ActionEdit> edits) {
        Problems problems = new Problems();
        List<Violation> violations = new ArrayList<>();
        List<Action> changed = new ArrayList<>();
        for (int i = 0; i < edits.size(); i++) {
            ActionEdit edit = edits.get(i);
            Action before = stored.get(edit.action());
            if (before == null) {
                throw new NotFoundException("no action " + edit.action() + " in plan " + key);
            }
            expect(edit.expectedVersion(), before.version(), "action " + edit.action());
            String pointer = edits.size() == 1 ? "" : "/actions/" + i + "/patch";
            ActionFormat.read(Node.mergePatch(ActionFormat.write(before), edit.patch()), pointer, problems)
                    .ifPresent(entry -> {
                        try {
                            refuseOther(
                                    pointer + "/code",
                                    before.code().value(),
                                    entry.code().value());
                            changed.add(entry.over(before));
                        } catch (RuleViolationException e) {
                            e.violations()
                                    .forEach(v -> violations.add(
                                            v.pointer().isPresent() ? v : v.with("pointer", pointer + "/statuses")));
                        }
                    });
        }
        References.check(problems, stores, plan, reference);
        RuleViolationException.throwIfAny(ImmutableList.<Violation>builder()
                .addAll(problems.all())
                .addAll(violations)
                .build());
        return ImmutableList.copyOf(changed);
    }

    @Override
    public void removeAction(PlanKey key, Code code, Edit edit) {
        onPlan(key, (stores, plan) -> {
            Action action = stores.actions()
                    .find(plan.id(), code)
                    .orElseThrow(() -> new NotFoundException("no action " + code + " in plan " + key));
            expect(edit.expectedVersion(), action.version(), "action " + code);
            ImmutableSet<Code> linking = stores.actions().linkingTo(plan.id(), code);
            if (!linking.isEmpty()) {
                throw new RuleViolationException(
                        Violation.of(PlanViolations.ACTION_IN_USE, "these actions link to it: " + linking)
                                .with("value", linking.toString()));
            }
            amend(
                    stores,
                    plan,
                    AmendmentPolicy.changes(Optional.of(action), Optional.empty()),
                    edit.amendment(),
                    edit.author());
            stores.actions().removeAll(plan.id(), ImmutableList.of(code));
            return code;
        });
    }

    /** Refuses what an edit dates in the future, though it is to have happened; what was stored so already may stay. */
    private void refuseFuture(PlanKey key, ImmutableList<Action> changed, ImmutableMap<Code, Action> stored) {
        LocalDate day = organisations.find(key.organisation()).map(today::in).orElseThrow();
        RuleViolationException.throwIfAny(changed.stream()
                .flatMap(action -> {
                    ImmutableList<Violation> known = Optional.ofNullable(stored.get(action.code()))
                            .map(before -> before.happenedAfter(day))
                            .orElse(ImmutableList.of());
                    return action.happenedAfter(day).stream().filter(violation -> !known.contains(violation));
                })
                .toList());
    }

    private static void refuseCircle(Stores stores, Plan plan, ImmutableList<Action> changed) {
        if (changed.stream().allMatch(action -> action.content().links().isEmpty())) {
            return;
        }
        Map<Code, ActionEntry> all = new LinkedHashMap<>();
        stores.actions().list(plan.id()).forEach(action -> all.put(action.code(), ActionEntry.of(action)));
        changed.forEach(action -> all.put(action.code(), ActionEntry.of(action)));
        if (Circles.closes(all.values())) {
            throw new RuleViolationException(
                    Violation.of(PlanViolations.DEPENDENCY_CIRCLE, "actions would depend on each other in a circle")
                            .with("pointer", "/links"));
        }
    }

    private static void amend(
            Stores stores, Plan plan, ImmutableList<String> changes, Optional<AmendmentNote> note, String author) {
        Optional<Amendment> amendment = amendment(plan, changes, note, author);
        RuleViolationException.throwIfAny(AmendmentPolicy.violations(plan.status(), changes, amendment));
        if (amendment.isPresent()) {
            stores.plans().save(plan.amended(amendment));
        }
    }

    private static Optional<Amendment> amendment(
            Plan plan, ImmutableList<String> changes, Optional<AmendmentNote> note, String author) {
        return plan.status().isBinding() && !changes.isEmpty()
                ? note.map(known -> known.toAmendment(author, changes))
                : Optional.empty();
    }

    static void expect(OptionalInt expected, int stored, String what) {
        if (expected.isPresent() && expected.getAsInt() != stored) {
            throw new StaleAggregateException(
                    what + " is at version " + stored + ", the change was made against " + expected.getAsInt());
        }
    }

    private Code onPlan(PlanKey key, BiFunction<Stores, Plan, Code> work) {
        Organisation organisation = organisations
                .find(key.organisation())
                .orElseThrow(() -> new NotFoundException("no organisation has this code: " + key.organisation()));
        return unitOfWork.write(
                organisation.id(),
                stores -> work.apply(
                        stores,
                        stores.plans()
                                .find(key.plan())
                                .orElseThrow(() -> new NotFoundException("no plan has this code: " + key))));
    }
}
