package org.isonomia.application.spi;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import org.isonomia.domain.identity.SecretDigest;

/**
 * How often somebody tried to sign in, counted by keys whose meaning is the caller's. Each call is durable when it returns,
 * whatever becomes of the attempt, and counts exactly even if many come at once.
 */
public interface SignInAttemptRepository {

    /**
     * Counts one more attempt; a window that has ended begins anew.
     *
     * @return how many in the window, this one included
     */
    Tally count(SecretDigest key, Instant now, Duration window);

    /** Takes one attempt back, which was right after all; a count never falls below zero. */
    void takeBack(SecretDigest key);

    /** Trusts a key until an instant, and forgets what was counted for it. */
    void trust(SecretDigest key, Instant until);

    /** Whether a key is trusted. */
    boolean isTrusted(SecretDigest key, Instant now);

    /** Trusts a key no more. */
    void distrust(SecretDigest key);

    /** Forgets the keys whose window has ended and that are not trusted; tells how many. */
    int sweep(Instant now);

    /**
     * What was counted.
     *
     * @param attempts how many, at least 1
     * @param windowEnd when counting begins anew
     */
    record Tally(int attempts, Instant windowEnd) {
        public Tally {
            checkArgument(attempts >= 1, "attempts must be at least 1: %s", attempts);
            requireNonNull(windowEnd, "windowEnd");
        }
    }
}
