package org.isonomia.domain.kernel;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * The stable name of a rule that was broken, such as {@code plan.amendment-required}: machines branch on it, message
 * bundles and the documentation are keyed by it. Never changes once published.
 *
 * @param value a feature and a rule, lower case, separated by a dot
 */
public record ViolationCode(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z]+(\\.[a-z0-9-]+)+");

    public ViolationCode {
        requireNonNull(value, "value");
        checkArgument(FORM.matcher(value).matches(), "not a violation code: %s", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
