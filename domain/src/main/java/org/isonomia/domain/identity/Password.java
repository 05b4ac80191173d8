package org.isonomia.domain.identity;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.text.Normalizer;
import org.isonomia.domain.kernel.Violation;
import org.isonomia.domain.kernel.ViolationCode;

/**
 * What somebody typed as their password. It is taken as it was typed but for one thing: two ways to write the same
 * characters are one password (Unicode NFC, as NIST SP 800-63B has it).
 *
 * @param value the characters in NFC; never part of {@link #toString()}
 */
public record Password(String value) {

    /** The shortest password that may be chosen, in characters. */
    public static final int MIN = 15;

    /** The longest password, in characters. */
    public static final int MAX = 128;

    private static final ViolationCode TOO_SHORT = new ViolationCode("password.too-short");
    private static final ViolationCode TOO_LONG = new ViolationCode("password.too-long");

    /** A character of Unicode has two UTF-16 units at most, and what NFC composes was not much longer before. */
    private static final int MAX_TYPED = 8 * MAX;

    public Password {
        requireNonNull(value, "value");
        value = value.length() > MAX_TYPED
                ? value.substring(0, MAX_TYPED)
                : Normalizer.normalize(value, Normalizer.Form.NFC);
    }

    /** How long it is, in characters (code points). */
    public int length() {
        return value.codePointCount(0, value.length());
    }

    /**
     * Why it may not be chosen, as far as its length tells: {@value #MIN} to {@value #MAX} characters. There is no rule on
     * which characters: such rules make passwords worse.
     */
    public ImmutableList<Violation> violations() {
        if (length() < MIN) {
            return ImmutableList.of(Violation.of(TOO_SHORT, "a password has at least " + MIN + " characters")
                    .with("expected", Integer.toString(MIN)));
        }
        if (length() > MAX) {
            return ImmutableList.of(Violation.of(TOO_LONG, "a password has at most " + MAX + " characters")
                    .with("expected", Integer.toString(MAX)));
        }
        return ImmutableList.of();
    }

    @Override
    public String toString() {
        return "a password";
    }
}
