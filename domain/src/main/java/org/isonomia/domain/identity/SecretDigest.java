package org.isonomia.domain.identity;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * How a secret with enough random bits is kept: as its SHA-256.
 *
 * @param value 64 hexadecimal digits in lower case
 */
public record SecretDigest(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public SecretDigest {
        requireNonNull(value, "value");
        checkArgument(FORM.matcher(value).matches(), "not a digest");
    }

    /** The digest of a text's UTF-8 bytes. */
    public static SecretDigest of(String secret) {
        return new SecretDigest(
                Hashing.sha256().hashString(secret, StandardCharsets.UTF_8).toString());
    }
}
