package org.isonomia.adapters.files;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.isonomia.application.document.Node;
import org.isonomia.application.document.Node.Scalar;

/**
 * Writes a tree as JSON with an indent of two spaces. A number that only YAML can write, such as {@code 0x1F}, is written
 * in decimal; one that is no number at all to JSON, such as {@code .inf}, as a text.
 */
record JsonWriter(Writer output) {

    private static final Pattern NOT_A_NUMBER = Pattern.compile("[+-]?\\.(?:inf|nan)", Pattern.CASE_INSENSITIVE);

    /** Writes a tree and ends the line. */
    void write(Node document) throws IOException {
        write(document, "\n");
        output.write('\n');
    }

    private void write(Node node, String newLine) throws IOException {
        switch (node) {
            case Node.Mapping mapping -> writeMapping(mapping, newLine);
            case Node.Sequence sequence -> writeSequence(sequence, newLine);
            case Scalar scalar -> writeScalar(scalar);
        }
    }

    private void writeMapping(Node.Mapping mapping, String newLine) throws IOException {
        String inner = newLine + "  ";
        output.write('{');
        Iterator<Map.Entry<String, Node>> entries = mapping.entries().entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<String, Node> entry = entries.next();
            output.write(inner);
            writeText(entry.getKey());
            output.write(": ");
            write(entry.getValue(), inner);
            output.write(entries.hasNext() ? "," : newLine);
        }
        output.write('}');
    }

    private void writeSequence(Node.Sequence sequence, String newLine) throws IOException {
        String inner = newLine + "  ";
        output.write('[');
        Iterator<Node> items = sequence.items().iterator();
        while (items.hasNext()) {
            output.write(inner);
            write(items.next(), inner);
            output.write(items.hasNext() ? "," : newLine);
        }
        output.write(']');
    }

    private void writeScalar(Scalar scalar) throws IOException {
        switch (scalar.kind()) {
            case NULL -> output.write("null");
            case BOOLEAN -> output.write(scalar.text().toLowerCase(Locale.ROOT));
            case NUMBER -> writeNumber(scalar.text());
            case TEXT -> writeText(scalar.text());
        }
    }

    private void writeNumber(String text) throws IOException {
        if (JsonReader.NUMBER.matcher(text).matches()) {
            output.write(text);
        } else if (text.startsWith("0x")) {
            output.write(new BigInteger(text.substring(2), 16).toString());
        } else if (text.startsWith("0o")) {
            output.write(new BigInteger(text.substring(2), 8).toString());
        } else if (NOT_A_NUMBER.matcher(text).matches()) {
            writeText(text);
        } else {
            output.write(new BigDecimal(text).toString());
        }
    }

    private void writeText(String text) throws IOException {
        output.write('"');
        for (int i = 0; i < text.length(); i++) {
            writeChar(text.charAt(i));
        }
        output.write('"');
    }

    private void writeChar(char character) throws IOException {
        switch (character) {
            case '"' -> output.write("\\\"");
            case '\\' -> output.write("\\\\");
            case '\n' -> output.write("\\n");
            case '\r' -> output.write("\\r");
            case '\t' -> output.write("\\t");
            case '\u2028', '\u2029' -> output.write("\\u%04x".formatted((int) character));
            default -> output.write(character < ' ' ? "\\u%04x".formatted((int) character) : String.valueOf(character));
        }
    }
}
