package org.isonomia.adapters.files;

import com.google.common.collect.ImmutableList;
import org.isonomia.application.spi.DocumentFormat;
import org.isonomia.application.spi.TableFormat;

/** The notations of this module, ready to be handed to whoever needs them. */
public final class FileFormats {

    private FileFormats() {}

    /** YAML 1.2 of the core schema, in UTF-8. */
    public static DocumentFormat yaml() {
        return new YamlFormat();
    }

    /** JSON as RFC 8259 has it, in UTF-8. */
    public static DocumentFormat json() {
        return new JsonFormat();
    }

    /** A workbook with one sheet per kind of entry; it holds plans and follow-ups, no other trees. */
    public static DocumentFormat xlsx() {
        return new XlsxFormat();
    }

    /** Flat tables: CSV for open data, CSV for the French Excel, and a workbook of one sheet, in this order. */
    public static ImmutableList<TableFormat> tables() {
        return ImmutableList.of(CsvTableFormat.OPEN_DATA, CsvTableFormat.EXCEL_FR, new XlsxTableFormat());
    }
}
