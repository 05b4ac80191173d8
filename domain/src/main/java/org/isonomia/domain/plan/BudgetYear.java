package org.isonomia.domain.plan;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.isonomia.domain.kernel.PartialPeriod;

/**
 * A year of a plan's money: a calendar year, or counted from the plan's first year as deliberations do (N, N+1, N+2).
 *
 * <p>The textual form is {@code 2026}, {@code N} or {@code N+1}. Relative years come before calendar years in order.
 *
 * @param relative whether the value counts from the plan's first year
 * @param value the calendar year 1900 to 2999, or the years after the first, 0 to 99
 */
public record BudgetYear(boolean relative, int value) implements Comparable<BudgetYear> {

    private static final Pattern RELATIVE = Pattern.compile("N(?:\\+([1-9][0-9]?))?");
    private static final Pattern CALENDAR = Pattern.compile("[12][0-9]{3}");

    public BudgetYear {
        checkArgument(
                relative ? value >= 0 && value <= 99 : value >= 1900 && value <= 2999, "not a budget year: %s", value);
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException if the text is neither N, N+1 … N+99 nor a year 1900 to 2999
     */
    public static BudgetYear parse(String text) {
        Matcher counted = RELATIVE.matcher(text);
        if (counted.matches()) {
            return new BudgetYear(true, counted.group(1) == null ? 0 : Integer.parseInt(counted.group(1)));
        }
        checkArgument(CALENDAR.matcher(text).matches(), "not a budget year: %s", text);
        return new BudgetYear(false, Integer.parseInt(text));
    }

    /** The calendar year, if it is one or if the plan's period tells its first year. */
    public Optional<Integer> calendarYear(PartialPeriod planPeriod) {
        return relative ? planPeriod.firstDay().map(first -> first.getYear() + value) : Optional.of(value);
    }

    @Override
    public int compareTo(BudgetYear other) {
        return relative == other.relative ? Integer.compare(value, other.value) : relative ? -1 : 1;
    }

    @Override
    public String toString() {
        return relative ? (value == 0 ? "N" : "N+" + value) : Integer.toString(value);
    }
}
