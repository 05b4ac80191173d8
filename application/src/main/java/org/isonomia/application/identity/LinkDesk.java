package org.isonomia.application.identity;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.isonomia.application.identity.AccountManagement.Invited;
import org.isonomia.application.spi.IdentityStores;
import org.isonomia.application.spi.SecretSource;
import org.isonomia.domain.identity.Account;
import org.isonomia.domain.identity.IdentitySettings;
import org.isonomia.domain.identity.Invitation;
import org.isonomia.domain.identity.Invitation.Purpose;
import org.isonomia.domain.identity.Secret;

/** Makes the links by which people choose a password. */
final class LinkDesk {

    private final SecretSource secrets;
    private final IdentitySettings settings;

    LinkDesk(SecretSource secrets, IdentitySettings settings) {
        this.secrets = requireNonNull(secrets, "secrets");
        this.settings = requireNonNull(settings, "settings");
    }

    /** Keeps a link for somebody: to join if they have no password yet, or else to choose another one. */
    Invited link(IdentityStores stores, Account account, Instant now) {
        Purpose purpose = account.password().isPresent() ? Purpose.RECOVER : Purpose.JOIN;
        Instant expires = now.plus(purpose == Purpose.JOIN ? settings.invitation() : settings.recovery());
        Secret secret = Secret.of("", secrets.next(Secret.BYTES));
        stores.invitations().sweep(now);
        stores.invitations().put(new Invitation(secret.digest(), purpose, Optional.of(account.id()), now, expires));
        return new Invited(account.id(), Optional.of(secret), expires);
    }

    /** For somebody who needs no link, or gets none from here. */
    static Invited none(Account account, Instant now) {
        return new Invited(account.id(), Optional.empty(), now);
    }
}
