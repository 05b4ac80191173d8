package org.isonomia.domain.plan;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.PartialDate;
import org.isonomia.domain.kernel.PartialPeriod;
import org.isonomia.domain.kernel.RuleViolationException;
import org.isonomia.domain.kernel.Texts;
import org.isonomia.domain.kernel.Violation;

/**
 * An action of a plan: what was promised, who carries it, when, its milestones, and the statuses people declared of it.
 *
 * <p>Immutable; every verb returns a new action. Equality is by identity. Declared statuses are append-only and in order of
 * date; progress and health are computed, never declared.
 */
public final class Action {

    private final Snapshot state;

    private Action(Snapshot state) {
        RuleViolationException.throwIfAny(violations(state));
        this.state = state;
    }

    /**
     * Everything an action is, for stores.
     *
     * @param id its identity
     * @param plan the plan it belongs to
     * @param code its public name, unique in its plan
     * @param axis the axis it lies in
     * @param content what it says
     * @param statuses the statuses declared, oldest first; none means planned
     * @param version how often it was saved, for optimistic locking; 0 for an action never saved
     */
    public record Snapshot(
            ActionId id,
            PlanId plan,
            Code code,
            Code axis,
            ActionContent content,
            ImmutableList<StatusChange> statuses,
            int version) {
        public Snapshot {
            requireNonNull(id, "id");
            requireNonNull(plan, "plan");
            requireNonNull(code, "code");
            requireNonNull(axis, "axis");
            requireNonNull(content, "content");
            requireNonNull(statuses, "statuses");
            checkArgument(version >= 0, "version must be ≥ 0: %s", version);
        }
    }

    /**
     * A new action, planned.
     *
     * @throws RuleViolationException if the content is not consistent
     */
    public static Action propose(ActionId id, PlanId plan, Code code, Code axis, ActionContent content) {
        return new Action(new Snapshot(id, plan, code, axis, content, ImmutableList.of(), 0));
    }

    /**
     * An action as a store or a file kept it.
     *
     * @throws RuleViolationException if what was kept is not consistent
     */
    public static Action restore(Snapshot snapshot) {
        return new Action(snapshot);
    }

    /** Everything the action is. */
    public Snapshot snapshot() {
        return state;
    }

    /** What is wrong with a state taken as a whole: doubled codes, bad links, statuses out of order. */
    public static ImmutableList<Violation> violations(Snapshot snapshot) {
        return Stream.concat(
                        snapshot.content().violations(snapshot.code()).stream(),
                        outOfOrder(snapshot.statuses()).stream())
                .collect(toImmutableList());
    }

    /** What the action says has happened after a day: statuses declared, milestones reached, its actual period. */
    public ImmutableList<Violation> happenedAfter(LocalDate today) {
        ImmutableList.Builder<Violation> found = ImmutableList.builder();
        for (int i = 0; i < statuses().size(); i++) {
            PartialDate day = PartialDate.of(statuses().get(i).date());
            future(day, today, "/statuses/" + i + "/date").ifPresent(found::add);
        }
        for (int i = 0; i < content().milestones().size(); i++) {
            String pointer = "/milestones/" + i + "/done";
            content()
                    .milestones()
                    .get(i)
                    .done()
                    .flatMap(day -> future(PartialDate.of(day), today, pointer))
                    .ifPresent(found::add);
        }
        PartialPeriod actual = content().schedule().actual();
        actual.start().flatMap(day -> future(day, today, "/actual/start")).ifPresent(found::add);
        actual.end().flatMap(day -> future(day, today, "/actual/end")).ifPresent(found::add);
        return found.build();
    }

    /** A month or a year that has begun is no future. */
    private static Optional<Violation> future(PartialDate date, LocalDate today, String pointer) {
        return date.firstDay().isAfter(today)
                ? Optional.of(Violation.of(
                                PlanViolations.FUTURE_DATE,
                                "what has happened has a date up to " + today + ", not " + date)
                        .with("value", date.toString())
                        .with("expected", "a date up to " + today)
                        .with("pointer", pointer))
                : Optional.empty();
    }

    /** Which statuses are dated before the one that was declared before them. */
    public static ImmutableList<Violation> outOfOrder(List<StatusChange> statuses) {
        ImmutableList.Builder<Violation> found = ImmutableList.builder();
        for (int i = 1; i < statuses.size(); i++) {
            if (statuses.get(i).date().isBefore(statuses.get(i - 1).date())) {
                found.add(Violation.of(
                                PlanViolations.HISTORY,
                                "statuses are declared in order of date: "
                                        + statuses.get(i).date() + " comes after "
                                        + statuses.get(i - 1).date())
                        .with("index", Integer.toString(i))
                        .with("value", statuses.get(i).date().toString())
                        .with("expected", "a day from " + statuses.get(i - 1).date() + " on")
                        .with("pointer", "/statuses/" + i + "/date"));
            }
        }
        return found.build();
    }

