package org.isonomia.application.document;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;

/**
 * A flat table, such as a list on a page or an open-data set: what is exported as CSV or as one sheet of a workbook.
 *
 * @param title what the table is of; the sheet's name where there is one
 * @param headings the names of the columns
 * @param rows the cells, row by row; each row as long as the headings; a null scalar is an empty cell
 */
public record Table(String title, ImmutableList<String> headings, ImmutableList<ImmutableList<Node.Scalar>> rows) {

    public Table {
        requireNonNull(title, "title");
        requireNonNull(headings, "headings");
        requireNonNull(rows, "rows");
        checkArgument(!headings.isEmpty(), "no headings");
        for (ImmutableList<Node.Scalar> row : rows) {
            checkArgument(row.size() == headings.size(), "%s cells under %s headings", row.size(), headings.size());
        }
    }
}
