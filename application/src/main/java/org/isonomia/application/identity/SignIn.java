package org.isonomia.application.identity;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.isonomia.application.spi.DuplicateCodeException;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.domain.identity.Invitation;
import org.isonomia.domain.identity.Login;
import org.isonomia.domain.identity.Password;
import org.isonomia.domain.kernel.RuleViolationException;
import org.isonomia.domain.kernel.Texts;

/**
 * Signing in and out. No answer tells whether an account exists: an unknown login takes as long as a wrong password, is
 * counted alike and refused in the same words.
 */
public interface SignIn {

    /**
     * What a link is for.
     *
     * @param secret what the link holds, whatever that is
     * @return empty if it is good for nothing: unknown, followed already, over
     */
    Optional<Invited> invitation(String secret);

    /**
     * Follows a link: chooses a password and signs in. It ends all other sessions of the account. A second factor that the
     * account has is asked for all the same.
     *
     * @throws NotFoundException if the link is good for nothing, or is the first operator's
     * @throws RuleViolationException if the password may not be chosen; the link stays good
     */
    Outcome accept(String secret, Password password, Client client);

    /**
     * Follows the link of the first operator: makes their account and signs in.
     *
     * @throws NotFoundException if the link is good for nothing, or is somebody else's
     * @throws RuleViolationException if the password may not be chosen; the link stays good
     * @throws DuplicateCodeException if somebody has the login
     */
    Outcome acceptFirst(String secret, Newcomer newcomer, Password password, Client client);

    /**
     * Signs in by a password.
     *
     * @param login what was typed as the login, whatever that is
     */
    Outcome byPassword(String login, Password password, Client client);

    /**
     * Shows the code of a second factor, or a recovery code.
     *
     * @param secret the secret of {@link Outcome.SecondFactorDue}
     * @param code what was typed
     */
    Outcome bySecondFactor(String secret, String code, Client client);

    /** Ends a session; does nothing if there is none. */
    void signOut(String secret);

    /**
     * Who is invited.
     *
     * @param purpose what for
     * @param login whose account it is; empty for the first operator
     * @param name how they are called; empty for the first operator
     */
    record Invited(Invitation.Purpose purpose, Optional<Login> login, Optional<String> name) {
        public Invited {
            requireNonNull(purpose, "purpose");
            requireNonNull(login, "login");
            requireNonNull(name, "name");
        }
    }

    /**
     * Somebody who has no account yet.
     *
     * @param login by what they want to sign in
     * @param name how they are called, a title
     */
    record Newcomer(Login login, String name) {
        public Newcomer {
            requireNonNull(login, "login");
            Texts.checkTitle(name, "name");
        }
    }
}
