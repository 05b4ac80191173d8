package org.isonomia.adapters.files;

import com.google.common.collect.ImmutableList;
import org.isonomia.application.spi.TableFormat;

/** The notations of this module, ready to be handed to whoever needs them. */
public final class FileFormats {

    private FileFormats() {}

    /** Flat tables: CSV for open data, CSV for the French Excel, and a workbook of one sheet, in this order. */
    public static ImmutableList<TableFormat> tables() {
        return ImmutableList.of(CsvTableFormat.OPEN_DATA, CsvTableFormat.EXCEL_FR, new XlsxTableFormat());
    }
}
