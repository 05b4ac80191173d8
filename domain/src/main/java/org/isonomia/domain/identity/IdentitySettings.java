package org.isonomia.domain.identity;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How long what proves who somebody is does so.
 *
 * @param sessionIdle after how much silence a session ends, 1 minute to 1 day
 * @param sessionMax when a session ends in any case, 10 minutes to 7 days, not before it could be idle
 * @param freshness for how long after signing in sensitive acts need no further proof, 1 minute to 1 hour
 * @param secondFactorWait how long a code may take after the password, 1 to 15 minutes
 * @param invitation how long an invitation can be accepted, 1 hour to 30 days
 * @param recovery how long a link to choose a new password is good for, 10 minutes to 3 days
 * @param tokenMax the longest life of a token, 1 day to 366 days
 * @param operatorsNeedSecondFactor whether who runs the installation may do so with a second factor only
 */
public record IdentitySettings(
        Duration sessionIdle,
        Duration sessionMax,
        Duration freshness,
        Duration secondFactorWait,
        Duration invitation,
        Duration recovery,
        Duration tokenMax,
        boolean operatorsNeedSecondFactor) {

    /** Half an hour of silence, half a day at most, and no second factor unless somebody demands it. */
    public static final IdentitySettings DEFAULT = new IdentitySettings(
            Duration.ofMinutes(30),
            Duration.ofHours(12),
            Duration.ofMinutes(10),
            Duration.ofMinutes(5),
            Duration.ofDays(7),
            Duration.ofHours(24),
            Duration.ofDays(366),
            false);

    public IdentitySettings {
        check(sessionIdle, "sessionIdle", Duration.ofMinutes(1), Duration.ofDays(1));
        check(sessionMax, "sessionMax", Duration.ofMinutes(10), Duration.ofDays(7));
        checkArgument(sessionMax.compareTo(sessionIdle) >= 0, "sessionMax must not be shorter than sessionIdle");
        check(freshness, "freshness", Duration.ofMinutes(1), Duration.ofHours(1));
        check(secondFactorWait, "secondFactorWait", Duration.ofMinutes(1), Duration.ofMinutes(15));
        check(invitation, "invitation", Duration.ofHours(1), Duration.ofDays(30));
        check(recovery, "recovery", Duration.ofMinutes(10), Duration.ofDays(3));
        check(tokenMax, "tokenMax", Duration.ofDays(1), Duration.ofDays(366));
    }

    private static void check(Duration value, String name, Duration least, Duration most) {
        requireNonNull(value, name);
        checkArgument(
                value.compareTo(least) >= 0 && value.compareTo(most) <= 0,
                "%s must be %s to %s: %s",
                name,
                least,
                most,
                value);
    }
}
