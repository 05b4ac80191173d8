package org.isonomia.adapters.identity;

import static com.google.common.base.Preconditions.checkArgument;

import java.security.SecureRandom;
import org.isonomia.application.spi.PasswordHasher;
import org.isonomia.application.spi.PasswordScreen;
import org.isonomia.application.spi.SecretCipher;
import org.isonomia.application.spi.SecretSource;

/** The ports of identity that need cryptography, ready to be handed to whoever needs them. Safe for use by many threads. */
public final class IdentityAdapter {

    /** How many bytes the key of a {@link #cipher} has. */
    public static final int KEY_BYTES = AesCipher.KEY_BYTES;

    private IdentityAdapter() {}

    /**
     * How slow hashes of passwords are.
     *
     * @param memory how much memory a hash needs, in KiB, 8192 to 1048576
     * @param iterations how often it is gone through, 1 to 100
     * @param parallelism how many lanes it has, 1 to 16
     */
    public record Strength(int memory, int iterations, int parallelism) {

        /** What OWASP recommends as the least for argon2id: 19 MiB, two iterations, one lane. */
        public static final Strength DEFAULT = new Strength(19_456, 2, 1);

        public Strength {
            checkArgument(memory >= 8192 && memory <= 1_048_576, "memory must be 8192 to 1048576 KiB: %s", memory);
            checkArgument(iterations >= 1 && iterations <= 100, "iterations must be 1 to 100: %s", iterations);
            checkArgument(parallelism >= 1 && parallelism <= 16, "parallelism must be 1 to 16: %s", parallelism);
        }
    }

    /** Hashes by argon2id; as many at once as the machine has processors, the others wait. */
    public static PasswordHasher hasher(Strength strength) {
        return new Argon2Hasher(strength, Runtime.getRuntime().availableProcessors());
    }

    /** Passwords from breaches, words, names, rows of keys and repetitions, judged by zxcvbn; French ones of our own. */
    public static PasswordScreen screen() {
        return GuessScreen.create();
    }

    /**
     * AES-256-GCM.
     *
     * @param key {@value #KEY_BYTES} random bytes
     */
    public static SecretCipher cipher(byte[] key) {
        return new AesCipher(key, secrets());
    }

    /** The generator of the platform for cryptography. */
    public static SecretSource secrets() {
        SecureRandom random = new SecureRandom();
        return bytes -> {
            byte[] next = new byte[bytes];
            random.nextBytes(next);
            return next;
        };
    }
}
