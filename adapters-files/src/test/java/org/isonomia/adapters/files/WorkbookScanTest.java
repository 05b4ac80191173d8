package org.isonomia.adapters.files;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.isonomia.adapters.files.Documents.read;
import static org.isonomia.adapters.files.Documents.written;
import static org.isonomia.adapters.files.XlsxFormatTest.changed;
import static org.isonomia.adapters.files.XlsxFormatTest.faults;

import com.google.common.collect.ImmutableMap;
import com.google.common.io.BaseEncoding;
import com.google.common.primitives.Bytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.isonomia.application.document.Node;
import org.isonomia.domain.kernel.ValueWithViolations;
import org.isonomia.domain.kernel.Violation;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks that are refused before they are read, whatever the library would make of them. */
class WorkbookScanTest {

    private static final String ACTIONS = "xl/worksheets/sheet4.xml";
    private static final byte[] WORKBOOK = written(FileFormats.xlsx(), Documents.yaml(Documents.DEPARTMENT));

    private static ValueWithViolations<Node> atOnce(byte[] workbook) {
        return Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> read(FileFormats.xlsx(), workbook));
    }

    @ParameterizedTest
    @CsvSource({
        "r=\"ZZZZZZ999999999\", ZZZZZZ999999999",
        "r=\"ZZZZZZ2\", ZZZZZZ2",
        "r=\"XFE2\", XFE2",
        "r=\"A1048577\", A1048577",
        "r=\"A0\", A0",
        "r=\"a2\", a2",
    })
    void aCellThatNoSpreadsheetHasIsRefusedAtOnce(String address, String told) {
        byte[] bytes = changed(WORKBOOK, ACTIONS, text -> text.replace("r=\"A2\"", address));

        assertThat(faults(atOnce(bytes))).containsExactly("file.cell-address Actions!" + told);
        assertThat(atOnce(bytes).violations().getFirst().attribute("expected")).isPresent();
    }

    @Test
    void aRowThatNoSpreadsheetHasIsRefused() {
        byte[] bytes = changed(WORKBOOK, ACTIONS, text -> text.replace("<row r=\"2\"", "<row r=\"9999999999\""));

        assertThat(faults(atOnce(bytes))).containsExactly("file.cell-address Actions!9999999999");
    }

    @Test
    void whatASheetSaysOfItsSizeDoesNotCount() {
        byte[] bytes = changed(
                WORKBOOK,
                ACTIONS,
                text -> text.replaceFirst("<dimension ref=\"[^\"]*\"", "<dimension ref=\"A1:XFD1048576\""));

        assertThat(atOnce(bytes).orThrow()).isEqualTo(Documents.yaml(Documents.DEPARTMENT));
    }

    /** Row by row as a spreadsheet would save them; no cell is read before they are counted. */
    @ParameterizedTest
    @CsvSource({"sheet4.xml, Actions, 50000", "sheet5.xml, Milestones, 200000"})
    void aSheetOfTooManyRowsIsRefusedAtOnce(String part, String name, int most) {
        assertThat(faults(atOnce(withRows(part, most + 1))))
                .containsExactly("file.too-large " + name + "!A" + (most + 2));
        assertThat(faults(read(FileFormats.xlsx(), withRows(part, most))))
                .noneMatch(fault -> fault.startsWith("file.too-large"));
    }

    @Test
    void rowsWithoutAValueDoNotCount() {
        byte[] formatted = changed(
                WORKBOOK,
                ACTIONS,
                text -> text.replace("</sheetData>", "<row><c/></row>".repeat(60_000) + "</sheetData>"));

        assertThat(atOnce(formatted).orThrow()).isEqualTo(Documents.yaml(Documents.DEPARTMENT));
    }

    private static byte[] withRows(String part, int count) {
        String rows = "<row><c t=\"inlineStr\"><is><t>x</t></is></c></row>".repeat(count);
        return changed(
                WORKBOOK,
                "xl/worksheets/" + part,
                text -> text.substring(0, text.indexOf("</row>") + 6)
                        + rows
                        + text.substring(text.indexOf("</sheetData>")));
    }

    /** A sheet hidden behind another name or another root is read by the library all the same. */
    @Test
    void noPartOfAWorkbookIsOverlooked() {
        byte[] hidden = changed(
                changed(
                        WORKBOOK,
                        ACTIONS,
                        text -> text.replace("worksheet", "sst").replace("r=\"A2\"", "r=\"ZZZZZZ2\"")),
                "xl/_rels/workbook.xml.rels",
                text -> text.replace("worksheets/sheet4.xml", "./worksheets/sheet4.xml"));

        assertThat(atOnce(hidden).value()).isEmpty();
    }

    @Test
    void cellsMergedOverRowsAreNamed() {
        byte[] bytes = changed(
                WORKBOOK,
                ACTIONS,
                text -> text.replace(
                        "</sheetData>", "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"B2:B3\"/></mergeCells>"));

        assertThat(faults(atOnce(bytes))).containsExactly("file.merged-cells Actions!B2");
    }

    @Test
    void aDamagedSheetIsNamed() {
        byte[] bytes = changed(WORKBOOK, ACTIONS, text -> text.substring(0, text.length() / 2));

        assertThat(faults(atOnce(bytes))).containsExactly("file.damaged-sheet Actions!A1");
        assertThat(atOnce(bytes).violations().getFirst().message()).contains("Actions");
    }

    @Test
    void macrosAreRefusedWhateverTheFileIsCalled() {
        assertThat(faults(atOnce(with(WORKBOOK, Map.of("xl/vbaProject.bin", "x")))))
                .containsExactly("file.macros");
    }

    @ParameterizedTest
    @CsvSource({"xl/workbook.bin, .xlsb", "content.xml, .ods"})
    void whatIsNoWorkbookIsCalledByItsName(String part, String name) {
        byte[] other = with(new byte[0], ImmutableMap.of("mimetype", "application/x", part, "x"));

        assertThat(atOnce(other).violations()).singleElement().satisfies(violation -> {
            assertThat(violation.code()).hasToString("file.not-a-workbook");
            assertThat(violation.message()).contains(name).contains(".xlsx");
        });
    }

    @ParameterizedTest
    @CsvSource({"EncryptedPackage, password", "Workbook, .xls"})
    void whatIsOfTheOldFormatOrLockedIsToldApart(String stream, String name) {
        byte[] compound = Bytes.concat(
                BaseEncoding.base16().decode("D0CF11E0A1B11AE1"), new byte[504], stream.getBytes(UTF_16LE));

        assertThat(atOnce(compound).violations())
                .singleElement()
                .extracting(Violation::message)
                .asString()
                .contains(name);
    }

    @Test
    void aWrongNameOfASheetOrAColumnSaysWhatWouldBeRight() {
        byte[] bytes = XlsxFormatTest.sheet("actions", sheet -> sheet.value(0, 0, "code"));
        byte[] column = XlsxFormatTest.sheet("Actions", sheet -> sheet.value(0, 0, "titel"));

        assertThat(atOnce(bytes).violations().getFirst().attribute("expected"))
                .get()
                .asString()
                .contains("Actions");
        assertThat(atOnce(column).violations().getFirst().attribute("expected"))
                .get()
                .asString()
                .contains("title");
    }

    @ParameterizedTest
    @ValueSource(strings = {"- a\n", "a: b\n"})
    void aTextFileOfErrorsIsNotReadToItsEnd(String line) {
        ValueWithViolations<Node> result = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> read(FileFormats.yaml(), line.repeat(2_000_000)));

        assertThat(result.value()).isEmpty();
        assertThat(result.violations()).hasSizeLessThanOrEqualTo(1001);
        assertThat(result.violations().getLast().code().toString()).isIn("file.too-many", "file.too-large");
        assertThat(result.violations().getLast().attribute("line")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"a\",", "{\"a\":1,"})
    void neitherIsAJsonFile(String begun) {
        String rest = begun.substring(1);
        ValueWithViolations<Node> result =
                read(FileFormats.json(), begun + rest.repeat(20_000) + (begun.startsWith("[") ? "1]" : "\"b\":1}"));

        assertThat(result.value()).isEmpty();
        assertThat(result.violations()).hasSizeLessThanOrEqualTo(1001);
    }

    private static byte[] with(byte[] workbook, Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream source = new ZipInputStream(new ByteArrayInputStream(workbook));
                ZipOutputStream target = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = source.getNextEntry(); entry != null; entry = source.getNextEntry()) {
                target.putNextEntry(new ZipEntry(entry.getName()));
                source.transferTo(target);
            }
            for (Map.Entry<String, String> part : parts.entrySet()) {
                target.putNextEntry(new ZipEntry(part.getKey()));
                target.write(part.getValue().getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }
}
