package org.isonomia.domain.identity;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The e-mail address by which somebody signs in. Two spellings of one address are one login: compatibility forms are
 * resolved (NFKC) and case does not matter.
 *
 * @param value the address in its one spelling, at most 254 UTF-16 units
 */
public record Login(String value) implements Comparable<Login> {

    private static final int MAX = 254;

    /** Something, one at sign, something: whether the address receives letters is not for us to guess. */
    private static final Pattern FORM = Pattern.compile("[^@\\s\\p{Z}\\p{C}]+@[^@\\s\\p{Z}\\p{C}]+");

    public Login {
        requireNonNull(value, "value");
        checkArgument(value.length() <= MAX && FORM.matcher(value).matches(), "not an e-mail address");
        checkArgument(value.equals(normal(value)), "not in its normal form: use parse");
    }

    /**
     * Reads an address as people type it, in any case and with space around it.
     *
     * @throws IllegalArgumentException if it is no e-mail address
     */
    public static Login parse(String text) {
        checkArgument(text.length() <= 4 * MAX, "not an e-mail address");
        return new Login(normal(text.strip()));
    }

    private static String normal(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(lower, Normalizer.Form.NFKC);
    }

    /** What stands before the at sign. */
    public String localPart() {
        return value.substring(0, value.indexOf('@'));
    }

    @Override
    public int compareTo(Login other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
