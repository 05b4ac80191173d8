package org.isonomia.domain.plan;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.RuleViolationException;
import org.isonomia.domain.kernel.Texts;
import org.isonomia.domain.kernel.Violation;

/**
 * A public action plan: its axes, means and governance, its status, and the history of its amendments. Its actions are
 * aggregates of their own.
 *
 * <p>Immutable; every verb returns a new plan. Equality is by identity. Once {@link PlanStatus#isBinding() binding}, axes
 * and means change only by an {@link Amendment}; once closed, nothing changes.
 */
public final class Plan {

    private final Snapshot state;

    private Plan(Snapshot state) {
        RuleViolationException.throwIfAny(state.content().violations());
        this.state = state;
    }

    /**
     * Everything a plan is, for stores.
     *
     * @param id its identity
     * @param code its public name, unique in its organisation
     * @param content what it says
     * @param status where it is in its life
     * @param amendments its amendments, oldest first
     * @param version how often it was saved, for optimistic locking; 0 for a plan never saved
     */
    public record Snapshot(
            PlanId id,
            Code code,
            PlanContent content,
            PlanStatus status,
            ImmutableList<Amendment> amendments,
            int version) {
        public Snapshot {
            requireNonNull(id, "id");
            requireNonNull(code, "code");
            requireNonNull(content, "content");
            requireNonNull(status, "status");
            requireNonNull(amendments, "amendments");
            checkArgument(version >= 0, "version must be ≥ 0: %s", version);
        }
    }

    /**
     * A new plan in draft.
     *
     * @throws RuleViolationException if the content is not consistent
     */
    public static Plan draft(PlanId id, Code code, PlanContent content) {
        return new Plan(new Snapshot(id, code, content, PlanStatus.DRAFT, ImmutableList.of(), 0));
    }

    /**
     * A plan as a store or a file kept it.
     *
     * @throws RuleViolationException if what was kept is not consistent
     */
    public static Plan restore(Snapshot snapshot) {
        return new Plan(snapshot);
    }

    /** Everything the plan is. */
    public Snapshot snapshot() {
        return state;
    }

    /**
     * This plan with another content.
     *
     * @param content what it says from now on
     * @param amendment the amendment that decides it; needed if the plan is binding and {@link AmendmentPolicy} says so
     * @throws RuleViolationException if the plan is closed, an amendment is missing, or the content is not consistent
     */
    public Plan revise(PlanContent content, Optional<Amendment> amendment) {
        RuleViolationException.throwIfAny(AmendmentPolicy.violations(
                state.status(), AmendmentPolicy.changes(state.content(), content), amendment));
        return with(content, state.status(), state.amendments()).amended(amendment);
    }

    /** This plan with an amendment added to its history; the same plan if there is none. */
    public Plan amended(Optional<Amendment> amendment) {
        return amendment
                .map(added -> with(
                        state.content(),
                        state.status(),
                        ImmutableList.<Amendment>builder()
                                .addAll(state.amendments())
                                .add(added)
                                .build()))
                .orElse(this);
    }

    /** What keeps the plan from taking on a status; empty if nothing does or it has it already. */
    public ImmutableList<Violation> transitionViolations(PlanStatus target) {
        if (target == state.status()) {
            return ImmutableList.of();
        }
        ImmutableList.Builder<Violation> found = ImmutableList.builder();
        if (!state.status().next().equals(Optional.of(target))) {
            found.add(Violation.of(
                            PlanViolations.STATUS_ORDER,
                            "a plan goes from draft to adopted to in-force to closed, not from "
                                    + Texts.word(state.status()) + " to " + Texts.word(target))
                    .with("status", Texts.word(state.status()))
                    .with("value", Texts.word(target)));
        }
        if (target == PlanStatus.ADOPTED && state.content().axes().isEmpty()) {
            found.add(Violation.of(PlanViolations.NO_AXIS, "a plan without an axis cannot be adopted"));
        }
        return found.build();
    }

    /**
     * This plan in the next status of its life.
     *
     * @throws RuleViolationException if {@link #transitionViolations} finds anything
     */
    public Plan transitionTo(PlanStatus target) {
        RuleViolationException.throwIfAny(transitionViolations(target));
        return with(state.content(), target, state.amendments());
    }

    private Plan with(PlanContent content, PlanStatus status, ImmutableList<Amendment> amendments) {
        return new Plan(new Snapshot(state.id(), state.code(), content, status, amendments, state.version()));
    }

    /** Its identity. */
    public PlanId id() {
        return state.id();
    }

    /** Its public name. */
    public Code code() {
        return state.code();
    }

    /** What it says. */
    public PlanContent content() {
        return state.content();
    }

    /** Where it is in its life. */
    public PlanStatus status() {
        return state.status();
    }

    /** Its axes. */
    public Axes axes() {
        return state.content().axes();
    }

    /** Its amendments, oldest first. */
    public ImmutableList<Amendment> amendments() {
        return state.amendments();
    }

    /** How often it was saved. */
    public int version() {
        return state.version();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Plan that && id().equals(that.id());
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    @Override
    public String toString() {
        return "Plan[" + code() + ", " + status() + "]";
    }
}
