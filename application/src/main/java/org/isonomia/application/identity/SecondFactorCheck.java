package org.isonomia.application.identity;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.isonomia.application.spi.SecretCipher;
import org.isonomia.domain.identity.Account;
import org.isonomia.domain.identity.SecondFactor;
import org.isonomia.domain.identity.SecretDigest;
import org.isonomia.domain.identity.Totp;

/** Checks the codes of second factors. */
final class SecondFactorCheck {

    private static final Pattern CODE = Pattern.compile("[0-9]{6}");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}-]");
    private static final int MAX_TYPED = 100;

    private final SecretCipher cipher;

    SecondFactorCheck(SecretCipher cipher) {
        this.cipher = requireNonNull(cipher, "cipher");
    }

    /**
     * The second factor after a code of it was used; empty if it is no code of it, or was used before. To be saved before
     * anything is done for whoever showed the code: the account's version lets one of several at once through.
     */
    Optional<SecondFactor> used(Account account, String typed, Instant now) {
        return account.secondFactor()
                .filter(factor -> typed.length() <= MAX_TYPED)
                .flatMap(factor -> used(account, factor, normal(typed), now));
    }

    private Optional<SecondFactor> used(Account account, SecondFactor factor, String code, Instant now) {
        if (CODE.matcher(code).matches()) {
            byte[] secret = cipher.open(factor.sealed(), account.id().toString());
            return Totp.match(secret, code, now, factor.lastStep()).stream()
                    .mapToObj(factor::used)
                    .findFirst();
        }
        SecretDigest digest = SecretDigest.of(code);
        return factor.recoveryCodes().contains(digest) ? Optional.of(factor.without(digest)) : Optional.empty();
    }

    /** A code as people type it: groups, spaces and case do not matter. */
    static String normal(String typed) {
        return SPACE.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
    }
}
