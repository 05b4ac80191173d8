package org.isonomia.domain.identity;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import com.google.common.primitives.Longs;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * Time-based one-time passwords (RFC 6238) as every authenticator application knows them: HMAC-SHA-1, six digits, steps of
 * thirty seconds. A code of the step before or after counts too, since clocks differ and people are slow.
 */
public final class Totp {

    /** How many bytes a secret has: the 160 bits that RFC 4226 recommends. */
    public static final int SECRET_BYTES = 20;

    private static final Duration STEP = Duration.ofSeconds(30);
    private static final int TOLERATED_STEPS = 1;
    private static final int MODULUS = 1_000_000;

    private Totp() {}

    /** The number of the step that an instant is in. */
    public static long step(Instant instant) {
        return instant.getEpochSecond() / STEP.toSeconds();
    }

    /** The code of a step: six digits. */
    public static String code(byte[] secret, long step) {
        checkArgument(secret.length >= SECRET_BYTES, "a secret has at least %s bytes", SECRET_BYTES);
        byte[] mac = Hashing.hmacSha1(secret).hashBytes(Longs.toByteArray(step)).asBytes();
        int offset = mac[mac.length - 1] & 0xf;
        int truncated = ((mac[offset] & 0x7f) << 24)
                | ((mac[offset + 1] & 0xff) << 16)
                | ((mac[offset + 2] & 0xff) << 8)
                | (mac[offset + 3] & 0xff);
        return String.format(Locale.ROOT, "%06d", truncated % MODULUS);
    }

    /**
     * The step whose code this is, among those that count at an instant.
     *
     * @param after a step that has been used: it and all before it count no more
     */
    public static OptionalLong match(byte[] secret, String code, Instant now, long after) {
        long current = step(now);
        return LongStream.rangeClosed(current - TOLERATED_STEPS, current + TOLERATED_STEPS)
                .filter(step -> step > after)
                .filter(step -> code(secret, step).equals(code))
                .findFirst();
    }

    /** A secret as people type it into an authenticator: Base32 without padding. */
    public static String base32(byte[] secret) {
        return BaseEncoding.base32().omitPadding().encode(secret);
    }
}
