package org.isonomia.application.identity;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import org.isonomia.application.spi.ForbiddenException;
import org.isonomia.application.spi.StaleAggregateException;
import org.isonomia.domain.identity.Secret;
import org.isonomia.domain.identity.Session;
import org.isonomia.domain.kernel.RuleViolationException;

/**
 * One-time codes of an authenticator application beside the password. For who is signed in and confirmed that a short while
 * ago; refused to everybody else by a {@link ForbiddenException}.
 */
public interface SecondFactors {

    /**
     * Begins to use an authenticator. Nothing changes for signing in before {@link #finish}.
     *
     * @throws RuleViolationException if they have a second factor already
     */
    Enrolment begin(Caller caller);

    /**
     * Begins to ask for codes, once one has been shown.
     *
     * @param code what was typed
     * @throws RuleViolationException if the code is wrong, or if nothing was begun
     * @throws StaleAggregateException if the account changed meanwhile
     */
    Enrolled finish(Caller caller, String code);

    /**
     * Asks for codes no more, and ends all sessions. Roles that demand a second factor cannot be used then.
     *
     * @throws StaleAggregateException if the account changed meanwhile
     */
    void remove(Caller caller);

    /**
     * Makes new recovery codes; the old ones are good for nothing.
     *
     * @throws RuleViolationException if they have no second factor
     * @throws StaleAggregateException if the account changed meanwhile
     */
    ImmutableList<String> renewRecoveryCodes(Caller caller);

    /**
     * What an authenticator needs, shown once.
     *
     * @param secret the secret in Base32, to be typed
     * @param uri the same as an {@code otpauth:} address, to be shown as a QR code
     */
    record Enrolment(String secret, String uri) {
        public Enrolment {
            requireNonNull(secret, "secret");
            requireNonNull(uri, "uri");
        }

        @Override
        public String toString() {
            return "an enrolment";
        }
    }

    /**
     * A second factor that is in use.
     *
     * @param secret the session's new secret
     * @param session the session, with the second factor
     * @param recoveryCodes what may be typed once each instead of a code, shown once
     */
    record Enrolled(Secret secret, Session session, ImmutableList<String> recoveryCodes) {
        public Enrolled {
            requireNonNull(secret, "secret");
            requireNonNull(session, "session");
            requireNonNull(recoveryCodes, "recoveryCodes");
        }

        @Override
        public String toString() {
            return "an enrolment that is finished";
        }
    }
}
