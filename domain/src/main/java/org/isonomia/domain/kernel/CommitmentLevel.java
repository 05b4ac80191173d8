package org.isonomia.domain.kernel;

/**
 * How firmly a plan's sentence commits its author. Plans mix verbs of very different force, and a follow-up that treats
 * "could" as "will" misreads the plan.
 */
public enum CommitmentLevel {
    /** States a fact; commits to nothing. */
    FACT,
    /** Names a possibility: "pourrait". */
    COULD,
    /** Puts forward: "propose". */
    PROPOSES,
    /** Promises: a verb in the future, "mettra en place". */
    WILL,
    /** Names the means: money, people. */
    MEANS
}
