package org.isonomia.domain.plan;

import static java.util.Objects.requireNonNull;

import org.isonomia.domain.kernel.PartialPeriod;

/**
 * When an action is to happen and when it did. Ends are inclusive.
 *
 * @param planned when it is to happen, as far as decided
 * @param actual when it happened, as far as it has
 * @param recurrence whether it comes back
 */
public record Schedule(PartialPeriod planned, PartialPeriod actual, Recurrence recurrence) {

    /** Nothing decided, nothing happened, once. */
    public static final Schedule UNKNOWN = new Schedule(PartialPeriod.UNKNOWN, PartialPeriod.UNKNOWN, Recurrence.NONE);

    /** Whether an action comes back. */
    public enum Recurrence {
        NONE,
        YEARLY
    }

    public Schedule {
        requireNonNull(planned, "planned");
        requireNonNull(actual, "actual");
        requireNonNull(recurrence, "recurrence");
    }
}
