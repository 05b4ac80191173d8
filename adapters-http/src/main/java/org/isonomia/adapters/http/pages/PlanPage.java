package org.isonomia.adapters.http.pages;

import com.google.common.collect.ImmutableList;
import org.isonomia.application.plan.PlanReading.ListedAction;
import org.isonomia.application.plan.PlanReading.Overview;
import org.isonomia.domain.plan.Deadline;
import org.isonomia.domain.plan.Health;
import org.isonomia.domain.plan.HealthRule;

/**
 * A plan at a glance.
 *
 * @param frame what is around it
 * @param links the addresses of the plan's pages
 * @param seen the plan
 * @param axes its axes, in reading order
 * @param budget its money
 * @param rule how health is judged
 */
public record PlanPage(
        Frame frame, Links links, Overview seen, ImmutableList<AxisFigures> axes, BudgetChart budget, HealthRule rule) {

    /** The axes that lie in no other. */
    public ImmutableList<AxisFigures> roots() {
        return axes.stream().filter(axis -> axis.axis().parent().isEmpty()).collect(ImmutableList.toImmutableList());
    }

    /** The states of health that somebody should look at. */
    public ImmutableList<Health.State> alarms() {
        return ImmutableList.of(Health.State.LATE, Health.State.DUE_SOON, Health.State.NO_RECENT_NEWS);
    }

    /** What a state of health means. */
    public String note(Health.State state) {
        Words words = frame.words();
        return switch (state) {
            case LATE -> words.t("health.note.late");
            case DUE_SOON -> words.t("health.note.soon", rule.dueSoonDays());
            case NO_RECENT_NEWS -> words.t("health.note.quiet", rule.silentDays());
            case ON_TIME, NOT_ASSESSED -> "";
        };
    }

    /** Whether what is to happen next is said in the words of the plan. */
    public boolean isOfPlan(ListedAction action) {
        return action.row()
                .pulse()
                .next()
                .filter(next -> next.kind() == Deadline.Kind.MILESTONE)
                .isPresent();
    }

    /** What is to happen next in an action. */
    public String deadline(ListedAction action) {
        return action.row()
                .pulse()
                .next()
                .map(next -> next.kind() == Deadline.Kind.MILESTONE
                        ? frame.words().say(next.label())
                        : frame.words().label(next.kind()))
                .orElse("");
    }
}
