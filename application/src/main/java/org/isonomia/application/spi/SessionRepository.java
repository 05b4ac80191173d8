package org.isonomia.application.spi;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.Optional;
import org.isonomia.domain.access.AccountId;
import org.isonomia.domain.identity.SecretDigest;
import org.isonomia.domain.identity.Session;
import org.isonomia.domain.identity.SessionId;

/** Who is signed in, and who is about to be. */
public interface SessionRepository {

    /** The session with this digest, whether it is still open or not. */
    Optional<Session> find(SecretDigest digest);

    /**
     * Adds a session.
     *
     * @throws DuplicateCodeException if its id or its digest is taken
     */
    void add(Session session);

    /** Notes that a session was used; never sets it back. Does nothing if it is gone. */
    void touch(SessionId session, Instant seen);

    /** Removes a session of an account; tells whether it was there. */
    boolean remove(AccountId account, SessionId session);

    /** Removes all sessions of an account but one. */
    void removeAll(AccountId account, Optional<SessionId> kept);

    /** The sessions of an account, the last seen first. */
    ImmutableList<Session> list(AccountId account);

    /** Removes all that began before an instant. */
    void sweep(Instant createdBefore);
}
