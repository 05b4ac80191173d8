package org.isonomia.domain.identity;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.Optional;
import org.isonomia.domain.access.AccountId;
import org.isonomia.domain.access.Permission;
import org.isonomia.domain.kernel.Texts;

/**
 * What lets a program act for somebody: never more than they may do themselves, and less if they wish.
 *
 * @param id its identity
 * @param digest of its secret
 * @param account for whom
 * @param name what it is for, in their words, a title
 * @param permissions what it may be used for, at most; at least one
 * @param created when it was made
 * @param expires from when on it is good for nothing
 * @param lastUsed when it was last used, to the minute
 */
public record ApiToken(
        TokenId id,
        SecretDigest digest,
        AccountId account,
        String name,
        ImmutableSet<Permission> permissions,
        Instant created,
        Instant expires,
        Optional<Instant> lastUsed) {

    /** What every token begins with, so that scanners find one that was published by mistake. */
    public static final String PREFIX = "isonomia_";

    public ApiToken {
        requireNonNull(id, "id");
        requireNonNull(digest, "digest");
        requireNonNull(account, "account");
        Texts.checkTitle(name, "name");
        checkArgument(!permissions.isEmpty(), "a token that permits nothing");
        requireNonNull(created, "created");
        requireNonNull(expires, "expires");
        checkArgument(created.isBefore(expires), "expires before it was created");
        requireNonNull(lastUsed, "lastUsed");
    }

    /** Whether it may be used at an instant. */
    public boolean isOpen(Instant now) {
        return now.isBefore(expires);
    }

    @Override
    public String toString() {
        return "token " + id;
    }
}
