package org.isonomia.application.document;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Comparator.comparingInt;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Ints;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isonomia.domain.kernel.Violation;

/** The order in which places stand in a file. */
final class Places {

    private Places() {}

    /** Violations by line and column, or by sheet, row and column; what has no place first, otherwise as found. */
    static ImmutableList<Violation> sorted(List<Violation> violations) {
        Map<String, Integer> sheets = new HashMap<>();
        violations.forEach(
                violation -> violation.attribute("sheet").ifPresent(sheet -> sheets.putIfAbsent(sheet, sheets.size())));
        Comparator<Violation> bySheet = comparingInt(
                violation -> violation.attribute("sheet").map(sheets::get).orElse(-1));
        Comparator<Violation> byPlace = bySheet.thenComparingInt(Places::row)
                .thenComparingInt(Places::column)
                .thenComparing(violation -> letters(violation).orElse(""));
        return violations.stream().sorted(byPlace).collect(toImmutableList());
    }

    private static int row(Violation violation) {
        return number(violation
                .attribute("line")
                .or(() -> violation.attribute("cell").map(CharMatcher.inRange('0', '9')::retainFrom)));
    }

    private static int column(Violation violation) {
        return violation
                .attribute("column")
                .map(column -> number(Optional.of(column)))
                .orElseGet(() -> letters(violation).map(String::length).orElse(0));
    }

    private static Optional<String> letters(Violation violation) {
        return violation.attribute("cell").map(CharMatcher.inRange('A', 'Z')::retainFrom);
    }

    private static int number(Optional<String> digits) {
        return digits.map(Ints::tryParse).orElse(0);
    }
}
