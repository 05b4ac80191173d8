package org.isonomia.domain.kernel;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * The short public name of a thing within its owner: an action {@code 1.2}, a commune {@code 13055}, a partner
 * {@code CNFPT}. People quote it, addresses contain it, files refer by it.
 *
 * <p>One to 64 characters: letters and digits of ASCII, then also dot, underscore and hyphen. Case matters. The order is
 * the one people expect: runs of digits compare as numbers, so {@code 1.2} comes before {@code 1.10}.
 *
 * @param value the characters
 */
public record Code(String value) implements Comparable<Code> {

    /** What a code looks like, as a regular expression. */
    public static final String FORM = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    public Code {
        requireNonNull(value, "value");
        checkArgument(PATTERN.matcher(value).matches(), "not a code: %s", value);
    }

    /**
     * Reads a code; exactly what {@link #toString} gives.
     *
     * @throws IllegalArgumentException if the text has not the form of a code
     */
    public static Code parse(String text) {
        return new Code(text);
    }

    @Override
    public int compareTo(Code other) {
        int natural = sortKey().compareTo(other.sortKey());
        return natural != 0 ? natural : value.compareTo(other.value);
    }

    /**
     * A key whose plain character order is the natural order of codes: each run of digits is preceded by its length, so
     * that stores can sort by it without knowing the rule. Codes that differ only by leading zeros share a key.
     */
    public String sortKey() {
        StringBuilder key = new StringBuilder();
        int at = 0;
        while (at < value.length()) {
            int end = at;
            while (end < value.length() && Character.isDigit(value.charAt(end))) {
                end++;
            }
            if (end == at) {
                key.append(value.charAt(at));
                at++;
            } else {
                String digits = stripZeros(value.substring(at, end));
                key.append((char) ('0' + digits.length() / 10))
                        .append((char) ('0' + digits.length() % 10))
                        .append(digits);
                at = end;
            }
        }
        return key.toString();
    }

    private static String stripZeros(String digits) {
        int first = 0;
        while (first < digits.length() - 1 && digits.charAt(first) == '0') {
            first++;
        }
        return digits.substring(first);
    }

    @Override
    public String toString() {
        return value;
    }
}
