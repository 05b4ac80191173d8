package org.isonomia.adapters.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.isonomia.application.document.Node;
import org.isonomia.application.document.Node.Scalar;
import org.isonomia.application.document.Node.ScalarKind;
import org.isonomia.application.document.Table;
import org.isonomia.application.spi.TableFormat;

/**
 * CSV in UTF-8 as RFC 4180 has it, or as the French Excel opens it by a double click.
 *
 * <p>A text that a spreadsheet would take for a formula is written after an apostrophe; numbers are written as they are.
 */
record CsvTableFormat(String name, char separator, char decimalMark, boolean byteOrderMark) implements TableFormat {

    static final CsvTableFormat OPEN_DATA = new CsvTableFormat("csv", ',', '.', false);
    static final CsvTableFormat EXCEL_FR = new CsvTableFormat("csv-excel-fr", ';', ',', true);

    // The last four are the first four as East Asian keyboards have them; some spreadsheets take them for the same.
    private static final String FORMULA_STARTS = "=+-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20";

    @Override
    public String mediaType() {
        return "text/csv; charset=utf-8";
    }

    @Override
    public String extension() {
        return "csv";
    }

    @Override
    public void write(Table table, OutputStream output) {
        try {
            Writer writer = new OutputStreamWriter(output, UTF_8);
            if (byteOrderMark) {
                writer.write('\uFEFF');
            }
            writeRecords(table, writer);
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // The writer is not closed: the stream is the caller's.
    @SuppressWarnings("StreamResourceLeak")
    private void writeRecords(Table table, Writer writer) throws IOException {
        CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(separator)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(writer);
        csv.writeRecord(
                table.headings().stream().map(Node::text).map(this::cell).collect(ImmutableList.toImmutableList()));
        for (ImmutableList<Scalar> row : table.rows()) {
            csv.writeRecord(row.stream().map(this::cell).collect(ImmutableList.toImmutableList()));
        }
        csv.flush();
    }

    private String cell(Scalar scalar) {
        String text = scalar.text();
        if (scalar.kind() == ScalarKind.NUMBER) {
            return text.replace('.', decimalMark);
        }
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return formula && scalar.kind() == ScalarKind.TEXT ? "'" + text : text;
    }
}