    /**
     * This action with another content.
     *
     * @throws RuleViolationException if the content is not consistent
     */
    public Action revise(ActionContent content) {
        return with(axis(), content, statuses());
    }

    /** This action in another axis of its plan. */
    public Action moveTo(Code axis) {
        return with(axis, content(), statuses());
    }

    /**
     * This action with a status declared.
     *
     * @throws RuleViolationException if it has this status already, or a later status was declared
     */
    public Action declare(StatusChange change) {
        if (change.status() == status()) {
            throw new RuleViolationException(
                    Violation.of(PlanViolations.SAME_STATUS, "the action is already " + Texts.word(change.status()))
                            .with("value", Texts.word(change.status()))
                            .with("pointer", "/statuses/" + statuses().size() + "/status"));
        }
        return with(
                axis(),
                content(),
                ImmutableList.<StatusChange>builder()
                        .addAll(statuses())
                        .add(change)
                        .build());
    }

    /**
     * This action with its history replaced by a longer one.
     *
     * @param history the statuses, which begin with those already declared
     * @throws RuleViolationException if they do not, are not in order, or one is added that the action has already
     */
    public Action withHistory(ImmutableList<StatusChange> history) {
        for (int i = 0; i < statuses().size(); i++) {
            StatusChange known = statuses().get(i);
            if (i >= history.size() || !history.get(i).equals(known)) {
                String expected = Texts.word(known.status()) + " of " + known.date() + " by " + known.author();
                throw new RuleViolationException(Violation.of(
                                PlanViolations.HISTORY,
                                "declared statuses are never rewritten, only added to: number " + (i + 1) + " is "
                                        + expected)
                        .with("expected", expected)
                        .with("pointer", i < history.size() ? "/statuses/" + i : "/statuses"));
            }
        }
        Action longer = this;
        for (StatusChange added : history.subList(statuses().size(), history.size())) {
            longer = longer.declare(added);
        }
        return longer;
    }

    /**
     * This action with a milestone reached.
     *
     * @param milestone the milestone's code
     * @param day the day it was reached
     * @param evidence where the proof lies
     * @throws RuleViolationException if no milestone has this code
     */
    public Action reach(Code milestone, LocalDate day, Optional<URI> evidence) {
        if (content().milestones().stream().noneMatch(m -> m.code().equals(milestone))) {
            throw new RuleViolationException(
                    Violation.of(PlanViolations.UNKNOWN_MILESTONE, "no milestone has this code: " + milestone)
                            .with("value", milestone.value()));
        }
        return revise(content()
                .withMilestones(content().milestones().stream()
                        .map(m -> m.code().equals(milestone) ? m.reached(day, evidence) : m)
                        .collect(toImmutableList())));
    }

    private Action with(Code axis, ActionContent content, ImmutableList<StatusChange> statuses) {
        return new Action(
                new Snapshot(state.id(), state.plan(), state.code(), axis, content, statuses, state.version()));
    }

    /** The status declared last; planned if none was. */
    public DeclaredStatus status() {
        return statuses().isEmpty()
                ? DeclaredStatus.PLANNED
                : statuses().getLast().status();
    }

    /** How far it has come: see {@link Progress}. */
    public Progress progress() {
        return Progress.of(status(), content().milestones());
    }

    /** The facts on which its health is judged. */
    public Pulse pulse() {
        return Pulse.of(this);
    }

    /** Its identity. */
    public ActionId id() {
        return state.id();
    }

    /** The plan it belongs to. */
    public PlanId plan() {
        return state.plan();
    }

    /** Its public name. */
    public Code code() {
        return state.code();
    }

    /** The axis it lies in. */
    public Code axis() {
        return state.axis();
    }

    /** What it says. */
    public ActionContent content() {
        return state.content();
    }

    /** The statuses declared, oldest first. */
    public ImmutableList<StatusChange> statuses() {
        return state.statuses();
    }

    /** How often it was saved. */
    public int version() {
        return state.version();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Action that && id().equals(that.id());
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    @Override
    public String toString() {
        return "Action[" + code() + ", " + status() + "]";
    }
}
