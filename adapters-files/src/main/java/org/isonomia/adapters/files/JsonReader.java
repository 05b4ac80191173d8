package org.isonomia.adapters.files;

import com.google.common.collect.ImmutableList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.isonomia.application.document.Node;
import org.isonomia.application.document.Node.Scalar;
import org.isonomia.application.document.Node.ScalarKind;
import org.isonomia.application.document.Position;
import org.isonomia.domain.kernel.ValueWithViolations;
import org.isonomia.domain.kernel.Violation;

/** Reads JSON as RFC 8259 has it, nothing more. One reading, not safe for several threads. */
final class JsonReader {

    static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");

    private static final Pattern WORD = Pattern.compile("true|false|null");
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{4}");
    private static final String ESCAPES = "\"\\/bfnrt";
    private static final String ESCAPED = "\"\\/\b\f\n\r\t";
    private static final char END = '\uFFFF';

    private final String text;
    private final PlaceFinder places;
    private final TreeBuilder tree = new TreeBuilder();
    private int index;

    private JsonReader(String text) {
        this.text = text;
        this.places = new PlaceFinder(text);
    }

    /** The tree of a text with everything that is wrong with it. */
    static ValueWithViolations<Node> read(String text) {
        return new JsonReader(text).read();
    }

    private ValueWithViolations<Node> read() {
        skipSpace();
        if (index == text.length()) {
            return ValueWithViolations.refused(
                    ImmutableList.of(FileCodes.at(Position.NOWHERE, FileCodes.EMPTY, "the file is empty")));
        }
        try {
            value();
            skipSpace();
            if (index < text.length()) {
                throw unexpected("the end");
            }
            return tree.result();
        } catch (RefusedException e) {
            tree.report(e.violation);
            return tree.refusal();
        }
    }

    private void value() {
        tree.overflow(here()).ifPresent(violation -> {
            throw new RefusedException(violation);
        });
        switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't', 'f', 'n' -> word();
            default -> number();
        }
    }

    private void object() {
        Position start = here();
        checkDepth(tree.startMapping(start), start);
        index++;
        skipSpace();
        while (peek() != '}') {
            if (peek() != '"') {
                throw unexpected("a key in double quotes");
            }
            string();
            skipSpace();
            expect(':', "a colon");
            skipSpace();
            value();
            next('}');
        }
        index++;
        tree.end();
    }

    private void array() {
        Position start = here();
        checkDepth(tree.startSequence(start), start);
        index++;
        skipSpace();
        while (peek() != ']') {
            value();
            next(']');
        }
        index++;
        tree.end();
    }

    /** Passes the comma, after which something must follow, or stops before the closing mark. */
    private void next(char close) {
        skipSpace();
        if (peek() == close) {
            return;
        }
        expect(',', "a comma or " + close);
        skipSpace();
        if (peek() == close) {
            throw unexpected("a value after the comma");
        }
    }

    private void word() {
        Position start = here();
        String word = match(WORD, "true, false or null");
        boolean none = word.equals("null");
        tree.add(new Scalar(none ? ScalarKind.NULL : ScalarKind.BOOLEAN, none ? "" : word, start));
    }

    private void number() {
        Position start = here();
        tree.add(new Scalar(ScalarKind.NUMBER, match(NUMBER, "a value"), start));
    }

    private void string() {
        Position start = here();
        StringBuilder value = new StringBuilder();
        index++;
        while (peek() != '"') {
            char next = peek();
            if (index >= text.length() || next < ' ') {
                throw unexpected("a closing quote; control characters are written as escapes");
            }
            index++;
            value.append(next == '\\' ? escape() : next);
        }
        index++;
        checkSurrogates(value, start);
        tree.add(new Scalar(ScalarKind.TEXT, value.toString(), start));
    }

    private char escape() {
        char letter = peek();
        if (letter == 'u') {
            index++;
            return (char) Integer.parseInt(match(HEX, "four hexadecimal digits"), 16);
        }
        int known = ESCAPES.indexOf(letter);
        if (known < 0) {
            throw unexpected("an escape");
        }
        index++;
        return ESCAPED.charAt(known);
    }

    private static void checkSurrogates(CharSequence value, Position start) {
        boolean alone = value.codePoints()
                .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
        if (alone) {
            throw new RefusedException(FileCodes.at(start, FileCodes.SYNTAX, "not JSON: half of a surrogate pair"));
        }
    }

    private static void checkDepth(boolean allowed, Position start) {
        if (!allowed) {
            String message = "nested deeper than " + TreeBuilder.MAX_DEPTH + " levels";
            throw new RefusedException(FileCodes.at(start, FileCodes.TOO_DEEP, message));
        }
    }

    private String match(Pattern pattern, String expected) {
        Matcher matcher = pattern.matcher(text).region(index, text.length());
        if (!matcher.lookingAt()) {
            throw unexpected(expected);
        }
        index = matcher.end();
        return matcher.group();
    }

    private void expect(char wanted, String expected) {
        if (peek() != wanted) {
            throw unexpected(expected);
        }
        index++;
    }

    private void skipSpace() {
        while (index < text.length() && " \t\r\n".indexOf(text.charAt(index)) >= 0) {
            index++;
        }
    }

    private char peek() {
        return index < text.length() ? text.charAt(index) : END;
    }

    private Position here() {
        return places.at(index);
    }

    private RefusedException unexpected(String expected) {
        return new RefusedException(FileCodes.at(here(), FileCodes.SYNTAX, "not JSON: expected " + expected));
    }

    /** Ends the reading from wherever it is; never leaves this class. */
    private static final class RefusedException extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Violation violation;

        RefusedException(Violation violation) {
            super(violation.message());
            this.violation = violation;
        }
    }
}
