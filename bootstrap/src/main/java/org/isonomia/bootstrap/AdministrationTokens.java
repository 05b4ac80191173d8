package org.isonomia.bootstrap;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import org.isonomia.application.access.TokenDigest;
import org.isonomia.application.spi.TokenRepository;

/** Makes the tokens with which changes are allowed. A token is shown once; only its digest is kept. */
final class AdministrationTokens {

    private static final int BYTES = 32;
    private static final String PREFIX = "isonomia_";

    private final TokenRepository tokens;
    private final InstantSource clock;

    AdministrationTokens(TokenRepository tokens, InstantSource clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** A token if there was none yet. */
    Optional<String> first() {
        return tokens.isEmpty() ? Optional.of(create()) : Optional.empty();
    }

    /** A new token, which replaces all others. */
    String replace() {
        tokens.clear();
        return create();
    }

    private String create() {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        tokens.add(TokenDigest.of(token), clock.instant());
        return token;
    }
}
