package org.isonomia.adapters.http.api;

import org.isonomia.domain.plan.Deadline;
import org.isonomia.domain.plan.Health;

/** Why an action stands as it does, in English words for whoever reads the API. */
final class Reasons {

    private Reasons() {}

    static String of(Health health) {
        String day = health.deadline().map(Deadline::day).map(Object::toString).orElse("");
        String label = health.deadline().map(Deadline::label).orElse("");
        return switch (health.cause()) {
            case START_MISSED -> "was to begin by " + day + ", " + days(health) + " ago";
            case MILESTONE_MISSED -> "milestone \"" + label + "\" was due by " + day + ", " + days(health) + " ago";
            case END_MISSED -> "was to be completed by " + day + ", " + days(health) + " ago";
            case START_NEAR -> "is to begin by " + day + ", in " + days(health);
            case MILESTONE_NEAR -> "milestone \"" + label + "\" is due by " + day + ", in " + days(health);
            case END_NEAR -> "is to be completed by " + day + ", in " + days(health);
            case SILENT -> "last news " + days(health) + " ago";
            case NEVER_HEARD_OF -> "in progress, and no news ever";
            case NOTHING_DUE -> "nothing is due before " + day;
            case NO_DATE -> "no date is set";
            case COMPLETED -> "completed";
            case SUSPENDED -> "suspended";
            case ABANDONED -> "abandoned";
        };
    }

    private static String days(Health health) {
        return health.days() == 1 ? "1 day" : health.days() + " days";
    }
}
