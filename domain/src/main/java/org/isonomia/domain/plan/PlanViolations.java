package org.isonomia.domain.plan;

import org.isonomia.domain.kernel.ViolationCode;

/** The rules of the plan feature that can be broken. */
public final class PlanViolations {
    /** Two things in one plan have the same code. */
    public static final ViolationCode DUPLICATE_CODE = new ViolationCode("plan.duplicate-code");
    /** A reference names an axis the plan does not have. */
    public static final ViolationCode UNKNOWN_AXIS = new ViolationCode("plan.unknown-axis");
    /** An axis lies in itself through its parents. */
    public static final ViolationCode AXIS_CIRCLE = new ViolationCode("plan.axis-circle");
    /** An axis that still holds axes or actions cannot go. */
    public static final ViolationCode AXIS_IN_USE = new ViolationCode("plan.axis-in-use");
    /** A binding plan changes what was voted only by an amendment. */
    public static final ViolationCode AMENDMENT_REQUIRED = new ViolationCode("plan.amendment-required");
    /** An amendment is dated after today, or before the plan was voted. */
    public static final ViolationCode AMENDMENT_DATE = new ViolationCode("plan.amendment-date");
    /** A closed plan does not change. */
    public static final ViolationCode PLAN_CLOSED = new ViolationCode("plan.closed");
    /** A plan goes through its statuses in order. */
    public static final ViolationCode STATUS_ORDER = new ViolationCode("plan.status-order");
    /** A plan cannot be adopted without an axis. */
    public static final ViolationCode NO_AXIS = new ViolationCode("plan.no-axis");
    /** A budget year is named twice. */
    public static final ViolationCode DUPLICATE_YEAR = new ViolationCode("plan.duplicate-year");
    /** The parts of an amount do not add up to it. */
    public static final ViolationCode WRONG_TOTAL = new ViolationCode("plan.wrong-total");
    /** Suspension and abandonment need a reason. */
    public static final ViolationCode REASON_REQUIRED = new ViolationCode("action.reason-required");
    /** Declared statuses are dated in order and never rewritten. */
    public static final ViolationCode HISTORY = new ViolationCode("action.history-append-only");
    /** Two consecutive statuses are the same. */
    public static final ViolationCode SAME_STATUS = new ViolationCode("action.same-status");
    /** No milestone of the action has this code. */
    public static final ViolationCode UNKNOWN_MILESTONE = new ViolationCode("action.unknown-milestone");
    /** An action links to itself, or twice in the same way to the same action. */
    public static final ViolationCode BAD_LINK = new ViolationCode("action.bad-link");
    /** Actions depend on each other in a circle. */
    public static final ViolationCode DEPENDENCY_CIRCLE = new ViolationCode("action.dependency-circle");
    /** Another action links to this one. */
    public static final ViolationCode ACTION_IN_USE = new ViolationCode("action.in-use");
    /** A date lies in the future where only what has happened counts. */
    public static final ViolationCode FUTURE_DATE = new ViolationCode("action.future-date");

    private PlanViolations() {}
}
