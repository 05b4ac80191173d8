package org.isonomia.application.identity;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import java.time.Instant;
import java.util.Optional;
import org.isonomia.application.access.Caller;
import org.isonomia.application.access.UseCase;
import org.isonomia.application.document.MappingWriter;
import org.isonomia.application.document.Node;
import org.isonomia.application.spi.ForbiddenException;
import org.isonomia.application.spi.IdentityStores;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.application.spi.StaleAggregateException;
import org.isonomia.domain.access.AccountId;
import org.isonomia.domain.access.Actor;
import org.isonomia.domain.access.Grant;
import org.isonomia.domain.access.Role;
import org.isonomia.domain.identity.Account;
import org.isonomia.domain.identity.IdentitySettings;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.RuleViolationException;
import org.isonomia.domain.kernel.Violation;
import org.isonomia.domain.kernel.ViolationCode;
import org.isonomia.domain.network.OrganisationId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class AccountManagementService implements AccountManagement {

    private static final Logger LOG = LoggerFactory.getLogger(AccountManagementService.class);

    private static final Violation LAST_OPERATOR = Violation.of(
            new ViolationCode("account.last-operator"),
            "somebody has to run the installation: appoint another one first");

    private final IdentityPorts ports;
    private final LinkDesk links;
    private final AccountJournal journal;

    AccountManagementService(IdentityPorts ports, IdentitySettings settings) {
        this.ports = requireNonNull(ports, "ports");
        this.links = new LinkDesk(ports.secrets(), settings);
        this.journal = new AccountJournal(ports.journal());
    }

    /** An organisation in which the actor manages access. */
    private OrganisationId managed(Actor actor, Code organisation) {
        OrganisationId id = ports.organisations()
                .find(organisation)
                .orElseThrow(() -> new NotFoundException("no organisation has this code: " + organisation))
                .id();
        Authority.requireAccess(actor, id);
        return id;
    }

    @Override
    public Members members(Caller caller, Code organisation) {
        Actor actor = caller.actor();
        OrganisationId id = managed(actor, organisation);
        return ports.work().read(stores -> {
            ImmutableListMultimap<AccountId, Grant> held = stores.grants().in(id);
            ImmutableListMultimap<AccountId, Grant> all = stores.grants().of(held.keySet());
            ImmutableList<Member> members = stores.accounts().holdersIn(id).stream()
                    .map(account -> Member.of(
                            account,
                            Authority.managesWholly(actor, account, all.get(account.id())),
                            held.get(account.id())))
                    .collect(toImmutableList());
            return new Members(members, stores.grants().demands(id), Authority.givable(actor, id));
        });
    }

    private static ImmutableList<Grant> grants(OrganisationId organisation, ImmutableList<Held> held) {
        return Grant.merged(held.stream()
                .map(one -> Grant.of(one.role(), organisation, one.scope()))
                .collect(toImmutableList()));
    }

    private static ImmutableList<Grant> added(ImmutableList<Grant> before, ImmutableList<Grant> after) {
        return after.stream().filter(grant -> !before.contains(grant)).collect(toImmutableList());
    }

    @Override
    public Invited invite(Caller caller, Invite invite) {
        Actor actor = caller.actor();
        OrganisationId organisation = managed(actor, invite.organisation());
        ImmutableList<Grant> given = grants(organisation, invite.held());
        Authority.requireGivable(actor, given);
        Instant now = ports.clock().instant();
        AccountId id = new AccountId(ports.ids().next());
        Invited invited = ports.work().write(stores -> {
            Optional<Account> known = stores.accounts().find(invite.login());
            Account account = known.orElseGet(() -> Account.invited(id, invite.login(), invite.name(), now));
            if (known.isEmpty()) {
                stores.accounts().add(account);
            }
            ImmutableList<Grant> all = stores.grants().of(account.id());
            ImmutableList<Grant> before = in(organisation, all);
            stores.grants()
                    .put(account.id(), organisation, before, ImmutableList.copyOf(Iterables.concat(before, given)));
            journal.roles(
                    stores,
                    caller.deed(UseCase.INVITE, Optional.empty()),
                    organisation,
                    account,
                    before,
                    in(organisation, stores.grants().of(account.id())));
            boolean linked = known.isEmpty()
                    || (account.password().isEmpty()
                            && !account.disabled()
                            && Authority.managesWholly(actor, account, all));
            return linked ? links.link(stores, account, now) : LinkDesk.none(account, now);
        });
        LOG.info("{} let account {} into organisation {}", actor.label(), invited.account(), organisation);
        return invited;
    }

    private static ImmutableList<Grant> in(OrganisationId organisation, ImmutableList<Grant> grants) {
        return grants.stream()
                .filter(grant -> grant.organisation().equals(Optional.of(organisation)))
                .collect(toImmutableList());
    }

    @Override
    public void change(Caller caller, RoleChange change) {
        Actor actor = caller.actor();
        OrganisationId organisation = managed(actor, change.organisation());
        ImmutableList<Grant> expected = grants(organisation, change.expected());
        ImmutableList<Grant> held = grants(organisation, change.held());
        Authority.requireGivable(actor, added(expected, held));
        ports.work().write(stores -> {
            stores.grants().put(change.account(), organisation, expected, held);
            Account account = stores.accounts().find(change.account()).orElseThrow();
            journal.roles(
                    stores, caller.deed(UseCase.CHANGE_ROLES, Optional.empty()), organisation, account, expected, held);
            return held;
        });
        LOG.info(
                "{} changed the roles of account {} in organisation {}", actor.label(), change.account(), organisation);
    }

    @Override
    public void demandSecondFactor(Caller caller, Code organisation, ImmutableSet<Role> roles) {
        Actor actor = caller.actor();
        OrganisationId id = managed(actor, organisation);
        ports.work().write(stores -> {
            ImmutableSet<Role> before = stores.grants().demands(id);
            stores.grants().demand(id, roles);
            journal.demands(stores, caller.deed(UseCase.DEMAND_SECOND_FACTOR, Optional.empty()), id, before, roles);
            return roles;
        });
        LOG.info("{} demands a second factor of {} in organisation {}", actor.label(), roles, id);
    }

    /** An account that the actor manages as a whole. Of one that they do not know of, nothing is said. */
    private static Account managed(IdentityStores stores, Actor actor, AccountId id) {
        ImmutableList<Grant> grants = stores.grants().of(id);
        Account account = stores.accounts()
                .find(id)
                .filter(known -> Authority.knows(actor, grants))
                .orElseThrow(() -> new NotFoundException("no account has this id: " + id));
        if (!Authority.managesWholly(actor, account, grants)) {
            throw new ForbiddenException("the account holds roles that are managed by others");
        }
        return account;
    }

    private static Account managed(IdentityStores stores, Actor actor, AccountId id, int version) {
        Account account = managed(stores, actor, id);
        if (account.version() != version) {
            throw new StaleAggregateException("account " + id + " has changed");
        }
        return account;
    }

    /** Refuses to take the last operator away; to be asked before the change, in the same unit of work. */
    static void keepAnOperator(IdentityStores stores, Account leaving) {
        if (leaving.operator()
                && stores.accounts().lockOperators().stream()
                        .allMatch(operator -> operator.id().equals(leaving.id()))) {
            throw new RuleViolationException(LAST_OPERATOR);
        }
    }

    private void note(
            IdentityStores stores,
            Caller caller,
            UseCase useCase,
            Account account,
            Node.Mapping before,
            Node.Mapping after) {
        journal.everywhere(
                stores,
                caller.deed(useCase, Optional.empty()),
                account,
                stores.grants().of(account.id()),
                before,
                after);
    }

    private static Node.Mapping state(String name, boolean is) {
        return new MappingWriter().flag(name, is).build();
    }

    @Override
    public void setDisabled(Caller caller, AccountId id, int version, boolean disabled) {
        Actor actor = caller.actor();
        ports.work().write(stores -> {
            Account account = managed(stores, actor, id, version);
            if (disabled) {
                keepAnOperator(stores, account);
                stores.sessions().removeAll(id, Optional.empty());
                stores.tokens().removeAll(id);
                stores.invitations().removeOf(id);
            }
            stores.accounts().save(account.disabled(disabled));
            note(
                    stores,
                    caller,
                    UseCase.DISABLE_ACCOUNT,
                    account,
                    state("disabled", account.disabled()),
                    state("disabled", disabled));
            return account;
        });
        LOG.info("{} set account {} to disabled: {}", actor.label(), id, disabled);
    }

    @Override
    public Invited recover(Caller caller, AccountId id) {
        Actor actor = caller.actor();
        Instant now = ports.clock().instant();
        Invited invited = ports.work().write(stores -> {
            Account account = managed(stores, actor, id);
            if (account.disabled()) {
                throw new ForbiddenException("the account is disabled");
            }
            Invited link = links.link(stores, account, now);
            Node.Mapping until =
                    new MappingWriter().text("link", link.expires().toString()).build();
            note(stores, caller, UseCase.RECOVER_ACCOUNT, account, state("link", false), until);
            return link;
        });
        LOG.info("{} made a link for account {}", actor.label(), id);
        return invited;
    }

    @Override
    public void resetSecondFactor(Caller caller, AccountId id, int version) {
        Actor actor = caller.actor();
        ports.work().write(stores -> {
            Account account = managed(stores, actor, id, version);
            stores.accounts().save(account.withSecondFactor(Optional.empty()));
            stores.sessions().removeAll(id, Optional.empty());
            note(
                    stores,
                    caller,
                    UseCase.RESET_SECOND_FACTOR,
                    account,
                    state("secondFactor", account.hasSecondFactor()),
                    state("secondFactor", false));
            return account;
        });
        LOG.info("{} removed the second factor of account {}", actor.label(), id);
    }
}
