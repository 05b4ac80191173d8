package org.isonomia.application.identity;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.isonomia.application.spi.IdSource;
import org.isonomia.application.spi.IdentityStores;
import org.isonomia.application.spi.SecretSource;
import org.isonomia.domain.access.AccountId;
import org.isonomia.domain.identity.Account;
import org.isonomia.domain.identity.IdentitySettings;
import org.isonomia.domain.identity.Secret;
import org.isonomia.domain.identity.Session;
import org.isonomia.domain.identity.Session.Stage;
import org.isonomia.domain.identity.SessionId;

/** Makes sessions, each with a secret of its own. */
final class SessionDesk {

    private final IdSource ids;
    private final SecretSource secrets;
    private final IdentitySettings settings;

    SessionDesk(IdSource ids, SecretSource secrets, IdentitySettings settings) {
        this.ids = requireNonNull(ids, "ids");
        this.secrets = requireNonNull(secrets, "secrets");
        this.settings = requireNonNull(settings, "settings");
    }

    /** A session that is ready to be added. */
    record Ticket(Secret secret, Session session) {}

    Secret secret() {
        return Secret.of("", secrets.next(Secret.BYTES));
    }

    /** A session of somebody who has just shown their password. */
    Ticket afterPassword(Account account, String device, Instant now) {
        Stage stage = account.hasSecondFactor() ? Stage.SECOND_FACTOR_DUE : Stage.OPEN;
        return begun(account.id(), stage, false, device, now);
    }

    /** A session of somebody who has shown everything that they have. */
    Ticket complete(AccountId account, String device, boolean secondFactor, Instant now) {
        return begun(account, Stage.OPEN, secondFactor, device, now);
    }

    /** A session of somebody for whom an identity provider vouches, who proved who they are at an instant. */
    Ticket vouched(AccountId account, String device, boolean secondFactor, Instant confirmed, Instant now) {
        Secret secret = secret();
        return new Ticket(
                secret,
                new Session(
                        new SessionId(ids.next()),
                        secret.digest(),
                        account,
                        Stage.OPEN,
                        now,
                        now,
                        confirmed,
                        secondFactor,
                        device));
    }

    /** The same session under another secret; it does not live longer for that. */
    Ticket renewed(Session session, boolean secondFactor, Instant confirmed, Instant now) {
        Secret secret = secret();
        return new Ticket(
                secret,
                new Session(
                        new SessionId(ids.next()),
                        secret.digest(),
                        session.account(),
                        Stage.OPEN,
                        session.created(),
                        now,
                        confirmed,
                        secondFactor,
                        session.device()));
    }

    private Ticket begun(AccountId account, Stage stage, boolean secondFactor, String device, Instant now) {
        Secret secret = secret();
        return new Ticket(
                secret,
                new Session(
                        new SessionId(ids.next()),
                        secret.digest(),
                        account,
                        stage,
                        now,
                        now,
                        now,
                        secondFactor,
                        device));
    }

    /** Adds a session in the place of another one, and forgets those that nobody can use any more. */
    void open(IdentityStores stores, Ticket ticket, Optional<Session> replaced, Instant now) {
        replaced.ifPresent(old -> stores.sessions().remove(old.account(), old.id()));
        stores.sessions().sweep(now.minus(settings.sessionMax()));
        stores.sessions().add(ticket.session());
    }
}
