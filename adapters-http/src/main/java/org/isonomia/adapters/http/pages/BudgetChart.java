package org.isonomia.adapters.http.pages;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.isonomia.domain.plan.Appropriation;
import org.isonomia.domain.plan.BudgetYear;
import org.isonomia.domain.plan.Means;
import org.joda.money.Money;

/**
 * The money of a plan, year by year.
 *
 * @param width how wide the drawing is
 * @param description what it says, in words
 * @param bars the years
 * @param lines how they are split
 */
public record BudgetChart(int width, String description, ImmutableList<Bar> bars, ImmutableList<Line> lines) {

    private static final int STEP = 180;
    private static final int TALLEST = 132;
    private static final int GROUND = 180;

    /**
     * A year.
     *
     * @param x where its bar begins
     * @param height how tall it is
     * @param year which year
     * @param hint what is said under it
     * @param amount how much; empty if it is not decided
     * @param note the remark on it
     * @param says the plan's sentence
     */
    public record Bar(
            int x,
            int height,
            String year,
            String hint,
            Optional<String> amount,
            Optional<String> note,
            Optional<String> says) {

        /** Where the bar's top is. */
        public int y() {
            return GROUND - height;
        }

        /** Where its middle is. */
        public int middle() {
            return x + 60;
        }
    }

    /**
     * A part of a year's money.
     *
     * @param year which year
     * @param family which family of expense
     * @param purpose what for
     * @param amount how much, or that it is not decided
     */
    public record Line(String year, String family, String purpose, String amount) {}

    static BudgetChart of(Words words, Means means) {
        BigDecimal most = means.appropriations().stream()
                .flatMap(year -> year.amount().stream())
                .map(Money::getAmount)
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ONE);
        ImmutableList.Builder<Bar> bars = ImmutableList.builder();
        int x = 20;
        for (Appropriation year : means.appropriations()) {
            bars.add(bar(words, year, x, most));
            x += STEP;
        }
        String description = means.appropriations().stream()
                .map(year -> year.year() + " " + amount(words, year.amount()))
                .collect(joining(", "));
        ImmutableList<Line> lines = means.appropriations().stream()
                .flatMap(year -> year.lines().stream()
                        .map(line -> new Line(
                                year.year().toString(),
                                words.label(line.purpose().family()),
                                words.label(line.purpose()),
                                amount(words, line.amount()))))
                .collect(toImmutableList());
        return new BudgetChart(Math.max(x, 340), description, bars.build(), lines);
    }

    private static Bar bar(Words words, Appropriation year, int x, BigDecimal most) {
        int height = year.amount()
                .filter(amount -> most.signum() > 0)
                .map(amount -> amount.getAmount()
                        .multiply(BigDecimal.valueOf(TALLEST))
                        .divide(most, 0, RoundingMode.HALF_UP)
                        .intValueExact())
                .orElse(0);
        return new Bar(
                x,
                height,
                year.year().toString(),
                hint(words, year.year()),
                year.amount().map(words::money),
                year.note().map(words::say),
                year.statements().stream().findFirst().map(said -> words.quoted(said.quote())));
    }

    private static String hint(Words words, BudgetYear year) {
        if (!year.relative()) {
            return "";
        }
        return year.value() == 0 ? words.t("means.firstyear") : words.t("means.yearnumber", year.value() + 1);
    }

    private static String amount(Words words, Optional<Money> amount) {
        return amount.map(words::money).orElse(words.t("undecided"));
    }
}
