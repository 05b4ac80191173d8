package org.isonomia.application.identity;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.isonomia.application.spi.ForbiddenException;
import org.isonomia.domain.identity.Password;
import org.isonomia.domain.identity.Session;
import org.isonomia.domain.identity.SessionId;
import org.isonomia.domain.kernel.RuleViolationException;

/** What everybody who is signed in may do with their own account. Refused to everybody else by a {@link ForbiddenException}. */
public interface OwnAccount {

    /** Where they are signed in, the last seen first; their present session is one of them. */
    ImmutableList<Session> sessions(Caller caller);

    /** Signs them out of one of their sessions; tells whether there was one. */
    boolean end(Caller caller, SessionId session);

    /** Signs them out everywhere, the present session included. */
    void endAll(Caller caller);

    /** Signs them out everywhere but in the present session. */
    void endOthers(Caller caller);

    /**
     * Proves again who they are, which sensitive acts ask for: by their password, and by a code if they have a second factor.
     *
     * @param code what was typed as a code; ignored without a second factor
     * @return signed in anew, refused or throttled
     */
    Outcome confirm(Caller caller, Password password, Optional<String> code, Client client);

    /**
     * Chooses another password.
     *
     * @return signed in anew, or refused or throttled as the current password is wrong
     * @throws RuleViolationException if the new password may not be chosen
     */
    Outcome changePassword(Caller caller, PasswordChange change, Client client);

    /**
     * A change of a password.
     *
     * @param current the password so far
     * @param replacement the password from now on
     * @param endOthers whether to sign out everywhere else
     */
    record PasswordChange(Password current, Password replacement, boolean endOthers) {
        public PasswordChange {
            requireNonNull(current, "current");
            requireNonNull(replacement, "replacement");
        }
    }
}
