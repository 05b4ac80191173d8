package org.isonomia.application.document;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;

/** Where in a source a node stood: a line of a text, a cell of a workbook, or nowhere in particular. */
public sealed interface Position {

    /** The position of a node that was not read from a file. */
    Position NOWHERE = new Nowhere();

    /** The position as attributes of a violation: {@code line} and {@code column}, {@code sheet} and {@code cell}, or none. */
    ImmutableMap<String, String> attributes();

    /** No position: the node was made by the program or came in a request. */
    record Nowhere() implements Position {
        @Override
        public ImmutableMap<String, String> attributes() {
            return ImmutableMap.of();
        }
    }

    /**
     * A place in a text.
     *
     * @param line the line, from 1
     * @param column the column in Unicode code points, from 1
     */
    record Line(int line, int column) implements Position {
        public Line {
            checkArgument(line >= 1, "line must be ≥ 1: %s", line);
            checkArgument(column >= 1, "column must be ≥ 1: %s", column);
        }

        @Override
        public ImmutableMap<String, String> attributes() {
            return ImmutableMap.of("line", Integer.toString(line), "column", Integer.toString(column));
        }
    }

    /**
     * A cell of a workbook.
     *
     * @param sheet the sheet's name
     * @param cell the cell in A1 notation
     */
    record Cell(String sheet, String cell) implements Position {
        public Cell {
            requireNonNull(sheet, "sheet");
            requireNonNull(cell, "cell");
        }

        @Override
        public ImmutableMap<String, String> attributes() {
            return ImmutableMap.of("sheet", sheet, "cell", cell);
        }
    }
}
