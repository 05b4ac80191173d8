package org.isonomia.domain.network;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

/**
 * A SIREN number: the nine digits by which the French register of legal units (INSEE, SIRENE) knows an organisation. The
 * last digit is a Luhn check digit.
 *
 * @param value nine digits
 */
public record Siren(String value) {
    public Siren {
        requireNonNull(value, "value");
        checkArgument(
                value.length() == 9 && value.chars().allMatch(c -> c >= '0' && c <= '9'), "not 9 digits: %s", value);
        checkArgument(luhn(value), "check digit is wrong: %s", value);
    }

    /**
     * Reads nine digits.
     *
     * @throws IllegalArgumentException if these are not nine digits, or the check digit is wrong
     */
    public static Siren parse(String text) {
        return new Siren(text);
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }

    @Override
    public String toString() {
        return value;
    }
}
