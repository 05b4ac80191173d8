package org.isonomia.domain.plan;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.isonomia.domain.kernel.Statement;
import org.isonomia.domain.kernel.Texts;
import org.isonomia.domain.kernel.Violation;
import org.joda.money.Money;

/**
 * The money foreseen for one year.
 *
 * @param year which year
 * @param amount how much, at least 0; empty when it is not decided, which is not zero
 * @param note a remark, such as "augmentation annoncée, montant non précisé"
 * @param lines how it is split
 * @param statements the plan's sentences it rests on
 */
public record Appropriation(
        BudgetYear year,
        Optional<Money> amount,
        Optional<String> note,
        ImmutableList<BudgetLine> lines,
        ImmutableList<Statement> statements) {
    public Appropriation {
        requireNonNull(year, "year");
        requireNonNull(amount, "amount");
        checkArgument(amount.map(Money::isPositiveOrZero).orElse(true), "amount must be ≥ 0: %s", amount);
        Texts.checkText(note, "note");
        requireNonNull(lines, "lines");
        requireNonNull(statements, "statements");
    }

    /**
     * What is wrong with the split: decided lines that exceed the amount, or, when every line is decided, do not add up to
     * it. Nothing is wrong while the amount is not decided.
     */
    public Optional<Violation> totalViolation() {
        if (amount.isEmpty() || lines.isEmpty()) {
            return Optional.empty();
        }
        Money total = amount.get();
        Money sum = Money.zero(total.getCurrencyUnit());
        for (BudgetLine line : lines) {
            sum = line.amount().map(sum::plus).orElse(sum);
        }
        boolean allDecided = lines.stream().allMatch(line -> line.amount().isPresent());
        if (sum.isGreaterThan(total) || (allDecided && !sum.isEqual(total))) {
            return Optional.of(Violation.of(
                            PlanViolations.WRONG_TOTAL,
                            "the lines of " + year + " add up to " + sum + ", the appropriation is " + total)
                    .with("year", year.toString())
                    .with("value", sum.getAmount().toPlainString())
                    .with("expected", total.getAmount().toPlainString()));
        }
        return Optional.empty();
    }
}
