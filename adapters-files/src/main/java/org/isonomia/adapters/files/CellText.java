package org.isonomia.adapters.files;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How texts and lists of texts stand in a cell. */
final class CellText {

    // A control character cannot stand in XML: the workbook format writes it as _x and four digits, and so Excel does.
    private static final Pattern TO_ESCAPE =
            Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)|[\\x00-\\x08\\x0B-\\x1F\\uFFFE\\uFFFF]");
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private CellText() {}

    /**
     * A text as a cell holds it.
     *
     * @throws IllegalArgumentException if it is longer than a cell may hold
     */
    static String escape(String text) {
        String escaped = TO_ESCAPE.matcher(text).replaceAll(CellText::escapeOne);
        checkArgument(
                escaped.length() <= XlsxTableFormat.LONGEST_CELL, "too long for a cell: %s characters", text.length());
        return escaped;
    }

    private static String escapeOne(MatchResult match) {
        return "_x%04X_".formatted((int) match.group().charAt(0));
    }

    /** The text that a cell holds. */
    static String unescape(String cell) {
        return ESCAPE.matcher(cell)
                .replaceAll(
                        match -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(match.group(1), 16))));
    }

    /** A list as one text: items separated by semicolons, a semicolon within an item after a backslash. */
    static String join(List<String> items) {
        return items.stream()
                .map(item -> item.replace("\\", "\\\\").replace(";", "\\;"))
                .collect(Collectors.joining("; "));
    }

    /** The items of a list, without the spaces around them; empty items are left out. */
    static ImmutableList<String> split(String text) {
        ImmutableList.Builder<String> items = ImmutableList.builder();
        StringBuilder item = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '\\' && i + 1 < text.length()) {
                i++;
                item.append(text.charAt(i));
            } else if (character == ';') {
                finish(item, items);
            } else {
                item.append(character);
            }
        }
        finish(item, items);
        return items.build();
    }

    private static void finish(StringBuilder item, ImmutableList.Builder<String> items) {
        String trimmed = item.toString().strip();
        if (!trimmed.isEmpty()) {
            items.add(trimmed);
        }
        item.setLength(0);
    }
}
