package org.isonomia.application.document;

import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a tree as JSON that is the same whoever writes it: members in the order of their names, no spaces, the shortest
 * escapes (RFC 8785). Numbers stay as they were written, since they are exact here and not of binary floating point.
 */
public final class CanonicalJson {

    private static final char FIRST_PRINTABLE = 0x20;

    private CanonicalJson() {}

    /** The tree as text. */
    public static String write(Node node) {
        StringBuilder out = new StringBuilder();
        write(node, out);
        return out.toString();
    }

    private static void write(Node node, StringBuilder out) {
        switch (node) {
            case Node.Scalar scalar -> write(scalar, out);
            case Node.Sequence sequence -> {
                String separator = "[";
                for (Node item : sequence.items()) {
                    out.append(separator);
                    write(item, out);
                    separator = ",";
                }
                out.append(sequence.items().isEmpty() ? "[]" : "]");
            }
            case Node.Mapping mapping -> {
                String separator = "{";
                for (Map.Entry<String, Node> entry : new TreeMap<>(mapping.entries()).entrySet()) {
                    out.append(separator);
                    write(entry.getKey(), out);
                    out.append(':');
                    write(entry.getValue(), out);
                    separator = ",";
                }
                out.append(mapping.entries().isEmpty() ? "{}" : "}");
            }
        }
    }

    private static void write(Node.Scalar scalar, StringBuilder out) {
        switch (scalar.kind()) {
            case TEXT -> write(scalar.text(), out);
            case NUMBER, BOOLEAN -> out.append(scalar.text());
            case NULL -> out.append("null");
        }
    }

    private static void write(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < FIRST_PRINTABLE) {
                        out.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
