package org.isonomia.application.spi;

import java.io.OutputStream;
import org.isonomia.application.document.Table;

/**
 * A notation in which a flat table is written: CSV, a workbook of one sheet.
 *
 * <p>Writing the same table twice gives the same bytes. No cell is ever a formula, whatever its text. Implementations are
 * immutable and safe for use by many threads.
 */
public interface TableFormat {

    /** The format's short name: {@code csv}, {@code csv-excel-fr}, {@code xlsx}. */
    String name();

    /** The media type, with its charset where it has one. */
    String mediaType();

    /** The file extension without the dot; several formats may share one. */
    String extension();

    /**
     * Writes a table.
     *
     * @param table the table
     * @param output where the bytes go; flushed, not closed
     * @throws java.io.UncheckedIOException if the bytes cannot be written
     */
    void write(Table table, OutputStream output);
}
