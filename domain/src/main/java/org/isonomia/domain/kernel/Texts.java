package org.isonomia.domain.kernel;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableSet;
import java.net.URI;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The bounds of what people write: titles, texts and links. Checks throw {@link IllegalArgumentException}. */
public final class Texts {

    /** The longest title, in UTF-16 units. */
    public static final int MAX_TITLE = 300;

    /** The longest text, in UTF-16 units. */
    public static final int MAX_TEXT = 10_000;

    /** The longest link, in UTF-16 units. */
    public static final int MAX_LINK = 2_000;

    /** Whatever some program takes for the end of a line. */
    private static final ImmutableSet<Integer> LINE_ENDS =
            ImmutableSet.of((int) '\n', 0x0B, 0x0C, (int) '\r', 0x85, 0x2028, 0x2029);

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private Texts() {}

    /** The word for a constant of the model, as documents, addresses and messages have it: {@code in-progress}. */
    public static String word(Enum<?> constant) {
        return Ascii.toLowerCase(constant.name()).replace('_', '-');
    }

    /**
     * Checks a title: 1 to {@value #MAX_TITLE} characters, one line, not blank, and without the controls U+202A to U+202E
     * and U+2066 to U+2069, which make a line look like another one.
     */
    public static String checkTitle(String title, String name) {
        check(title, name, MAX_TITLE);
        checkArgument(title.chars().noneMatch(LINE_ENDS::contains), "%s must be one line: %s", name, title);
        checkArgument(
                title.chars().noneMatch(c -> (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)),
                "%s must not turn the direction of writing",
                name);
        return title;
    }

    /** Checks a text: 1 to {@value #MAX_TEXT} characters, not blank. */
    public static String checkText(String text, String name) {
        return check(text, name, MAX_TEXT);
    }

    /** What is broken in a text that no database gives back as it was, in English; empty if every character is whole. */
    public static Optional<String> brokenCharacter(String text) {
        if (text.indexOf('\u0000') >= 0) {
            return Optional.of("the NUL character");
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
                    return Optional.of("half of a surrogate pair stands alone");
                }
                i++;
            }
        }
        return Optional.empty();
    }

    /** Checks a text that may be absent. */
    public static void checkText(Optional<String> text, String name) {
        requireNonNull(text, name);
        text.ifPresent(present -> checkText(present, name));
    }

    /** Checks a title that may be absent. */
    public static void checkTitle(Optional<String> title, String name) {
        requireNonNull(title, name);
        title.ifPresent(present -> checkTitle(present, name));
    }

    /** Checks a link: an absolute http or https address, at most {@value #MAX_LINK} characters. */
    public static URI checkLink(URI link) {
        requireNonNull(link, "link");
        String scheme = link.getScheme();
        checkArgument(
                ("http".equals(scheme) || "https".equals(scheme)) && link.getHost() != null,
                "not a web address: %s",
                link);
        checkArgument(link.toString().length() <= MAX_LINK, "link is longer than %s characters", MAX_LINK);
        return link;
    }

    /**
     * A text as people search it and sort by it: in lower case, without accents, ligatures written out, each run of white
     * space one space.
     */
    public static String folded(String text) {
        String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return SPACE.matcher(bare.replace("œ", "oe").replace("æ", "ae").replace("ß", "ss"))
                .replaceAll(" ")
                .strip();
    }

    private static String check(String text, String name, int max) {
        requireNonNull(text, name);
        checkArgument(!text.isBlank(), "%s must not be blank", name);
        checkArgument(text.length() <= max, "%s must have at most %s characters, has %s", name, max, text.length());
        brokenCharacter(text).ifPresent(fault -> {
            throw new IllegalArgumentException(name + " must not contain a broken character: " + fault);
        });
        return text;
    }
}
