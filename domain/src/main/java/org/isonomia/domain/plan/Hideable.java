package org.isonomia.domain.plan;

/** What of an action may be shown to fewer people than the action itself. */
public enum Hideable {
    DESCRIPTION,
    OBJECTIVE,
    /** The function that sponsors it. */
    SPONSOR,
    PARTNERS,
    AUDIENCES,
    DOCUMENTS,
    /** Why it was suspended or abandoned, and every other reason given with a status. */
    REASONS,
    /** Where the proofs of its milestones lie. */
    EVIDENCE
}
