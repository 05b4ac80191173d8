package org.isonomia.domain.plan;

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

    /** Whether a change to what was voted needs an amendment. */
    public boolean isBinding() {
        return this == ADOPTED || this == IN_FORCE;
    }
}
