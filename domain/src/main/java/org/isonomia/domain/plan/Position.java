package org.isonomia.domain.plan;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.Optional;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.Statement;
import org.isonomia.domain.kernel.Texts;

/**
 * A post foreseen for the plan.
 *
 * @param code its code, unique in the plan
 * @param title what the post is called
 * @param fte full-time equivalents, more than 0 and at most 1000, up to 2 decimals; trailing zeros do not count
 * @param reportsTo the function it answers to, from the directory of people
 * @param statements the plan's sentences it rests on
 */
public record Position(
        Code code, String title, BigDecimal fte, Optional<Code> reportsTo, ImmutableList<Statement> statements) {
    public Position {
        requireNonNull(code, "code");
        Texts.checkTitle(title, "title");
        requireNonNull(fte, "fte");
        checkArgument(
                fte.signum() > 0 && fte.compareTo(BigDecimal.valueOf(1000)) <= 0, "fte must be in (0, 1000]: %s", fte);
        checkArgument(fte.stripTrailingZeros().scale() <= 2, "fte must have at most 2 decimals: %s", fte);
        fte = fte.setScale(2, java.math.RoundingMode.UNNECESSARY);
        requireNonNull(reportsTo, "reportsTo");
        requireNonNull(statements, "statements");
    }
}
