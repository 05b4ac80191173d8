package org.isonomia.application.identity;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.isonomia.domain.identity.Secret;
import org.isonomia.domain.identity.Session;

/** What became of somebody's proof of who they are. */
public sealed interface Outcome {

    /**
     * They are signed in, by a new secret; whatever secret they had before is worth nothing now.
     *
     * @param secret what the cookie of the session is to hold
     * @param session the session
     * @param device what a cookie of the device is to hold for long: it signs nobody in, but attempts of others do not count
     *     against a device that has it
     */
    record SignedIn(Secret secret, Session session, Secret device) implements Outcome {
        public SignedIn {
            requireNonNull(secret, "secret");
            requireNonNull(session, "session");
            requireNonNull(device, "device");
        }
    }

    /**
     * The password was right; a code is still to come.
     *
     * @param secret what the cookie of the session is to hold
     * @param session the session, which permits nothing yet
     */
    record SecondFactorDue(Secret secret, Session session) implements Outcome {
        public SecondFactorDue {
            requireNonNull(secret, "secret");
            requireNonNull(session, "session");
        }
    }

    /** It was no proof; nothing is said about why. */
    record Refused() implements Outcome {}

    /**
     * There were too many attempts; this one was not looked at.
     *
     * @param until when another one may be made
     */
    record Throttled(Instant until) implements Outcome {
        public Throttled {
            requireNonNull(until, "until");
        }
    }
}
