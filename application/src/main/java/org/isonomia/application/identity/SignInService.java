package org.isonomia.application.identity;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.Optional;
import org.isonomia.application.spi.IdentityStores;
import org.isonomia.application.spi.IdentityUnitOfWork;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.application.spi.PasswordHasher;
import org.isonomia.application.spi.StaleAggregateException;
import org.isonomia.domain.access.AccountId;
import org.isonomia.domain.access.Grant;
import org.isonomia.domain.identity.Account;
import org.isonomia.domain.identity.IdentitySettings;
import org.isonomia.domain.identity.Invitation;
import org.isonomia.domain.identity.Invitation.Purpose;
import org.isonomia.domain.identity.Login;
import org.isonomia.domain.identity.Password;
import org.isonomia.domain.identity.SecondFactor;
import org.isonomia.domain.identity.Secret;
import org.isonomia.domain.identity.SecretDigest;
import org.isonomia.domain.identity.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class SignInService implements SignIn {

    private static final Logger LOG = LoggerFactory.getLogger(SignInService.class);
    private static final String DEAD_LINK = "this link is good for nothing: it was followed, replaced, or is over";

    private final IdentityPorts ports;
    private final IdentitySettings settings;
    private final Throttle throttle;
    private final PasswordChoice choice;
    private final SessionDesk desk;
    private final SecondFactorCheck check;

    SignInService(
            IdentityPorts ports,
            IdentitySettings settings,
            Throttle throttle,
            PasswordChoice choice,
            SessionDesk desk) {
        this.ports = requireNonNull(ports, "ports");
        this.settings = requireNonNull(settings, "settings");
        this.throttle = requireNonNull(throttle, "throttle");
        this.choice = requireNonNull(choice, "choice");
        this.desk = requireNonNull(desk, "desk");
        this.check = new SecondFactorCheck(ports.cipher());
    }

    private IdentityUnitOfWork work() {
        return ports.work();
    }

    /** A link that may be followed, and whose account it is. */
    private record OpenLink(Invitation invitation, Optional<Account> account, ImmutableList<Grant> grants) {}

    private Optional<OpenLink> link(IdentityStores stores, String secret, Instant now) {
        return Optional.of(secret)
                .filter(Secret::isPossible)
                .flatMap(possible -> stores.invitations().find(SecretDigest.of(possible)))
                .filter(invitation -> invitation.isOpen(now))
                .map(invitation -> new OpenLink(
                        invitation,
                        invitation.account().flatMap(stores.accounts()::find),
                        invitation.account().map(stores.grants()::of).orElse(ImmutableList.of())))
                .filter(link ->
                        link.account().map(account -> !account.disabled()).orElse(true));
    }

    @Override
    public Optional<Invited> invitation(String secret) {
        Instant now = ports.clock().instant();
        Optional<OpenLink> found = work().read(stores -> link(stores, secret, now));
        return found.map(link -> new Invited(
                link.invitation().purpose(),
                link.account().map(Account::login),
                link.account().map(Account::name)));
    }

    @Override
    public Outcome accept(String secret, Password password, Client client) {
        Instant now = ports.clock().instant();
        Optional<OpenLink> found = work().read(stores -> link(stores, secret, now));
        OpenLink link =
                found.filter(open -> open.account().isPresent()).orElseThrow(() -> new NotFoundException(DEAD_LINK));
        Account account = link.account().orElseThrow();
        String hash = choice.hash(password, account, link.grants());
        SessionDesk.Ticket ticket = desk.afterPassword(account, client.description(), now);
        work().write(stores -> {
            consume(stores, link.invitation());
            stores.accounts().save(account.withPassword(hash));
            stores.sessions().removeAll(account.id(), Optional.empty());
            desk.open(stores, ticket, Optional.empty(), now);
            return ticket;
        });
        LOG.info(
                "account {} followed a link to {}",
                account.id(),
                link.invitation().purpose());
        return outcome(account, ticket, client, now);
    }

    @Override
    public Outcome acceptFirst(String secret, Newcomer newcomer, Password password, Client client) {
        Instant now = ports.clock().instant();
        Optional<OpenLink> found = work().read(stores -> link(stores, secret, now));
        Invitation invitation = found.map(OpenLink::invitation)
                .filter(open -> open.purpose() == Purpose.FIRST_OPERATOR)
                .orElseThrow(() -> new NotFoundException(DEAD_LINK));
        String hash = choice.hash(password, newcomer.login(), newcomer.name(), ImmutableList.of());
        Account account = Account.invited(new AccountId(ports.ids().next()), newcomer.login(), newcomer.name(), now)
                .asOperator(true)
                .withPassword(hash);
        SessionDesk.Ticket ticket = desk.afterPassword(account, client.description(), now);
        work().write(stores -> {
            consume(stores, invitation);
            if (!stores.accounts().lockOperators().isEmpty()) {
                throw new NotFoundException(DEAD_LINK);
            }
            stores.accounts().add(account);
            desk.open(stores, ticket, Optional.empty(), now);
            return ticket;
        });
        LOG.info("account {} is the first operator", account.id());
        return outcome(account, ticket, client, now);
    }

    private static void consume(IdentityStores stores, Invitation invitation) {
        if (!stores.invitations().consume(invitation.digest())) {
            throw new NotFoundException(DEAD_LINK);
        }
    }

    private Outcome outcome(Account account, SessionDesk.Ticket ticket, Client client, Instant now) {
        if (ticket.session().stage() == Session.Stage.SECOND_FACTOR_DUE) {
            return new Outcome.SecondFactorDue(ticket.secret(), ticket.session());
        }
        return signedIn(account, ticket, client, now);
    }

    private Outcome.SignedIn signedIn(Account account, SessionDesk.Ticket ticket, Client client, Instant now) {
        Secret device = throttle.remember(account, client, desk.secret(), now);
        LOG.info("account {} signed in", account.id());
        return new Outcome.SignedIn(ticket.secret(), ticket.session(), device);
    }

    @Override
    public Outcome byPassword(String typed, Password password, Client client) {
        Instant now = ports.clock().instant();
        Optional<Login> login = login(typed);
        String who = login.map(Login::value).orElse(typed);
        return switch (throttle.admit(who, client, now)) {
            case Throttle.Admission.Held held -> new Outcome.Throttled(held.until());
            case Throttle.Admission.Admitted admitted -> {
                Optional<Account> right = verified(login, password);
                right.ifPresent(account -> throttle.takeBack(admitted));
                yield right.map(account -> begin(account, password, client, now))
                        .orElseGet(Outcome.Refused::new);
            }
        };
    }

    private static Optional<Login> login(String typed) {
        try {
            return Optional.of(Login.parse(typed));
        } catch (IllegalArgumentException nobody) {
            return Optional.empty();
        }
    }

    /** The account, if the password is its own. Who does not exist is verified as slowly as everybody else. */
    private Optional<Account> verified(Optional<Login> login, Password password) {
        PasswordHasher hasher = ports.hasher();
        Optional<Account> account = login.flatMap(present ->
                work().<Optional<Account>>read(stores -> stores.accounts().find(present)));
        Optional<Account> active = account.filter(Account::isActive);
        if (active.isEmpty()) {
            hasher.verifyNothing(password);
            LOG.info("somebody without an account that is active was refused");
            return Optional.empty();
        }
        if (!hasher.verify(password, active.get().password().orElseThrow())) {
            LOG.info("account {} was refused: wrong password", active.get().id());
            return Optional.empty();
        }
        return active;
    }

    private Outcome begin(Account account, Password password, Client client, Instant now) {
        boolean outdated = ports.hasher().isOutdated(account.password().orElseThrow());
        Account kept = outdated ? account.withPassword(ports.hasher().hash(password)) : account;
        SessionDesk.Ticket ticket = desk.afterPassword(account, client.description(), now);
        Optional<Account> begun = work().write(stores -> {
            Optional<Account> unchanged = stores.accounts()
                    .find(account.id())
                    .filter(current -> current.isActive() && current.password().equals(account.password()));
            unchanged.ifPresent(current -> {
                if (outdated) {
                    stores.accounts().save(current.withPassword(kept.password().orElseThrow()));
                }
                desk.open(stores, ticket, Optional.empty(), now);
            });
            return unchanged;
        });
        return begun.map(current -> outcome(account, ticket, client, now)).orElseGet(Outcome.Refused::new);
    }

    @Override
    public Outcome bySecondFactor(String secret, String code, Client client) {
        Instant now = ports.clock().instant();
        Optional<Session> found = work().read(stores -> Optional.of(secret)
                .filter(Secret::isPossible)
                .flatMap(possible -> stores.sessions().find(SecretDigest.of(possible))));
        Optional<Session> waiting = found.filter(session -> session.awaitsSecondFactor(now, settings));
        if (waiting.isEmpty()) {
            return new Outcome.Refused();
        }
        Session session = waiting.get();
        return switch (throttle.admit(session.account(), client, now)) {
            case Throttle.Admission.Held held -> new Outcome.Throttled(held.until());
            case Throttle.Admission.Admitted admitted -> {
                Outcome outcome = complete(session, code, client, now);
                if (outcome instanceof Outcome.SignedIn) {
                    throttle.takeBack(admitted);
                } else {
                    LOG.info("account {} was refused: wrong code", session.account());
                }
                yield outcome;
            }
        };
    }

    private Outcome complete(Session session, String code, Client client, Instant now) {
        SessionDesk.Ticket ticket = desk.complete(session.account(), client.description(), true, now);
        Optional<Account> completed;
        try {
            completed = work().write(stores -> {
                Optional<Account> account =
                        stores.accounts().find(session.account()).filter(known -> !known.disabled());
                Optional<SecondFactor> used = account.flatMap(known -> check.used(known, code, now));
                used.ifPresent(factor -> {
                    stores.accounts().save(account.orElseThrow().withSecondFactor(used));
                    desk.open(stores, ticket, Optional.of(session), now);
                });
                return used.flatMap(factor -> account);
            });
        } catch (StaleAggregateException usedMeanwhile) {
            completed = Optional.empty();
        }
        return completed
                .<Outcome>map(account -> signedIn(account, ticket, client, now))
                .orElseGet(Outcome.Refused::new);
    }

    @Override
    public void signOut(String secret) {
        if (!Secret.isPossible(secret)) {
            return;
        }
        work().write(stores -> {
            stores.sessions().find(SecretDigest.of(secret)).ifPresent(session -> {
                stores.sessions().remove(session.account(), session.id());
                LOG.info("account {} signed out", session.account());
            });
            return secret;
        });
    }
}
