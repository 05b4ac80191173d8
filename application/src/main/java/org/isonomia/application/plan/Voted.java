package org.isonomia.application.plan;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Optional;
import org.isonomia.application.document.Node;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.RuleViolationException;
import org.isonomia.domain.kernel.Violation;
import org.isonomia.domain.plan.Action;
import org.isonomia.domain.plan.Amendment;
import org.isonomia.domain.plan.AmendmentPolicy;
import org.isonomia.domain.plan.Axis;
import org.isonomia.domain.plan.Plan;
import org.isonomia.domain.plan.PlanContent;
import org.isonomia.domain.plan.PlanStatus;

/**
 * What of a change was voted, and where the input says the first of it.
 *
 * @param changes one line each; empty if nothing of the change was voted
 * @param pointer the JSON pointer of the first; empty if no input says it, as of a removal by address
 */
record Voted(ImmutableList<String> changes, Optional<String> pointer) {

    private static final ImmutableSet<String> OF_ACTION =
            ImmutableSet.of("title", "axis", "level", "statements", "visibility");

    /** What differs of a whole plan document, its actions apart. */
    static Voted inDocument(PlanContent before, PlanContent after) {
        return new Voted(AmendmentPolicy.changes(before, after), Optional.of(place(before, after)));
    }

    private static String place(PlanContent before, PlanContent after) {
        ImmutableList<Axis> axes = ImmutableList.copyOf(after.axes().asList());
        for (int i = 0; i < axes.size(); i++) {
            if (!before.axes().find(axes.get(i).code()).equals(Optional.of(axes.get(i)))) {
                return "/axes/" + i;
            }
        }
        return before.axes().equals(after.axes()) ? "/plan/means" : "/axes";
    }

    /** What differs of a plan's own entry. */
    static Voted inPlan(PlanContent before, PlanContent after) {
        return new Voted(AmendmentPolicy.changes(before, after), Optional.of("/means"));
    }

    /** What differs of one axis, as its entry says it; by its removal nothing does. */
    static Voted inAxis(Plan plan, PlanContent after, Code code) {
        Optional<Axis> wanted = after.axes().find(code);
        return new Voted(
                AmendmentPolicy.changes(plan.content(), after),
                wanted.map(axis -> plan.axes()
                        .find(code)
                        .flatMap(old -> PlanExchangeService.keys(PlanFormat.write(old), PlanFormat.write(axis)).stream()
                                .findFirst())
                        .map(key -> "/" + key)
                        .orElse("")));
    }

    /**
     * What differs of an action.
     *
     * @param pointer where its entry stands in the input
     */
    static Voted inAction(Optional<Action> before, Optional<Action> after, Optional<String> pointer) {
        ImmutableList<String> changes = AmendmentPolicy.changes(before, after);
        if (changes.isEmpty() || before.isEmpty() || after.isEmpty()) {
            return new Voted(changes, pointer);
        }
        Node.Mapping old = ActionFormat.write(before.get());
        Node.Mapping now = ActionFormat.write(after.get());
        Optional<String> key = PlanExchangeService.keys(old, now).stream()
                .filter(OF_ACTION::contains)
                .findFirst();
        return new Voted(
                changes,
                pointer.map(entry -> entry + key.map(name -> "/" + name).orElse("")));
    }

    /** This and what else was voted, in this order. */
    static Voted all(Iterable<Voted> several) {
        ImmutableList.Builder<String> changes = ImmutableList.builder();
        Optional<String> first = Optional.empty();
        boolean any = false;
        for (Voted one : several) {
            changes.addAll(one.changes());
            first = any || one.changes().isEmpty() ? first : one.pointer();
            any |= !one.changes().isEmpty();
        }
        return new Voted(changes.build(), first);
    }

    /** What keeps a plan in this status from making the change, with where it is asked for. */
    ImmutableList<Violation> violations(PlanStatus status, Optional<Amendment> amendment) {
        return AmendmentPolicy.violations(status, changes, amendment).stream()
                .map(violation -> changes.isEmpty()
                        ? violation
                        : pointer.map(place -> violation.with("pointer", place)).orElse(violation))
                .collect(toImmutableList());
    }

    /**
     * The amendment that the change makes of a plan; none if it needs none.
     *
     * @param author who makes it
     * @throws RuleViolationException if the plan is closed, needs one and there is no note, or the note's date cannot be
     */
    Optional<Amendment> amendment(Plan plan, Optional<AmendmentNote> note, String author, LocalDate day) {
        Optional<AmendmentNote> told = plan.status().isBinding() && !changes.isEmpty() ? note : Optional.empty();
        told.ifPresent(known ->
                RuleViolationException.throwIfAny(AmendmentPolicy.dateViolations(known.date(), plan.content(), day)));
        Optional<Amendment> amendment = told.map(known -> known.toAmendment(author, changes));
        RuleViolationException.throwIfAny(violations(plan.status(), amendment));
        return amendment;
    }
}
