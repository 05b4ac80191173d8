package org.isonomia.application.spi;

import java.time.Instant;
import java.util.Optional;
import org.isonomia.domain.access.AccountId;
import org.isonomia.domain.identity.Invitation;
import org.isonomia.domain.identity.SecretDigest;

/** The links that can be followed once; one at a time for each account, and one for the first operator. */
public interface InvitationRepository {

    /** The link with this digest, whether it can still be followed or not. */
    Optional<Invitation> find(SecretDigest digest);

    /**
     * Adds a link; one of the same account, or for the first operator, is removed.
     *
     * @throws DuplicateCodeException if its digest is taken
     */
    void put(Invitation invitation);

    /** Removes a link; tells whether it was there, which of several callers at once it tells to one. */
    boolean consume(SecretDigest digest);

    /** Removes the link of an account, if there is one. */
    void removeOf(AccountId account);

    /** Removes all that cannot be followed any more. */
    void sweep(Instant now);
}
