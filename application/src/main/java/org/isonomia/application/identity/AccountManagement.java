package org.isonomia.application.identity;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.Optional;
import org.isonomia.application.access.Caller;
import org.isonomia.application.spi.ForbiddenException;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.application.spi.StaleAggregateException;
import org.isonomia.domain.access.AccountId;
import org.isonomia.domain.access.Grant;
import org.isonomia.domain.access.Permission;
import org.isonomia.domain.access.Role;
import org.isonomia.domain.access.Scope;
import org.isonomia.domain.identity.Account;
import org.isonomia.domain.identity.Login;
import org.isonomia.domain.identity.Secret;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.RuleViolationException;
import org.isonomia.domain.kernel.Texts;

/**
 * Lets people into an organisation, gives and takes their roles there, and helps them when they lost what they sign in with.
 * Needs {@link Permission#MANAGE_ACCESS}.
 *
 * <p>Nobody gives more than they hold themselves, but an operator may make anybody a plan lead. What concerns an account as a
 * whole (to disable it, to make a link by which a password is chosen) needs the permission in every organisation in which
 * the account holds a role, or {@link Permission#MANAGE_INSTALLATION}: otherwise the lead of one organisation could act in
 * another one by way of an account.
 *
 * <p>What is done is journalled in the organisations that it concerns, in the same transaction.
 */
public interface AccountManagement {

    /**
     * Who holds a role in an organisation, by login.
     *
     * @throws NotFoundException if there is no such organisation
     * @throws ForbiddenException if the caller does not manage access there
     */
    Members members(Caller caller, Code organisation);

    /**
     * Lets somebody in. Who has an account already keeps it and holds the roles besides what they held.
     *
     * @throws NotFoundException if there is no such organisation
     * @throws ForbiddenException if the caller does not manage access there, or does not hold what is to be given
     */
    Invited invite(Caller caller, Invite invite);

    /**
     * Replaces the roles that somebody holds in an organisation.
     *
     * @throws NotFoundException if there is no such organisation or account
     * @throws ForbiddenException if the caller does not manage access there, or does not hold what is to be added
     * @throws StaleAggregateException if the account holds something else than the change expects
     */
    void change(Caller caller, RoleChange change);

    /**
     * Says which roles may be used in an organisation with a second factor only.
     *
     * @throws NotFoundException if there is no such organisation
     * @throws ForbiddenException if the caller does not manage access there
     */
    void demandSecondFactor(Caller caller, Code organisation, ImmutableSet<Role> roles);

    /**
     * Lets an account sign in no more, ends its sessions, tokens and links; or lets it sign in again.
     *
     * @throws NotFoundException if there is no such account, or none that the caller knows of
     * @throws ForbiddenException if the caller does not manage the account as a whole
     * @throws StaleAggregateException if the account's version is another one
     * @throws RuleViolationException if it is the last operator's
     */
    void setDisabled(Caller caller, AccountId account, int version, boolean disabled);

    /**
     * Makes a link by which somebody chooses a password: the first one, or another one as theirs is lost. A second factor
     * that they have is asked for all the same.
     *
     * @throws NotFoundException if there is no such account, or none that the caller knows of
     * @throws ForbiddenException if the caller does not manage the account as a whole, or it is disabled
     */
    Invited recover(Caller caller, AccountId account);

    /**
     * Removes the second factor of somebody who lost it, and ends their sessions.
     *
     * @throws NotFoundException if there is no such account, or none that the caller knows of
     * @throws ForbiddenException if the caller does not manage the account as a whole
     * @throws StaleAggregateException if the account's version is another one
     */
    void resetSecondFactor(Caller caller, AccountId account, int version);

    /**
     * A role without the organisation in which it is held.
     *
     * @param role the role, one of an organisation
     * @param scope how far it reaches
     */
    record Held(Role role, Scope scope) {
        public Held {
            requireNonNull(role, "role");
            requireNonNull(scope, "scope");
        }
    }

    /**
     * Somebody to be let in.
     *
     * @param organisation where
     * @param login by what they sign in
     * @param name how they are called, a title; ignored if they have an account
     * @param held the roles they are to hold
     */
    record Invite(Code organisation, Login login, String name, ImmutableList<Held> held) {
        public Invite {
            requireNonNull(organisation, "organisation");
            requireNonNull(login, "login");
            Texts.checkTitle(name, "name");
            requireNonNull(held, "held");
        }
    }

    /**
     * Somebody who was let in.
     *
     * @param account their account
     * @param link what the link holds by which they choose a password, shown once; empty if they have one, or if the caller
     *     may not make one for them
     * @param expires until when the link can be followed
     */
    record Invited(AccountId account, Optional<Secret> link, Instant expires) {
        public Invited {
            requireNonNull(account, "account");
            requireNonNull(link, "link");
            requireNonNull(expires, "expires");
        }
    }

    /**
     * A change of roles.
     *
     * @param organisation where
     * @param account whose
     * @param expected what they held when the caller looked
     * @param held what they are to hold
     */
    record RoleChange(Code organisation, AccountId account, ImmutableList<Held> expected, ImmutableList<Held> held) {
        public RoleChange {
            requireNonNull(organisation, "organisation");
            requireNonNull(account, "account");
            requireNonNull(expected, "expected");
            requireNonNull(held, "held");
        }
    }

    /**
     * The people of an organisation.
     *
     * @param members who holds a role
     * @param demanding the roles that may be used with a second factor only
     * @param givable the roles that the caller may give there
     */
    record Members(ImmutableList<Member> members, ImmutableSet<Role> demanding, ImmutableSet<Role> givable) {
        public Members {
            requireNonNull(members, "members");
            requireNonNull(demanding, "demanding");
            requireNonNull(givable, "givable");
        }

        /**
         * Who has the account with this id.
         *
         * @throws NotFoundException if it holds no role here
         */
        public Member member(String account) {
            return find(account).orElseThrow(() -> new NotFoundException("nobody here has this id"));
        }

        /** The same; empty if it holds no role here. */
        public Optional<Member> find(String account) {
            return members.stream()
                    .filter(member -> member.id().toString().equals(account))
                    .findFirst();
        }
    }

    /**
     * Somebody who holds a role.
     *
     * @param id their account
     * @param login by what they sign in
     * @param name how they are called
     * @param state whether they may sign in
     * @param secondFactor whether they have a second factor
     * @param operator whether they run the installation
     * @param manageable whether the caller manages the account as a whole
     * @param version the account's version
     * @param grants what they hold in the organisation
     */
    record Member(
            AccountId id,
            Login login,
            String name,
            State state,
            boolean secondFactor,
            boolean operator,
            boolean manageable,
            int version,
            ImmutableList<Grant> grants) {
        public Member {
            requireNonNull(id, "id");
            requireNonNull(login, "login");
            requireNonNull(name, "name");
            requireNonNull(state, "state");
            requireNonNull(grants, "grants");
        }

        static Member of(Account account, boolean manageable, ImmutableList<Grant> grants) {
            return new Member(
                    account.id(),
                    account.login(),
                    account.name(),
                    State.of(account),
                    account.hasSecondFactor(),
                    account.operator(),
                    manageable,
                    account.version(),
                    grants);
        }
    }

    /** Whether somebody may sign in. */
    enum State {
        /** Not yet: they did not follow their link. */
        INVITED,
        /** They may. */
        ACTIVE,
        /** Not any more. */
        DISABLED;

        static State of(Account account) {
            if (account.disabled()) {
                return DISABLED;
            }
            return account.isActive() ? ACTIVE : INVITED;
        }
    }
}
