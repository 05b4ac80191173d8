package org.isonomia.application.access;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;

/**
 * How tokens are kept: as the SHA-256 of their UTF-8 bytes, in lower-case hexadecimal. A token has 256 random bits, so that
 * a slow hash would add nothing (OWASP ASVS 5.0, 11.4).
 */
public final class TokenDigest {

    private TokenDigest() {}

    /** The digest of a token. */
    public static String of(String token) {
        return Hashing.sha256().hashString(token, StandardCharsets.UTF_8).toString();
    }
}
