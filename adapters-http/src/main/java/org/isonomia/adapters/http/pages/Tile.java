package org.isonomia.adapters.http.pages;

import com.google.common.collect.ImmutableList;

/**
 * A commune's tile.
 *
 * @param css the class of its square
 * @param group the class of the whole
 * @param x where its square begins
 * @param y where its square begins
 * @param side how wide its square is
 * @param label what is written on it, line by line
 * @param labelY where the first line stands
 * @param dot whether somebody is in charge there
 * @param title what it says, in words
 */
public record Tile(
        String css,
        String group,
        int x,
        int y,
        int side,
        ImmutableList<String> label,
        int labelY,
        boolean dot,
        String title) {

    /** The middle of the tile. */
    public int middle() {
        return x + side / 2;
    }

    /** Where its square ends. */
    int right() {
        return x + side;
    }

    /** Where its square ends. */
    int bottom() {
        return y + side;
    }

    /** Where the dot is. */
    public int dotX() {
        return x + side - 6;
    }

    /** Where the dot is. */
    public int dotY() {
        return y + 6;
    }
}
