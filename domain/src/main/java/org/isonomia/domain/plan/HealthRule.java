package org.isonomia.domain.plan;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How health is computed. No law or standard sets the two spans: they are the authority's configuration.
 *
 * <p>For an open action, in this order: <em>late</em> if its next deadline lies before the day (ends are inclusive: on the
 * last day it is still in time); <em>due soon</em> if the deadline is at most {@code dueSoonDays} away; <em>no recent
 * news</em> if it is in progress and the last news is more than {@code silentDays} old, or there never was any; <em>on
 * time</em> if it has a deadline; otherwise it is not assessed, because nothing is dated. An action that is completed,
 * suspended or abandoned is not assessed.
 *
 * @param dueSoonDays how many days before a deadline it is near, 0 to 365
 * @param silentDays after how many days without news an action in progress is silent, 1 to 3650
 */
public record HealthRule(int dueSoonDays, int silentDays) {

    /** 30 days and 90 days: a convention of the product's, to be configured. */
    public static final HealthRule DEFAULT = new HealthRule(30, 90);

    public HealthRule {
        checkArgument(dueSoonDays >= 0 && dueSoonDays <= 365, "dueSoonDays must be 0 to 365: %s", dueSoonDays);
        checkArgument(silentDays >= 1 && silentDays <= 3650, "silentDays must be 1 to 3650: %s", silentDays);
    }

    /** The last day on which a deadline is near, counted from a day. */
    public LocalDate nearUntil(LocalDate today) {
        return today.plusDays(dueSoonDays);
    }

    /** The last day on which news is no longer recent. */
    public LocalDate silentSince(LocalDate today) {
        return today.minusDays(silentDays + 1L);
    }

    /** How an action with this pulse stands on a day. */
    public Health assess(Pulse pulse, LocalDate today) {
        if (!pulse.status().isOpen()) {
            return health(pulse, Health.State.NOT_ASSESSED, closedBy(pulse.status()), Optional.empty(), 0);
        }
        Optional<Deadline> next = pulse.next();
        if (next.isPresent() && next.get().day().isBefore(today)) {
            long days = ChronoUnit.DAYS.between(next.get().day(), today);
            return health(pulse, Health.State.LATE, missed(next.get()), next, days);
        }
        long until = next.map(deadline -> ChronoUnit.DAYS.between(today, deadline.day()))
                .orElse(0L);
        if (next.isPresent() && !next.get().day().isAfter(nearUntil(today))) {
            return health(pulse, Health.State.DUE_SOON, near(next.get()), next, until);
        }
        if (pulse.status() == DeclaredStatus.IN_PROGRESS) {
            Optional<LocalDate> news = pulse.lastNews();
            if (news.isEmpty()) {
                return health(pulse, Health.State.NO_RECENT_NEWS, Health.Cause.NEVER_HEARD_OF, next, 0);
            }
            if (!news.get().isAfter(silentSince(today))) {
                long days = ChronoUnit.DAYS.between(news.get(), today);
                return health(pulse, Health.State.NO_RECENT_NEWS, Health.Cause.SILENT, next, days);
            }
        }
        return next.isPresent()
                ? health(pulse, Health.State.ON_TIME, Health.Cause.NOTHING_DUE, next, until)
                : health(pulse, Health.State.NOT_ASSESSED, Health.Cause.NO_DATE, next, 0);
    }

    private static Health health(
            Pulse pulse, Health.State state, Health.Cause cause, Optional<Deadline> deadline, long days) {
        return new Health(state, cause, deadline, pulse.lastNews(), days);
    }

    private static Health.Cause closedBy(DeclaredStatus status) {
        return switch (status) {
            case COMPLETED -> Health.Cause.COMPLETED;
            case SUSPENDED -> Health.Cause.SUSPENDED;
            case ABANDONED -> Health.Cause.ABANDONED;
            case PLANNED, IN_PROGRESS -> throw new IllegalArgumentException("open: " + status);
        };
    }

    private static Health.Cause missed(Deadline deadline) {
        return switch (deadline.kind()) {
            case START -> Health.Cause.START_MISSED;
            case MILESTONE -> Health.Cause.MILESTONE_MISSED;
            case END -> Health.Cause.END_MISSED;
        };
    }

    private static Health.Cause near(Deadline deadline) {
        return switch (deadline.kind()) {
            case START -> Health.Cause.START_NEAR;
            case MILESTONE -> Health.Cause.MILESTONE_NEAR;
            case END -> Health.Cause.END_NEAR;
        };
    }
}
