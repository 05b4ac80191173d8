package org.isonomia.domain.plan;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.Statement;
import org.isonomia.domain.kernel.Texts;

/**
 * A committee that steers the plan.
 *
 * @param code its code, unique in the plan
 * @param name its name
 * @param kind which role it has
 * @param chair the function that chairs it, from the directory of people
 * @param members who sits in it, in words
 * @param frequency how often it meets, in words
 * @param statements the plan's sentences it rests on
 */
public record GovernanceBody(
        Code code,
        String name,
        Kind kind,
        Optional<Code> chair,
        Optional<String> members,
        Optional<String> frequency,
        ImmutableList<Statement> statements) {

    /** The role of a committee. */
    public enum Kind {
        /** Comité de pilotage (COPIL). */
        STEERING_COMMITTEE,
        /** Comité technique (COTECH). */
        TECHNICAL_COMMITTEE,
        EXECUTIVE_BOARD,
        COUNCIL,
        OTHER
    }

    public GovernanceBody {
        requireNonNull(code, "code");
        Texts.checkTitle(name, "name");
        requireNonNull(kind, "kind");
        requireNonNull(chair, "chair");
        Texts.checkText(members, "members");
        Texts.checkText(frequency, "frequency");
        requireNonNull(statements, "statements");
    }
}
