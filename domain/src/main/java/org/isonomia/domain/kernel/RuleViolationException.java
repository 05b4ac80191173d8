package org.isonomia.domain.kernel;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** A refusal by the rules of the business: carries every rule that was broken, not just the first. */
public final class RuleViolationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ImmutableList<Violation> violations;

    /**
     * @param violations what was broken, at least one
     * @throws IllegalArgumentException if there is none
     */
    public RuleViolationException(List<Violation> violations) {
        super(violations.stream().map(v -> v.code() + ": " + v.message()).collect(joining("; ")));
        checkArgument(!violations.isEmpty(), "a refusal needs a violation");
        this.violations = ImmutableList.copyOf(violations);
    }

    /** Refuses for one reason. */
    public RuleViolationException(Violation violation) {
        this(ImmutableList.of(violation));
    }

    /** Throws if anything was broken, returns quietly otherwise. */
    public static void throwIfAny(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new RuleViolationException(violations);
        }
    }

    /** Everything that was broken, in the order of the input. */
    public ImmutableList<Violation> violations() {
        return violations;
    }
}
