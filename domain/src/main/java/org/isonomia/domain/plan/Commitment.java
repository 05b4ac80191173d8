package org.isonomia.domain.plan;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import org.isonomia.domain.kernel.CommitmentLevel;
import org.isonomia.domain.kernel.Statement;

/**
 * What the authority committed to by an action: how firmly, in which words.
 *
 * @param level how firmly
 * @param statements the plan's sentences it rests on
 */
public record Commitment(CommitmentLevel level, ImmutableList<Statement> statements) {
    public Commitment {
        requireNonNull(level, "level");
        requireNonNull(statements, "statements");
    }

    /** A commitment without a quoted sentence. */
    public static Commitment of(CommitmentLevel level) {
        return new Commitment(level, ImmutableList.of());
    }
}
