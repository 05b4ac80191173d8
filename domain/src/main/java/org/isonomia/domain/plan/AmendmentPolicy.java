package org.isonomia.domain.plan;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isonomia.domain.access.Visibility;
import org.isonomia.domain.kernel.Violation;

/**
 * What of a plan was voted, and so changes only by an amendment once the plan is binding: the axes, the means, and of each
 * action its existence, its axis, its title and its commitment (level and quoted sentences). Descriptions, people, dates
 * and follow-up are the authority's daily work and change freely. Actions that not everybody may see were not voted: an
 * amendment, which everybody may read, tells of one only that it was shown or withdrawn.
 */
public final class AmendmentPolicy {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private AmendmentPolicy() {}

    /** What was voted and differs between two contents, one line each. */
    public static ImmutableList<String> changes(PlanContent before, PlanContent after) {
        ImmutableList.Builder<String> changes = ImmutableList.builder();
        for (Axis axis : after.axes().asList()) {
            Optional<Axis> old = before.axes().find(axis.code());
            if (old.isEmpty()) {
                changes.add("axis " + axis.code() + ": added");
            } else if (!old.get().equals(axis)) {
                changes.add("axis " + axis.code() + ": changed");
            }
        }
        for (Axis axis : before.axes().asList()) {
            if (after.axes().find(axis.code()).isEmpty()) {
                changes.add("axis " + axis.code() + ": removed");
            }
        }
        ImmutableList<String> soFar = changes.build();
        if (soFar.isEmpty() && !before.axes().equals(after.axes())) {
            changes.add("axes: reordered");
        }
        if (!before.means().equals(after.means())) {
            changes.add("means: changed");
        }
        return changes.build();
    }

    private static boolean isVoted(Action action) {
        return action.content().disclosure().visibility() == Visibility.PUBLIC;
    }

    /** What was voted and differs between two states of an action; either may be absent (added, removed). */
    public static ImmutableList<String> changes(Optional<Action> earlier, Optional<Action> later) {
        Optional<Action> before = earlier.filter(AmendmentPolicy::isVoted);
        Optional<Action> after = later.filter(AmendmentPolicy::isVoted);
        if (before.isEmpty() || after.isEmpty()) {
            return before.or(() -> after)
                    .map(action -> "action " + action.code() + (before.isEmpty() ? ": added" : ": removed"))
                    .map(ImmutableList::of)
                    .orElse(ImmutableList.of());
        }
        Action old = before.get();
        Action now = after.get();
        ImmutableList.Builder<String> changes = ImmutableList.builder();
        if (!old.content().commitment().equals(now.content().commitment())) {
            changes.add("action " + now.code() + ": commitment");
        }
        if (!old.content().profile().title().equals(now.content().profile().title())) {
            changes.add("action " + now.code() + ": title");
        }
        if (!old.axis().equals(now.axis())) {
            changes.add("action " + now.code() + ": axis " + old.axis() + " to " + now.axis());
        }
        return changes.build();
    }

    /**
     * What is wrong with the day on which a change to the plan is said to have been decided: it lies after today, or before
     * the first resolution that the plan rests on, as far as its day is known.
     */
    public static ImmutableList<Violation> dateViolations(LocalDate date, PlanContent content, LocalDate today) {
        LocalDate voted = content.deliberations().stream()
                .flatMap(deliberation -> deliberation.date().stream())
                .filter(day -> !day.isAfter(today))
                .min(Comparator.naturalOrder())
                .orElse(EARLIEST);
        if (!date.isAfter(today) && !date.isBefore(voted)) {
            return ImmutableList.of();
        }
        String expected = "a day from " + voted + " to " + today;
        return ImmutableList.of(
                Violation.of(PlanViolations.AMENDMENT_DATE, "an amendment was decided on " + expected + ", not " + date)
                        .with(Map.of("subject", "amendment", "value", date.toString(), "expected", expected)));
    }

    /** What keeps a plan in this status from making these changes. */
    public static ImmutableList<Violation> violations(
            PlanStatus status, List<String> changes, Optional<Amendment> amendment) {
        if (status == PlanStatus.CLOSED) {
            return ImmutableList.of(Violation.of(PlanViolations.PLAN_CLOSED, "a closed plan does not change"));
        }
        if (status.isBinding() && !changes.isEmpty() && amendment.isEmpty()) {
            return ImmutableList.of(Violation.of(
                            PlanViolations.AMENDMENT_REQUIRED,
                            "the plan was adopted: give the date and the reason of the amendment for "
                                    + String.join(", ", changes))
                    .with("changes", String.join("; ", changes)));
        }
        return ImmutableList.of();
    }
}
