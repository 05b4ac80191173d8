package org.isonomia.adapters.http.pages;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.isonomia.domain.kernel.PartialDate;

/** Dates as people type them: 2026, 09/2026, 30/09/2026, or as files write them. */
final class FormDates {

    private static final Pattern TYPED = Pattern.compile("(?:(?:(\\d{1,2})/)?(\\d{1,2})/)?(\\d{4})");

    private FormDates() {}

    /**
     * Reads what was typed.
     *
     * @throws IllegalArgumentException if it is no date
     */
    static PartialDate parse(String typed) {
        Matcher matcher = TYPED.matcher(typed.replace(" ", ""));
        if (!matcher.matches()) {
            return PartialDate.parse(typed.strip());
        }
        String year = matcher.group(3);
        if (matcher.group(2) == null) {
            return PartialDate.parse(year);
        }
        String month = year + "-" + twoDigits(matcher.group(2));
        return PartialDate.parse(matcher.group(1) == null ? month : month + "-" + twoDigits(matcher.group(1)));
    }

    static String write(PartialDate date) {
        String pattern = switch (date.precision()) {
            case YEAR -> "%3$04d";
            case MONTH -> "%2$02d/%3$04d";
            case DAY -> "%1$02d/%2$02d/%3$04d";
        };
        return String.format(
                Locale.ROOT,
                pattern,
                date.firstDay().getDayOfMonth(),
                date.firstDay().getMonthValue(),
                date.firstDay().getYear());
    }

    private static String twoDigits(String number) {
        return number.length() == 1 ? "0" + number : number;
    }
}
