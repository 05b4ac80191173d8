package org.isonomia.domain.access;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import org.isonomia.domain.kernel.Code;

/**
 * How far a role reaches within an organisation.
 *
 * @param kind by what
 * @param codes which; none exactly if it reaches everything
 */
public record Scope(Kind kind, ImmutableSet<Code> codes) {

    /** The whole organisation. */
    public static final Scope EVERYTHING = new Scope(Kind.EVERYTHING, ImmutableSet.of());

    public Scope {
        requireNonNull(kind, "kind");
        requireNonNull(codes, "codes");
        checkArgument(codes.isEmpty() == (kind == Kind.EVERYTHING), "a scope of %s with the codes %s", kind, codes);
    }

    /** By what a role's reach is measured. */
    public enum Kind {
        /** Not at all: the whole organisation. */
        EVERYTHING,
        /** By the units that lead or contribute to an action. */
        UNITS,
        /** By the functions that lead an action. */
        LED,
        /** By the calls of a fund. */
        CALLS
    }

    /** What either of two scopes of one kind reaches. */
    Scope plus(Scope other) {
        checkArgument(kind == other.kind, "scopes of two kinds: %s and %s", kind, other.kind);
        return new Scope(kind, Sets.union(codes, other.codes).immutableCopy());
    }

    /** Whether it reaches whatever another scope reaches. */
    public boolean covers(Scope other) {
        return kind == Kind.EVERYTHING || (kind == other.kind && codes.containsAll(other.codes));
    }

    /** What these units lead or contribute to. */
    public static Scope units(ImmutableSet<Code> units) {
        return new Scope(Kind.UNITS, units);
    }

    /** What these functions lead. */
    public static Scope led(ImmutableSet<Code> people) {
        return new Scope(Kind.LED, people);
    }

    /** These calls. */
    public static Scope calls(ImmutableSet<Code> calls) {
        return new Scope(Kind.CALLS, calls);
    }
}
