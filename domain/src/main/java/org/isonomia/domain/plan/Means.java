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
        for (Appropriation appropriation : appropriations) {
            if (!years.add(appropriation.year())) {
                found.add(Violation.of(PlanViolations.DUPLICATE_YEAR, "year is named twice: " + appropriation.year())
                        .with("value", appropriation.year().toString()));
            }
            appropriation.totalViolation().ifPresent(found::add);
        }
        Set<Code> codes = new HashSet<>();
        for (Position position : positions) {
            if (!codes.add(position.code())) {
                found.add(Violation.of(PlanViolations.DUPLICATE_CODE, "post code is used twice: " + position.code())
                        .with("value", position.code().value()));
            }
        }
        return found.build();
    }

    /** Years that a period shows to be the same though they are written differently, such as N and 2026. */
    public ImmutableList<Violation> yearsNamedTwice(PartialPeriod planPeriod) {
        ImmutableList.Builder<Violation> found = ImmutableList.builder();
        Map<Integer, BudgetYear> seen = new HashMap<>();
        for (Appropriation appropriation : appropriations) {
            BudgetYear year = appropriation.year();
            year.calendarYear(planPeriod).ifPresent(calendar -> {
                BudgetYear first = seen.putIfAbsent(calendar, year);
                if (first != null && !first.equals(year)) {
                    found.add(Violation.of(
                                    PlanViolations.DUPLICATE_YEAR, first + " and " + year + " are both " + calendar)
                            .with("value", year.toString()));
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
