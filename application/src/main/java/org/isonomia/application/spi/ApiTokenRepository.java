package org.isonomia.application.spi;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import org.isonomia.domain.access.AccountId;
import org.isonomia.domain.identity.ApiToken;
import org.isonomia.domain.identity.TokenId;

/** The tokens by which programs act for people. */
public interface ApiTokenRepository {

    /**
     * Adds a token.
     *
     * @throws DuplicateCodeException if its id or its digest is taken
     */
    void add(ApiToken token);

    /** Notes that a token was used; never sets it back. Does nothing if it is gone. */
    void touch(TokenId token, Instant used);

    /** Removes a token of an account; tells whether it was there. */
    boolean remove(AccountId account, TokenId token);

    /** Removes all tokens of an account. */
    void removeAll(AccountId account);

    /** The tokens of an account, the newest first. */
    ImmutableList<ApiToken> list(AccountId account);
}
