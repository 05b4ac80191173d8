package org.isonomia.domain.plan;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.joda.money.Money;

/**
 * A part of a year's appropriation.
 *
 * @param purpose what it is for, which tells its family
 * @param amount how much, at least 0; empty when it is not decided, which is not zero
 */
public record BudgetLine(Purpose purpose, Optional<Money> amount) {

    /** The two families of expense: what the authority does itself, and what it supports. */
    public enum Family {
        OWN_ACTIONS,
        SUPPORT
    }

    /** What money is for. */
    public enum Purpose {
        TRAINING(Family.OWN_ACTIONS),
        EVENTS(Family.OWN_ACTIONS),
        STUDIES(Family.OWN_ACTIONS),
        OTHER_OWN(Family.OWN_ACTIONS),
        FUND(Family.SUPPORT),
        PLATFORM(Family.SUPPORT),
        OTHER_SUPPORT(Family.SUPPORT);

        private final Family family;

        Purpose(Family family) {
            this.family = family;
        }

        /** The family a purpose belongs to. */
        public Family family() {
            return family;
        }
    }

    public BudgetLine {
        requireNonNull(purpose, "purpose");
        requireNonNull(amount, "amount");
        checkArgument(amount.map(Money::isPositiveOrZero).orElse(true), "amount must be ≥ 0: %s", amount);
    }
}
