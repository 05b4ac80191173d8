package org.isonomia.domain.plan;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.PartialPeriod;
import org.isonomia.domain.kernel.Statement;
import org.isonomia.domain.kernel.Violation;
import org.joda.money.CurrencyUnit;

/**
 * What a plan is given to be carried out: money by year and posts.
 *
 * @param currency the currency of every amount
 * @param appropriations the money, by year
 * @param positions the posts
 * @param statements the plan's sentences about its means as a whole
 */
public record Means(
        CurrencyUnit currency,
        ImmutableList<Appropriation> appropriations,
        ImmutableList<Position> positions,
        ImmutableList<Statement> statements) {

    /** Nothing foreseen, in euros. */
    public static final Means NONE =
            new Means(CurrencyUnit.EUR, ImmutableList.of(), ImmutableList.of(), ImmutableList.of());

    public Means {
        requireNonNull(currency, "currency");
        requireNonNull(appropriations, "appropriations");
        requireNonNull(positions, "positions");
        requireNonNull(statements, "statements");
    }

    /** What is wrong: a year or a post named twice, lines that do not add up. */
    public ImmutableList<Violation> violations() {
        ImmutableList.Builder<Violation> found = ImmutableList.builder();
        Set<BudgetYear> years = new HashSet<>();
        for (int i = 0; i < appropriations.size(); i++) {
            Appropriation appropriation = appropriations.get(i);
            String pointer = "/appropriations/" + i;
            if (!years.add(appropriation.year())) {
                found.add(Violation.of(PlanViolations.DUPLICATE_YEAR, "year is named twice: " + appropriation.year())
                        .with("value", appropriation.year().toString())
                        .with("pointer", pointer + "/year"));
            }
            appropriation.totalViolation().ifPresent(wrong -> found.add(wrong.with("pointer", pointer + "/amount")));
        }
        Set<Code> codes = new HashSet<>();
        for (int i = 0; i < positions.size(); i++) {
            Position position = positions.get(i);
            if (!codes.add(position.code())) {
                found.add(Violation.of(PlanViolations.DUPLICATE_CODE, "post code is used twice: " + position.code())
                        .with("value", position.code().value())
                        .with("pointer", "/positions/" + i + "/code"));
            }
        }
        return found.build();
    }

    /** Years that a period shows to be the same though they are written differently, such as N and 2026. */
    public ImmutableList<Violation> yearsNamedTwice(PartialPeriod planPeriod) {
        ImmutableList.Builder<Violation> found = ImmutableList.builder();
        Map<Integer, BudgetYear> seen = new HashMap<>();
        for (int i = 0; i < appropriations.size(); i++) {
            String pointer = "/appropriations/" + i + "/year";
            BudgetYear year = appropriations.get(i).year();
            year.calendarYear(planPeriod).ifPresent(calendar -> {
                BudgetYear first = seen.putIfAbsent(calendar, year);
                if (first != null && !first.equals(year)) {
                    found.add(Violation.of(
                                    PlanViolations.DUPLICATE_YEAR, first + " and " + year + " are both " + calendar)
                            .with("value", year.toString())
                            .with("pointer", pointer));
                }
            });
        }
        return found.build();
    }

    /** The full-time equivalents of all posts, 0 if there is none. */
    public BigDecimal totalFte() {
        return positions.stream().map(Position::fte).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
