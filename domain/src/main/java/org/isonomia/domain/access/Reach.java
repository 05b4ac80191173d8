package org.isonomia.domain.access;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Optional;
import org.isonomia.domain.kernel.Code;

/**
 * How far a permission reaches in one organisation: nowhere, everywhere, or to what certain units and functions do.
 *
 * @param everything whether it reaches everything
 * @param units what these units contribute to or lead
 * @param people what these functions lead
 * @param calls these calls
 */
public record Reach(boolean everything, ImmutableSet<Code> units, ImmutableSet<Code> people, ImmutableSet<Code> calls) {

    /** It reaches nothing. */
    public static final Reach NOTHING = new Reach(false, ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of());

    /** It reaches everything. */
    public static final Reach EVERYTHING = new Reach(true, ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of());

    public Reach {
        requireNonNull(units, "units");
        requireNonNull(people, "people");
        requireNonNull(calls, "calls");
    }

    static Reach of(Scope scope) {
        ImmutableSet<Code> none = ImmutableSet.of();
        return switch (scope.kind()) {
            case EVERYTHING -> EVERYTHING;
            case UNITS -> new Reach(false, scope.codes(), none, none);
            case LED -> new Reach(false, none, scope.codes(), none);
            case CALLS -> new Reach(false, none, none, scope.codes());
        };
    }

    /** Both taken together. */
    public Reach plus(Reach other) {
        return everything || other.everything
                ? EVERYTHING
                : new Reach(
                        false,
                        Sets.union(units, other.units).immutableCopy(),
                        Sets.union(people, other.people).immutableCopy(),
                        Sets.union(calls, other.calls).immutableCopy());
    }

    /** The same, with whatever these functions lead. */
    public Reach leading(ImmutableSet<Code> functions) {
        return plus(new Reach(false, ImmutableSet.of(), functions, ImmutableSet.of()));
    }

    /** Whether it reaches nothing at all. */
    public boolean isNothing() {
        return equals(NOTHING);
    }

    /**
     * Whether it reaches an action.
     *
     * @param lead the function that leads it
     * @param contributing the units that contribute, and the one of the function that leads it
     */
    public boolean covers(Optional<Code> lead, ImmutableSet<Code> contributing) {
        return everything
                || lead.map(people::contains).orElse(false)
                || !Sets.intersection(units, contributing).isEmpty();
    }
}
