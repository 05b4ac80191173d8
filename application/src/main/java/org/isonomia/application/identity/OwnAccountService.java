package org.isonomia.application.identity;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.isonomia.application.spi.IdentityUnitOfWork;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.application.spi.StaleAggregateException;
import org.isonomia.domain.access.AccountId;
import org.isonomia.domain.access.Grant;
import org.isonomia.domain.identity.Account;
import org.isonomia.domain.identity.IdentitySettings;
import org.isonomia.domain.identity.Password;
import org.isonomia.domain.identity.SecondFactor;
import org.isonomia.domain.identity.Session;
import org.isonomia.domain.identity.SessionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class OwnAccountService implements OwnAccount {

    private static final Logger LOG = LoggerFactory.getLogger(OwnAccountService.class);

    private final IdentityPorts ports;
    private final IdentitySettings settings;
    private final Throttle throttle;
    private final PasswordChoice choice;
    private final SessionDesk desk;
    private final SecondFactorCheck check;

    OwnAccountService(
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

    @Override
    public ImmutableList<Session> sessions(Caller caller) {
        AccountId account = caller.signedIn().account();
        Instant now = ports.clock().instant();
        ImmutableList<Session> all = work().read(stores -> stores.sessions().list(account));
        return all.stream().filter(session -> session.isOpen(now, settings)).collect(toImmutableList());
    }

    @Override
    public boolean end(Caller caller, SessionId session) {
        AccountId account = caller.signedIn().account();
        return work().write(stores -> stores.sessions().remove(account, session));
    }

    @Override
    public void endAll(Caller caller) {
        end(caller.signedIn().account(), Optional.empty());
    }

    @Override
    public void endOthers(Caller caller) {
        Session current = caller.signedIn();
        end(current.account(), Optional.of(current.id()));
    }

    private void end(AccountId account, Optional<SessionId> kept) {
        work().write(stores -> {
            stores.sessions().removeAll(account, kept);
            return account;
        });
        LOG.info("account {} ended its sessions", account);
    }

    /** Somebody and what they hold, as it is now. */
    private record Known(Account account, ImmutableList<Grant> grants) {}

    private Known known(AccountId id) {
        return work().read(stores -> new Known(
                stores.accounts().find(id).orElseThrow(() -> new NotFoundException("account " + id)),
                stores.grants().of(id)));
    }

    @Override
    public Outcome confirm(Caller caller, Password password, Optional<String> code, Client client) {
        Session session = caller.signedIn();
        Instant now = ports.clock().instant();
        Account account = known(session.account()).account();
        return whenRight(account, password, client, now, known -> {
            if (!account.hasSecondFactor()) {
                return renew(account, new Renewal(session, false, true, false), client, now);
            }
            return switch (throttle.admit(account.id(), client, now)) {
                case Throttle.Admission.Held held -> new Outcome.Throttled(held.until());
                case Throttle.Admission.Admitted admitted -> {
                    Optional<SecondFactor> used = code.flatMap(typed -> check.used(account, typed, now));
                    used.ifPresent(factor -> throttle.takeBack(admitted));
                    yield used.map(factor -> renew(
                                    account.withSecondFactor(used),
                                    new Renewal(session, true, true, false),
                                    client,
                                    now))
                            .orElseGet(Outcome.Refused::new);
                }
            };
        });
    }

    /** Lets something be done for who knows the password of an account. */
    private Outcome whenRight(
            Account account, Password password, Client client, Instant now, Function<Account, Outcome> next) {
        return switch (throttle.admit(account.login().value(), client, now)) {
            case Throttle.Admission.Held held -> new Outcome.Throttled(held.until());
            case Throttle.Admission.Admitted admitted -> {
                boolean right = account.password()
                        .map(hash -> ports.hasher().verify(password, hash))
                        .orElse(false);
                if (!right) {
                    LOG.info("account {} was refused: wrong password", account.id());
                    yield new Outcome.Refused();
                }
                throttle.takeBack(admitted);
                yield next.apply(account);
            }
        };
    }

    /** What a session becomes by a proof. */
    private record Renewal(Session session, boolean secondFactor, boolean confirms, boolean endsOthers) {}

    private Outcome renew(Account changed, Renewal renewal, Client client, Instant now) {
        Session session = renewal.session();
        Instant confirmed = renewal.confirms() ? now : session.confirmed();
        SessionDesk.Ticket ticket = desk.renewed(session, renewal.secondFactor(), confirmed, now);
        try {
            work().write(stores -> {
                stores.accounts().save(changed);
                desk.open(stores, ticket, Optional.of(session), now);
                if (renewal.endsOthers()) {
                    stores.sessions()
                            .removeAll(
                                    changed.id(), Optional.of(ticket.session().id()));
                }
                return ticket;
            });
        } catch (StaleAggregateException changedMeanwhile) {
            return new Outcome.Refused();
        }
        LOG.info("account {} proved who it is", changed.id());
        return new Outcome.SignedIn(
                ticket.secret(), ticket.session(), throttle.remember(changed, client, desk.secret(), now));
    }

    /** Who has a second factor is not taken for confirmed by a password alone. */
    @Override
    public Outcome changePassword(Caller caller, PasswordChange change, Client client) {
        Session session = caller.signedIn();
        Instant now = ports.clock().instant();
        Known known = known(session.account());
        return whenRight(known.account(), change.current(), client, now, account -> {
            Account changed = account.withPassword(choice.hash(change.replacement(), account, known.grants()));
            Renewal renewal =
                    new Renewal(session, session.secondFactor(), !account.hasSecondFactor(), change.endOthers());
            return renew(changed, renewal, client, now);
        });
    }
}
