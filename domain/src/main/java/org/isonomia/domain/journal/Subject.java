package org.isonomia.domain.journal;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;
import org.isonomia.domain.kernel.Code;

/**
 * What a change was made to: {@code plan/pmlcd}, {@code action/pmlcd/1.2}, {@code territory/13055}. Names things, never
 * people: it stands in what cannot be erased.
 *
 * @param path the kind of thing, then the codes that lead to it
 */
public record Subject(String path) {

    /** What a subject looks like, as a regular expression. */
    public static final String FORM = "[a-z]+(/[A-Za-z0-9][A-Za-z0-9._-]{0,63}){1,3}";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    public Subject {
        requireNonNull(path, "path");
        checkArgument(PATTERN.matcher(path).matches(), "not a subject: %s", path);
    }

    /** A thing of an organisation. */
    public static Subject of(String kind, Code code) {
        return new Subject(kind + "/" + code);
    }

    /** A thing within another. */
    public static Subject of(String kind, Code within, Code code) {
        return new Subject(kind + "/" + within + "/" + code);
    }

    @Override
    public String toString() {
        return path;
    }
}
