package org.isonomia.domain.kernel;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Locale;

/**
 * A date as exactly as somebody gave it: a day, a month or a year. {@code 2026-03} is the whole of March, never its first.
 *
 * <p>Years 1900 to 2999. The textual form is ISO 8601 reduced precision: {@code 2026}, {@code 2026-03},
 * {@code 2026-03-21}. The order is by first day, then the longer span first.
 *
 * @param firstDay the first day of the span
 * @param precision how much of the date is known
 */
public record PartialDate(LocalDate firstDay, Precision precision) implements Comparable<PartialDate> {

    /** How much of a date is known. */
    public enum Precision {
        YEAR,
        MONTH,
        DAY
    }

    public PartialDate {
        requireNonNull(firstDay, "firstDay");
        requireNonNull(precision, "precision");
        checkArgument(
                firstDay.getYear() >= 1900 && firstDay.getYear() <= 2999, "year must be 1900 to 2999: %s", firstDay);
        firstDay = switch (precision) {
            case YEAR -> firstDay.withDayOfYear(1);
            case MONTH -> firstDay.withDayOfMonth(1);
            case DAY -> firstDay;
        };
    }

    /** A day. */
    public static PartialDate of(LocalDate day) {
        return new PartialDate(day, Precision.DAY);
    }

    /** A month. */
    public static PartialDate of(YearMonth month) {
        return new PartialDate(month.atDay(1), Precision.MONTH);
    }

    /** A year. */
    public static PartialDate of(Year year) {
        return new PartialDate(year.atDay(1), Precision.YEAR);
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException if the text is not a year, a month or a day that exists
     */
    public static PartialDate parse(String text) {
        requireNonNull(text, "text");
        try {
            return switch (text.length()) {
                case 4 -> of(Year.parse(text));
                case 7 -> of(YearMonth.parse(text));
                case 10 -> of(LocalDate.parse(text));
                default -> throw new IllegalArgumentException("not a date: " + text);
            };
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a date: " + text, e);
        }
    }

    /** The last day of the span, inclusive: the day itself, the end of the month, 31 December. */
    public LocalDate lastDay() {
        return switch (precision) {
            case YEAR -> firstDay.withDayOfYear(firstDay.lengthOfYear());
            case MONTH -> firstDay.withDayOfMonth(firstDay.lengthOfMonth());
            case DAY -> firstDay;
        };
    }

    @Override
    public int compareTo(PartialDate other) {
        int byDay = firstDay.compareTo(other.firstDay);
        return byDay != 0 ? byDay : precision.compareTo(other.precision);
    }

    @Override
    public String toString() {
        return switch (precision) {
            case YEAR -> String.format(Locale.ROOT, "%04d", firstDay.getYear());
            case MONTH -> YearMonth.from(firstDay).toString();
            case DAY -> firstDay.toString();
        };
    }
}
