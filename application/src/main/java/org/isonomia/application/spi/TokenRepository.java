package org.isonomia.application.spi;

import java.time.Instant;

/** The administration tokens of the installation, as digests only. */
public interface TokenRepository {

    /** Whether any token exists. */
    boolean isEmpty();

    /** Keeps the digest of a new token. */
    void add(String digest, Instant created);

    /** Whether a token with this digest exists. */
    boolean contains(String digest);

    /** Forgets all tokens. */
    void clear();
}
