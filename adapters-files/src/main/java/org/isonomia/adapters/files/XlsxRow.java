package org.isonomia.adapters.files;

import com.google.common.collect.ImmutableMap;
import org.isonomia.application.document.Node;
import org.isonomia.application.document.Node.Scalar;
import org.isonomia.application.document.Position;

/**
 * What a row of a sheet holds.
 *
 * @param position where the row begins
 * @param values the cells that are not empty, by the names of their columns
 */
record XlsxRow(Position position, ImmutableMap<String, Node> values) {

    /** The text of a cell; empty if there is none. */
    String text(String column) {
        return values.get(column) instanceof Scalar scalar ? scalar.text().strip() : "";
    }
}
