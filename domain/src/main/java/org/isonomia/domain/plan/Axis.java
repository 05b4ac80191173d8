package org.isonomia.domain.plan;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.Statement;
import org.isonomia.domain.kernel.Texts;

/**
 * A line of work of a plan, which groups actions and may lie in another axis.
 *
 * @param code its code, unique in the plan
 * @param parent the axis it lies in; never itself
 * @param title its title
 * @param description a text about it
 * @param objective what it is to achieve
 * @param statements the plan's sentences it rests on
 */
public record Axis(
        Code code,
        Optional<Code> parent,
        String title,
        Optional<String> description,
        Optional<String> objective,
        ImmutableList<Statement> statements) {
    public Axis {
        requireNonNull(code, "code");
        requireNonNull(parent, "parent");
        checkArgument(!parent.equals(Optional.of(code)), "an axis cannot lie in itself: %s", code);
        Texts.checkTitle(title, "title");
        Texts.checkText(description, "description");
        Texts.checkText(objective, "objective");
        requireNonNull(statements, "statements");
    }

    /** An axis at the top with nothing but its title. */
    public static Axis of(Code code, String title) {
        return new Axis(code, Optional.empty(), title, Optional.empty(), Optional.empty(), ImmutableList.of());
    }

    /** An axis in another one with nothing but its title. */
    public static Axis of(Code code, Code parent, String title) {
        return new Axis(code, Optional.of(parent), title, Optional.empty(), Optional.empty(), ImmutableList.of());
    }
}
