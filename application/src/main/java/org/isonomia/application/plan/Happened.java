package org.isonomia.application.plan;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Optional;
import org.isonomia.domain.kernel.Violation;
import org.isonomia.domain.plan.Action;
import org.isonomia.domain.plan.Amendment;
import org.isonomia.domain.plan.AmendmentPolicy;
import org.isonomia.domain.plan.Plan;

/** Finds what is dated in the future though it is to have happened; what was stored so already may stay. */
final class Happened {

    private Happened() {}

    /**
     * What is wrong with an action on a day.
     *
     * @param stored the action as stored before, if it was
     * @param pointer where the action's entry stands in the input
     */
    static ImmutableList<Violation> violations(Action action, Optional<Action> stored, LocalDate day, String pointer) {
        ImmutableSet<String> known = stored.map(before -> before.happenedAfter(day)).orElse(ImmutableList.of()).stream()
                .map(Happened::sort)
                .collect(toImmutableSet());
        return action.happenedAfter(day).stream()
                .filter(violation -> !known.contains(sort(violation)))
                .map(violation ->
                        violation.with("pointer", pointer + violation.pointer().orElse("")))
                .collect(toImmutableList());
    }

    /** What is wrong with the days of a plan's amendments in a document; those that are stored may stay. */
    static ImmutableList<Violation> amendments(PlanEntry plan, Optional<Plan> stored, LocalDate day) {
        ImmutableList<Amendment> known = stored.map(Plan::amendments).orElse(ImmutableList.of());
        ImmutableList.Builder<Violation> found = ImmutableList.builder();
        for (int i = 0; i < plan.amendments().size(); i++) {
            String pointer = "/plan/amendments/" + i + "/date";
            if (!known.contains(plan.amendments().get(i))) {
                AmendmentPolicy.dateViolations(plan.amendments().get(i).date(), plan.content(), day)
                        .forEach(violation -> found.add(violation.with("pointer", pointer)));
            }
        }
        return found.build();
    }

    /** A milestone may stand elsewhere in the list than it did. */
    private static String sort(Violation violation) {
        return violation.pointer().orElse("").replaceAll("/\\d+", "")
                + violation.attribute("value").orElse("");
    }
}
