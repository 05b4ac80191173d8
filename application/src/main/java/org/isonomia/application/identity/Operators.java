package org.isonomia.application.identity;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.isonomia.application.identity.AccountManagement.Invited;
import org.isonomia.application.identity.AccountManagement.Member;
import org.isonomia.application.spi.ForbiddenException;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.domain.access.AccountId;
import org.isonomia.domain.access.Actor;
import org.isonomia.domain.access.Permission;
import org.isonomia.domain.identity.Login;
import org.isonomia.domain.kernel.RuleViolationException;

/** The people of the whole installation, and who runs it. Needs {@link Permission#MANAGE_INSTALLATION}. */
public interface Operators {

    /**
     * Everybody who has an account, by login, with all they hold.
     *
     * @param after the login after which to begin; empty for the first ones
     * @param limit how many at most, at least 1
     * @throws ForbiddenException if the actor does not manage the installation
     */
    ImmutableList<Member> accounts(Actor actor, Optional<Login> after, int limit);

    /**
     * Lets another operator in. Who has an account already becomes an operator besides what they are.
     *
     * @throws ForbiddenException if the actor does not manage the installation
     */
    Invited invite(Actor actor, Login login, String name);

    /**
     * Makes somebody an operator, or takes that away.
     *
     * @throws ForbiddenException if the actor does not manage the installation
     * @throws NotFoundException if there is no such account
     * @throws RuleViolationException if nobody would be left who runs the installation
     */
    void appoint(Actor actor, AccountId account, boolean operator);
}
