package org.isonomia.domain.kernel;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * What could be made of an input, beside everything that is wrong with it.
 *
 * @param <T> the type of the value
 * @param value what could be read; empty if nothing could
 * @param violations everything that is wrong, in the order of the input
 */
public record ValueWithViolations<T>(Optional<T> value, ImmutableList<Violation> violations) {

    public ValueWithViolations {
        requireNonNull(value, "value");
        requireNonNull(violations, "violations");
    }

    /** A value with nothing wrong. */
    public static <T> ValueWithViolations<T> of(T value) {
        return new ValueWithViolations<>(Optional.of(value), ImmutableList.of());
    }

    /** A value read as far as possible, with what is wrong. */
    public static <T> ValueWithViolations<T> of(T value, Iterable<Violation> violations) {
        return new ValueWithViolations<>(Optional.of(value), ImmutableList.copyOf(violations));
    }

    /** Nothing but violations. */
    public static <T> ValueWithViolations<T> refused(Iterable<Violation> violations) {
        return new ValueWithViolations<>(Optional.empty(), ImmutableList.copyOf(violations));
    }

    /**
     * The value, if nothing is wrong.
     *
     * @throws RuleViolationException with all violations otherwise
     */
    public T orThrow() {
        RuleViolationException.throwIfAny(violations);
        return value.orElseThrow();
    }
}
