package org.isonomia.domain.identity;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.isonomia.domain.access.AccountId;

/**
 * A link that can be followed once to choose a password.
 *
 * @param digest of its secret
 * @param purpose what for
 * @param account whose password; empty exactly for the first operator, whose account does not exist yet
 * @param created when it was made
 * @param expires from when on it is good for nothing
 */
public record Invitation(
        SecretDigest digest, Purpose purpose, Optional<AccountId> account, Instant created, Instant expires) {

    /** What a link is for. */
    public enum Purpose {
        /** To make the account of the first operator. */
        FIRST_OPERATOR,
        /** To choose the first password of an account. */
        JOIN,
        /** To choose another password, since the old one is lost. */
        RECOVER
    }

    public Invitation {
        requireNonNull(digest, "digest");
        requireNonNull(purpose, "purpose");
        requireNonNull(account, "account");
        checkArgument(
                account.isEmpty() == (purpose == Purpose.FIRST_OPERATOR), "only the first operator has no account");
        requireNonNull(created, "created");
        requireNonNull(expires, "expires");
        checkArgument(created.isBefore(expires), "expires before it was created");
    }

    /** Whether it may be followed at an instant. */
    public boolean isOpen(Instant now) {
        return now.isBefore(expires);
    }

    @Override
    public String toString() {
        return "invitation to " + purpose;
    }
}
