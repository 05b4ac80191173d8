package org.isonomia.domain.plan;

import java.util.Optional;

/** The life of a plan, in this order; no step back, none skipped. */
public enum PlanStatus {
    /** Being written: anything may change. */
    DRAFT,
    /** Voted: changes to axes, commitments and means are amendments. */
    ADOPTED,
    /** Being carried out; amendments as when adopted. */
    IN_FORCE,
    /** Over: nothing changes any more. */
    CLOSED;

    /** The next status of a plan's life; none after the last. */
    public Optional<PlanStatus> next() {
        return switch (this) {
            case DRAFT -> Optional.of(ADOPTED);
            case ADOPTED -> Optional.of(IN_FORCE);
            case IN_FORCE -> Optional.of(CLOSED);
            case CLOSED -> Optional.empty();
        };
    }

    /** Whether a change to what was voted needs an amendment. */
    public boolean isBinding() {
        return this == ADOPTED || this == IN_FORCE;
    }
}
