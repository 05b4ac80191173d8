package org.isonomia.domain.plan;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How an action stands on a day, computed from its dates, beside the status people declare.
 *
 * @param state how it stands
 * @param cause why, for message bundles to put into words
 * @param deadline the deadline that was missed or is near, for late and due soon; the next one for on time
 * @param lastNews the day of the last news, if there was any
 * @param days the days since the deadline (late), until it (due soon, on time), or since the last news (no recent news)
 */
public record Health(State state, Cause cause, Optional<Deadline> deadline, Optional<LocalDate> lastNews, long days) {

    /** How an action stands, worst first. */
    public enum State {
        LATE,
        DUE_SOON,
        NO_RECENT_NEWS,
        ON_TIME,
        /** Nothing can be said: no date was set, or the action is no longer open. */
        NOT_ASSESSED
    }

    /** Why an action stands as it does. */
    public enum Cause {
        START_MISSED,
        MILESTONE_MISSED,
        END_MISSED,
        START_NEAR,
        MILESTONE_NEAR,
        END_NEAR,
        SILENT,
        NEVER_HEARD_OF,
        NOTHING_DUE,
        NO_DATE,
        COMPLETED,
        SUSPENDED,
        ABANDONED
    }

    public Health {
        requireNonNull(state, "state");
        requireNonNull(cause, "cause");
        requireNonNull(deadline, "deadline");
        requireNonNull(lastNews, "lastNews");
    }
}
