package org.isonomia.application.spi.testing;

import com.google.common.collect.ImmutableSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.isonomia.domain.access.AccountId;
import org.isonomia.domain.access.Permission;
import org.isonomia.domain.identity.Account;
import org.isonomia.domain.identity.ApiToken;
import org.isonomia.domain.identity.Invitation;
import org.isonomia.domain.identity.Login;
import org.isonomia.domain.identity.SecondFactor;
import org.isonomia.domain.identity.SecretDigest;
import org.isonomia.domain.identity.Session;
import org.isonomia.domain.identity.SessionId;
import org.isonomia.domain.identity.TokenId;

/** People of the tests, each another one. */
public final class IdentitySamples {

    /** When the tests take place. */
    public static final Instant NOW = Instant.parse("2026-11-24T10:00:00.123456Z");

    private IdentitySamples() {}

    /** A digest nobody else has. */
    public static SecretDigest digest() {
        return SecretDigest.of(UUID.randomUUID().toString());
    }

    /** Somebody with everything an account can have. */
    public static Account account() {
        AccountId id = new AccountId(UUID.randomUUID());
        return new Account(
                id,
                Login.parse(id + "@Métropole.EXAMPLE"),
                Samples.ODD_TEXT,
                false,
                Optional.of("$argon2id$…"),
                Optional.of(new SecondFactor(
                        "c2VhbGVk", true, 58_000_000_000L, ImmutableSet.of(digest(), SecretDigest.of(id.toString())))),
                false,
                NOW,
                1);
    }

    /** A session that began at an instant. */
    public static Session session(AccountId account, Instant created) {
        return new Session(
                new SessionId(UUID.randomUUID()),
                digest(),
                account,
                Session.Stage.OPEN,
                created,
                created.plusSeconds(1),
                created,
                true,
                Samples.ODD_TEXT);
    }

    /** A link of an account. */
    public static Invitation invitation(AccountId account) {
        return new Invitation(
                digest(), Invitation.Purpose.JOIN, Optional.of(account), NOW, NOW.plus(Duration.ofHours(1)));
    }

    /** A token that was made at an instant. */
    public static ApiToken token(AccountId account, Instant created) {
        return new ApiToken(
                new TokenId(UUID.randomUUID()),
                digest(),
                account,
                Samples.ODD_TEXT,
                ImmutableSet.of(Permission.READ_WORKSPACE, Permission.EDIT_ACTION),
                created,
                created.plus(Duration.ofDays(1)),
                Optional.empty());
    }
}
