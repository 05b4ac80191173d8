package org.isonomia.adapters.identity;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import org.isonomia.application.spi.IdentityProvider;
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

    /**
     * An OpenID Connect provider, and how it knows us. For ProConnect: its issuer, the scopes {@code given_name}, {@code
     * usual_name}, {@code email} and {@code siret}, and signed user information.
     *
     * @param issuer exactly as the provider writes it; https, or http on this machine
     * @param clientId what the provider calls us
     * @param clientSecret by what we prove that; never part of {@link #toString()}
     * @param redirect where browsers come back to, as the provider knows it
     * @param scopes what to ask for besides {@code openid}
     * @param secondFactors the values of {@code acr} and {@code amr} that mean more than a password
     * @param signedUserInfo whether user information that is not signed is refused
     * @param vouchesForEmail whether e-mail addresses hold even if the provider does not say that it verified them
     * @param timeout how long to wait for the provider, 1 s to 1 min
     */
    public record Provider(
            URI issuer,
            String clientId,
            String clientSecret,
            URI redirect,
            ImmutableSet<String> scopes,
            ImmutableSet<String> secondFactors,
            boolean signedUserInfo,
            boolean vouchesForEmail,
            Duration timeout) {
        public Provider {
            requireNonNull(issuer, "issuer");
            checkArgument(isSafe(issuer), "the issuer has to be an https address: %s", issuer);
            checkArgument(!clientId.isEmpty(), "clientId must not be empty");
            checkArgument(!clientSecret.isEmpty(), "clientSecret must not be empty");
            requireNonNull(redirect, "redirect");
            checkArgument(isSafe(redirect), "browsers have to come back to an https address: %s", redirect);
            requireNonNull(scopes, "scopes");
            requireNonNull(secondFactors, "secondFactors");
            checkArgument(
                    timeout.toMillis() >= 1000 && timeout.toSeconds() <= 60,
                    "timeout must be 1 s to 1 min: %s",
                    timeout);
        }

        static boolean isSafe(URI address) {
            return "https".equals(address.getScheme())
                    || ("http".equals(address.getScheme())
                            && ImmutableSet.of("localhost", "127.0.0.1", "[::1]")
                                    .contains(address.getHost()));
        }

        @Override
        public String toString() {
            return clientId + " at " + issuer;
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

    /** An OpenID Connect provider; it is asked for what it is on first use, not now. */
    public static IdentityProvider provider(Provider settings) {
        return new OidcProvider(settings);
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
