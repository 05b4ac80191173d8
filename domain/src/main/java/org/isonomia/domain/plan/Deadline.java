package org.isonomia.domain.plan;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * A day by which something is to have happened.
 *
 * @param day the last day on which it is in time, inclusive
 * @param kind what is to have happened
 * @param label the milestone's title; empty for a start or an end
 */
public record Deadline(LocalDate day, Kind kind, String label) implements Comparable<Deadline> {

    private static final Comparator<Deadline> ORDER =
            Comparator.comparing(Deadline::day).thenComparing(Deadline::kind).thenComparing(Deadline::label);

    /** What is to have happened. */
    public enum Kind {
        /** The action is to have begun. */
        START,
        /** A milestone is to be reached. */
        MILESTONE,
        /** The action is to be completed. */
        END
    }

    public Deadline {
        requireNonNull(day, "day");
        requireNonNull(kind, "kind");
        requireNonNull(label, "label");
    }

    @Override
    public int compareTo(Deadline other) {
        return ORDER.compare(this, other);
    }
}
