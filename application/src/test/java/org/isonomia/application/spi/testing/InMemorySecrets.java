package org.isonomia.application.spi.testing;

import static com.google.common.base.Preconditions.checkState;

import com.google.common.hash.Hashing;
import com.google.common.primitives.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.isonomia.application.spi.PasswordHasher;
import org.isonomia.application.spi.SecretCipher;
import org.isonomia.application.spi.SecretSource;
import org.isonomia.domain.identity.Password;

/**
 * Hashes, ciphers and chance for tests: quick, the same each time, and of no worth to anybody who has something to hide.
 */
public final class InMemorySecrets {

    private InMemorySecrets() {}

    /** Bytes that follow from a seed. */
    public static SecretSource source(long seed) {
        Random random = new Random(seed);
        return bytes -> {
            byte[] next = new byte[bytes];
            synchronized (random) {
                random.nextBytes(next);
            }
            return next;
        };
    }

    /** Quick hashes of a strength; those of another one are outdated. */
    public static PasswordHasher hasher(int strength) {
        return new QuickHasher(strength, new AtomicInteger());
    }

    /** A cipher that follows from a key. */
    public static SecretCipher cipher(String key) {
        return new QuickCipher(key, new AtomicInteger());
    }

    private record QuickHasher(int strength, AtomicInteger count) implements PasswordHasher {

        @Override
        public String hash(Password password) {
            String salt = strength + "$" + count.incrementAndGet();
            return salt + "$" + digest(salt, password);
        }

        private static String digest(String salt, Password password) {
            return Hashing.sha256()
                    .hashString(salt + password.value(), StandardCharsets.UTF_8)
                    .toString();
        }

        @Override
        public boolean verify(Password password, String hash) {
            int end = hash.lastIndexOf('$');
            return end > 0 && hash.substring(end + 1).equals(digest(hash.substring(0, end), password));
        }

        @Override
        public void verifyNothing(Password password) {
            verify(password, "0$0$0");
        }

        @Override
        public boolean isOutdated(String hash) {
            return !hash.startsWith(strength + "$");
        }
    }

    private record QuickCipher(String key, AtomicInteger count) implements SecretCipher {

        private static final int NONCE = 4;
        private static final int TAG = 32;

        @Override
        public String seal(byte[] secret, String owner) {
            int nonce = count.incrementAndGet();
            byte[] prefix = {(byte) (nonce >> 24), (byte) (nonce >> 16), (byte) (nonce >> 8), (byte) nonce};
            byte[] mixed = Bytes.concat(prefix, mix(prefix, secret));
            return Base64.getEncoder().encodeToString(Bytes.concat(mixed, tag(mixed, owner)));
        }

        @Override
        public byte[] open(String sealed, String owner) {
            byte[] all = decoded(sealed);
            checkState(all.length >= NONCE + TAG, "too short");
            byte[] mixed = Arrays.copyOf(all, all.length - TAG);
            checkState(
                    Arrays.equals(tag(mixed, owner), Arrays.copyOfRange(all, mixed.length, all.length)), "not sealed");
            return mix(Arrays.copyOf(mixed, NONCE), Arrays.copyOfRange(mixed, NONCE, mixed.length));
        }

        private static byte[] decoded(String sealed) {
            try {
                return Base64.getDecoder().decode(sealed);
            } catch (IllegalArgumentException notBase64) {
                throw new IllegalStateException("not sealed", notBase64);
            }
        }

        private byte[] mix(byte[] nonce, byte[] bytes) {
            byte[] stream = Hashing.sha512()
                    .hashBytes(Bytes.concat(key.getBytes(StandardCharsets.UTF_8), nonce))
                    .asBytes();
            byte[] mixed = bytes.clone();
            for (int i = 0; i < mixed.length; i++) {
                mixed[i] ^= stream[i % stream.length];
            }
            return mixed;
        }

        private byte[] tag(byte[] mixed, String owner) {
            return Hashing.hmacSha256(key.getBytes(StandardCharsets.UTF_8))
                    .hashBytes(Bytes.concat(mixed, owner.getBytes(StandardCharsets.UTF_8)))
                    .asBytes();
        }
    }
}
