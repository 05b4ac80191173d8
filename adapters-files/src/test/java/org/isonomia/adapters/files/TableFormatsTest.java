package org.isonomia.adapters.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.isonomia.application.document.Node;
import org.isonomia.application.document.Node.Scalar;
import org.isonomia.application.document.Node.ScalarKind;
import org.isonomia.application.document.Position;
import org.isonomia.application.document.Table;
import org.isonomia.application.spi.TableFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableFormatsTest {

    private static final Scalar HALF = new Scalar(ScalarKind.NUMBER, "-0.5", Position.NOWHERE);
    private static final Scalar NOTHING = Node.nothing();
    private static final Table TABLE = new Table(
            "Actions",
            ImmutableList.of("code", "title", "share", "done"),
            ImmutableList.of(
                    ImmutableList.of(Node.text("1.10"), Node.text("L'égalité, \"ici\""), HALF, Node.bool(true)),
                    ImmutableList.of(Node.text("2"), Node.text("deux\nlignes; 🙂"), NOTHING, Node.bool(false))));

    private static byte[] written(TableFormat format, Table table) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        format.write(table, bytes);
        return bytes.toByteArray();
    }

    static ImmutableList<TableFormat> formats() {
        return FileFormats.tables();
    }

    @Test
    void openDataFollowRfc4180() {
        assertThat(new String(written(CsvTableFormat.OPEN_DATA, TABLE), UTF_8)).isEqualTo("""
                code,title,share,done\r
                1.10,"L'égalité, ""ici""\",-0.5,true\r
                2,"deux
                lignes; 🙂",,false\r
                """);
    }

    @Test
    void frenchExcelOpensTheFileByADoubleClick() {
        assertThat(new String(written(CsvTableFormat.EXCEL_FR, TABLE), UTF_8)).isEqualTo("""
                \uFEFFcode;title;share;done\r
                1.10;"L'égalité, ""ici""\";-0,5;true\r
                2;"deux
                lignes; 🙂";;false\r
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+33 4", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\0=1", "＝1", "＋1", "－1", "＠A"})
    void aTextIsNeverAFormula(String text) {
        Table table = new Table("t", ImmutableList.of(text), ImmutableList.of(ImmutableList.of(Node.text(text))));

        assertThat(new String(written(CsvTableFormat.OPEN_DATA, table), UTF_8))
                .containsSubsequence("'" + text, "'" + text);
    }

    @Test
    void theWorkbookKeepsNumbersAndTexts() throws IOException {
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(written(new XlsxTableFormat(), TABLE)))) {
            List<Row> rows = workbook.getFirstSheet().read();

            assertThat(workbook.getFirstSheet().getName()).isEqualTo("Actions");
            assertThat(rows).hasSize(3);
            assertThat(rows.get(1).getCell(0).getType()).isEqualTo(CellType.STRING);
            assertThat(rows.get(1).getCellText(1)).isEqualTo("L'égalité, \"ici\"");
            assertThat(rows.get(1).getCellAsNumber(2))
                    .hasValueSatisfying(number -> assertThat(number).isEqualByComparingTo("-0.5"));
            assertThat(rows.get(2).getCellText(1)).isEqualTo("deux\nlignes; 🙂");
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void writingTwiceGivesTheSameBytes(TableFormat format) {
        assertThat(written(format, TABLE)).isEqualTo(written(format, TABLE));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aTextTooLongForACellIsNoError(TableFormat format) {
        Table table = new Table(
                "t", ImmutableList.of("text"), ImmutableList.of(ImmutableList.of(Node.text("é".repeat(40_000)))));

        assertThat(written(format, table)).isNotEmpty();
    }
}
