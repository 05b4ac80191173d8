package org.isonomia.adapters.files;

import com.google.common.collect.ImmutableList;
import java.io.OutputStream;
import java.math.BigDecimal;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.isonomia.application.document.Node.Scalar;
import org.isonomia.application.document.Table;
import org.isonomia.application.spi.TableFormat;

/**
 * A workbook of one sheet: bold headings that stay in sight, numbers as numbers, everything else as text.
 *
 * <p>A text longer than a cell may hold is cut and ends with an ellipsis.
 */
record XlsxTableFormat() implements TableFormat {

    static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final int LONGEST_CELL = 32_767;

    private static final int COLUMN_WIDTH = 24;

    @Override
    public String name() {
        return "xlsx";
    }

    @Override
    public String mediaType() {
        return MEDIA_TYPE;
    }

    @Override
    public String extension() {
        return "xlsx";
    }

    @Override
    public void write(Table table, OutputStream output) {
        SteadyWorkbook.write(output, workbook -> addSheet(workbook, table));
    }

    private static void addSheet(Workbook workbook, Table table) {
        Worksheet sheet = workbook.newWorksheet(table.title());
        for (int column = 0; column < table.headings().size(); column++) {
            sheet.value(0, column, fitting(table.headings().get(column)));
            sheet.style(0, column).bold().set();
            sheet.width(column, COLUMN_WIDTH);
        }
        sheet.freezePane(0, 1);
        int number = 1;
        for (ImmutableList<Scalar> row : table.rows()) {
            for (int column = 0; column < row.size(); column++) {
                addCell(sheet, number, column, row.get(column));
            }
            number++;
        }
    }

    private static void addCell(Worksheet sheet, int row, int column, Scalar scalar) {
        switch (scalar.kind()) {
            case NUMBER -> sheet.value(row, column, new BigDecimal(scalar.text()));
            case TEXT, BOOLEAN -> sheet.value(row, column, fitting(scalar.text()));
            case NULL -> {}
        }
    }

    private static String fitting(String text) {
        return text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL - 1) + "…";
    }
}
