package org.isonomia.adapters.http.routing;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.isonomia.domain.kernel.Violation;

/** A request is refused. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient ImmutableList<Violation> violations;
    private final transient ImmutableMap<String, String> attributes;

    /**
     * @param type which refusal
     * @param detail what is wrong in this case and what would be right, in English
     */
    public ProblemException(ProblemType type, String detail) {
        this(type, detail, ImmutableList.of(), ImmutableMap.of());
    }

    /**
     * @param type which refusal
     * @param detail what is wrong in this case and what would be right, in English
     * @param violations everything that is wrong
     * @param attributes the data of the case, by name, such as {@code line}
     */
    public ProblemException(
            ProblemType type,
            String detail,
            ImmutableList<Violation> violations,
            ImmutableMap<String, String> attributes) {
        super(detail);
        this.type = requireNonNull(type, "type");
        this.violations = requireNonNull(violations, "violations");
        this.attributes = requireNonNull(attributes, "attributes");
    }

    /** Which refusal. */
    public ProblemType type() {
        return type;
    }

    /** What is wrong in this case. */
    public String detail() {
        return requireNonNull(getMessage(), "detail");
    }

    /** Everything that is wrong, where it can be told apart. */
    public ImmutableList<Violation> violations() {
        return violations;
    }

    /** The data of the case. */
    public ImmutableMap<String, String> attributes() {
        return attributes;
    }
}
