package org.isonomia.domain.identity;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.io.BaseEncoding;

/**
 * What proves who somebody is, once it is shown: the content of a session's cookie, of a one-time link, of a token. Never
 * kept: a store has its {@link #digest}.
 *
 * @param value the characters, 1 to 512; never part of {@link #toString()}
 */
public record Secret(String value) {

    /** How many random bytes a secret has: 256 bits, so that a digest without salt is enough (OWASP ASVS 5.0, 11.4). */
    public static final int BYTES = 32;

    private static final int MAX = 512;

    public Secret {
        requireNonNull(value, "value");
        checkArgument(isPossible(value), "not a secret");
    }

    /** Whether some characters could be a secret at all; what is too long is not worth a digest. */
    public static boolean isPossible(String value) {
        return !value.isEmpty() && value.length() <= MAX;
    }

    /** The secret that random bytes make, in the alphabet of addresses and cookies, behind a prefix. */
    public static Secret of(String prefix, byte[] random) {
        checkArgument(random.length >= BYTES, "a secret has %s random bytes, not %s", BYTES, random.length);
        return new Secret(prefix + BaseEncoding.base64Url().omitPadding().encode(random));
    }

    /** How it is kept. */
    public SecretDigest digest() {
        return SecretDigest.of(value);
    }

    @Override
    public String toString() {
        return "a secret";
    }
}
