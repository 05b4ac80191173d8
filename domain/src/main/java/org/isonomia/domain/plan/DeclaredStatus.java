package org.isonomia.domain.plan;

/** What people declare of an action. */
public enum DeclaredStatus {
    PLANNED,
    IN_PROGRESS,
    COMPLETED,
    /** Stopped for a time; needs a reason. */
    SUSPENDED,
    /** Given up; needs a reason, and leaves the denominator of its axis. */
    ABANDONED;

    /** Whether declaring it needs a reason. */
    public boolean needsReason() {
        return this == SUSPENDED || this == ABANDONED;
    }

    /** Whether deadlines still count. */
    public boolean isOpen() {
        return this == PLANNED || this == IN_PROGRESS;
    }
}
