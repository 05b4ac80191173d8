package org.isonomia.domain.kernel;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One reason why something was refused: which rule, in which words, with which data.
 *
 * <p>The message is plain English for developers; what people read is made from the code and the attributes by a message
 * bundle. Well-known attributes: {@code pointer} (an RFC 6901 JSON pointer into the input; from the
 * domain, into the entry of what refuses), {@code line} and {@code column}, {@code sheet} and {@code cell}, {@code subject} (the code of the thing that is wrong), {@code value} (what
 * was given), {@code expected} (what would be right). None is named {@code code} or {@code message}: reports write them
 * beside these two.
 *
 * @param code the rule
 * @param message what is wrong and what would be right, in English
 * @param attributes the data of the case, by name
 */
public record Violation(ViolationCode code, String message, ImmutableMap<String, String> attributes) {

    public Violation {
        requireNonNull(code, "code");
        requireNonNull(message, "message");
        requireNonNull(attributes, "attributes");
        checkArgument(
                !attributes.containsKey("code") && !attributes.containsKey("message"),
                "an attribute would hide the code or the message: %s",
                attributes);
    }

    /** A violation without attributes. */
    public static Violation of(ViolationCode code, String message) {
        return new Violation(code, message, ImmutableMap.of());
    }

    /** This violation with one more attribute, replacing one of the same name. */
    public Violation with(String name, String value) {
        return with(Map.of(name, value));
    }

    /** This violation with more attributes, replacing those of the same names. */
    public Violation with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(attributes);
        all.putAll(more);
        return new Violation(code, message, ImmutableMap.copyOf(all));
    }

    /** An attribute by name. */
    public Optional<String> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    /** The JSON pointer of the input that is wrong, if it is a matter of input. */
    public Optional<String> pointer() {
        return attribute("pointer");
    }
}
