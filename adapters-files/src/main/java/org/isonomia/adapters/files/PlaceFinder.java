package org.isonomia.adapters.files;

import org.isonomia.application.document.Position;

/** Finds the line and the column of places in a text, asked from the front to the back. Not safe for several threads. */
final class PlaceFinder {

    private final String text;
    private int index;
    private int line = 1;
    private int column = 1;

    PlaceFinder(String text) {
        this.text = text;
    }

    /**
     * The position of a character.
     *
     * @param target the character's index, not before that of the last question; at most the text's length
     */
    Position at(int target) {
        while (index < target) {
            int codePoint = text.codePointAt(index);
            index += Character.charCount(codePoint);
            if (codePoint == '\n') {
                line++;
                column = 1;
            } else {
                column++;
            }
        }
        return new Position.Line(line, column);
    }
}
