package org.isonomia.adapters.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.isonomia.adapters.files.Documents.read;
import static org.isonomia.adapters.files.Documents.written;

import com.google.common.collect.Iterables;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.isonomia.application.document.Node;
import org.isonomia.application.document.Position;
import org.isonomia.application.spi.DocumentFormat;
import org.isonomia.domain.kernel.ValueWithViolations;
import org.isonomia.domain.kernel.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxFormatTest {

    private static final DocumentFormat XLSX = FileFormats.xlsx();
    static final Path[] FILES = {Documents.PLAN, Documents.FOLLOW_UP, Documents.DEPARTMENT};

    private static byte[] workbook(Consumer<Workbook> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SteadyWorkbook.write(bytes, content);
        return bytes.toByteArray();
    }

    static byte[] sheet(String name, Consumer<Worksheet> content) {
        return workbook(workbook -> content.accept(workbook.newWorksheet(name)));
    }

    static List<String> faults(ValueWithViolations<Node> result) {
        return result.violations().stream().map(XlsxFormatTest::fault).toList();
    }

    private static String fault(Violation violation) {
        return violation.code()
                + violation.attribute("sheet").map(sheet -> " " + sheet).orElse("")
                + violation.attribute("cell").map(cell -> "!" + cell).orElse("");
    }

    private static Node.Mapping firstEntry(byte[] bytes, String list) {
        Node.Mapping root = (Node.Mapping) read(XLSX, bytes).orThrow();
        return (Node.Mapping)
                ((Node.Sequence) root.get(list).orElseThrow()).items().get(0);
    }

    @ParameterizedTest
    @FieldSource("FILES")
    void aPlanReadsBackEqual(Path file) {
        Node plan = Documents.yaml(file);
        byte[] once = written(XLSX, plan);
        Node back = read(XLSX, once).orThrow();

        assertThat(back).isEqualTo(plan);
        assertThat(written(XLSX, back)).isEqualTo(once);
    }

    @Test
    void textsSurviveWhateverTheyHold() {
        Node.Mapping plan = (Node.Mapping) read(FileFormats.yaml(), """
                axes:
                  - {code: "1.10", title: "  espaces \\u00A0\\u202F 🙂 =1+1 <b> & \\"x\\" ", description: "a\\r\\nb\\tc\\n_x000D_"}
                plan:
                  amendments:
                    - {changes: ["un ; deux", "trois \\\\ quatre"]}
                """).orThrow();

        assertThat(read(XLSX, written(XLSX, plan)).orThrow()).isEqualTo(plan);
    }

    @Test
    void theFirstSheetExplainsTheOthersInTwoLanguages() throws IOException {
        byte[] bytes = written(XLSX, Documents.yaml(Documents.PLAN));
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            assertThat(workbook.getSheets().map(Sheet::getName))
                    .startsWith("Lisez-moi", "Plan", "Axes", "Actions", "Milestones")
                    .hasSize(21);
            assertThat(workbook.getFirstSheet().read().toString()).isNotEmpty();
            assertThat(workbook.getFirstSheet().read().stream().map(row -> row.getCellText(0)))
                    .anyMatch(line -> line.contains("point-virgule"))
                    .anyMatch(line -> line.contains("semicolons"));
        }
    }

    /** A person need not know a key or a word by heart. */
    @Test
    void everyColumnAndKeyIsExplained() {
        for (XlsxLayout.Sheet sheet : XlsxLayout.SHEETS) {
            assertThat(sheet.columns()).allSatisfy(column -> assertExplained(sheet.name(), column));
        }
        assertThat(Iterables.concat(XlsxLayout.PLAN_COLUMNS, XlsxLayout.PLAN_KEYS, XlsxLayout.FOLLOW_UP_KEYS))
                .allSatisfy(key -> assertExplained(XlsxLayout.PLAN, key));
    }

    private static void assertExplained(String sheet, String name) {
        String note = XlsxGuide.note(sheet, name).orElse("");

        assertThat(note).contains("\n");
        assertThat(XlsxGuide.words(sheet, name))
                .allSatisfy(word -> assertThat(note).contains(word));
    }

    @Test
    void wordsAreOfferedWhereOneOfAFewIsMeant() {
        byte[] bytes = written(XLSX, Documents.yaml(Documents.DEPARTMENT));

        assertThat(part(bytes, "xl/worksheets/sheet4.xml"))
                .contains("<dataValidation sqref=\"D2:D10000\"")
                .contains("\"training,conference,guide,")
                .contains("Axes!$A$2:$A$10000");
        assertThat(part(bytes, "xl/worksheets/sheet2.xml")).contains("\"draft,adopted,in-force,closed\"");
        assertThat(part(bytes, "xl/comments4.xml")).contains("formation");
    }

    @Test
    void aListToChooseFromIsNoLongerThanASpreadsheetTakes() {
        assertThat(XlsxLayout.SHEETS)
                .allSatisfy(sheet -> assertThat(sheet.columns())
                        .allSatisfy(column -> assertThat(String.join(",", XlsxGuide.words(sheet.name(), column)))
                                .hasSizeLessThanOrEqualTo(255)));
    }

    @Test
    void keysThatAreNotSaidYetAreThereToBeFilledIn() {
        byte[] bytes =
                written(XLSX, read(FileFormats.yaml(), "{isonomia: plan/1}").orThrow());

        assertThat(part(bytes, "xl/sharedStrings.xml")).contains("plan.period.start");
        assertThat(read(XLSX, bytes).orThrow())
                .isEqualTo(read(FileFormats.yaml(), "{isonomia: plan/1}").orThrow());
    }

    private static String part(byte[] workbook, String name) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), UTF_8);
                }
            }
            throw new AssertionError("no part " + name);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatIsNullIsAbsent() {
        byte[] bytes = written(
                XLSX,
                read(
                                FileFormats.yaml(),
                                "{isonomia: plan/1, axes: null, actions: [{code: a, title: null, milestones: null}]}")
                        .orThrow());

        assertThat(read(XLSX, bytes).orThrow())
                .isEqualTo(read(FileFormats.yaml(), "{isonomia: plan/1, actions: [{code: a}]}")
                        .orThrow());
    }

    @Test
    void aTreeThatNoSheetHoldsIsNotWritten() {
        Node tree = read(FileFormats.yaml(), "axes: [{code: a, colour: red}]").orThrow();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> written(XLSX, tree))
                .withMessageContaining("colour");
    }

    @Test
    void numbersTypedWhereCodesAreMeantAreTextsIfTheyAreWhole() {
        Node.Mapping territory = firstEntry(
                sheet("Territories", sheet -> {
                    sheet.value(0, 0, "code");
                    sheet.value(0, 1, "population");
                    sheet.value(0, 2, "memberOf");
                    sheet.value(1, 0, 13001);
                    sheet.value(1, 1, 149695);
                    sheet.value(1, 2, 200054807);
                }),
                "territories");

        assertThat(territory)
                .isEqualTo(read(FileFormats.yaml(), "{code: '13001', population: 149695, memberOf: ['200054807']}")
                        .orThrow());
        assertThat(territory.get("population").orElseThrow().position())
                .isEqualTo(new Position.Cell("Territories", "B2"));
    }

    /** LibreOffice saves a truth value as a formula; a column of texts makes a text of what is typed. */
    @Test
    void truthValuesAreReadAsSpreadsheetsKeepThem() {
        byte[] bytes = sheet("People", sheet -> {
            sheet.value(0, 0, "elected");
            sheet.value(1, 0, true);
            sheet.formula(2, 0, "TRUE()");
            sheet.formula(3, 0, "FALSE()");
            sheet.value(4, 0, "VRAI");
            sheet.value(5, 0, " faux ");
            sheet.value(6, 0, "oui");
        });

        assertThat(read(XLSX, bytes).orThrow())
                .isEqualTo(read(FileFormats.yaml(), """
                        people:
                          - {elected: true}
                          - {elected: true}
                          - {elected: false}
                          - {elected: true}
                          - {elected: false}
                          - {elected: oui}
                        """).orThrow());
    }

    @Test
    void aTruthValueIsReckonedNowhere() {
        byte[] bytes = sheet("People", sheet -> {
            sheet.value(0, 0, "elected");
            sheet.formula(1, 0, "NOT(TRUE())");
            sheet.value(0, 1, "code");
            sheet.formula(1, 1, "TRUE()");
        });

        assertThat(faults(read(XLSX, bytes))).containsExactly("file.formula People!A2", "file.formula People!B2");
    }

    @Test
    void aWholeNumberIsOneEvenWhereTheCellIsText() {
        Node.Mapping axis = firstEntry(
                sheet("Actions", sheet -> {
                    sheet.value(0, 0, "weight");
                    sheet.value(1, 0, " 3 ");
                }),
                "actions");

        assertThat(axis.get("weight")).contains(Node.number(3));
    }

    @Test
    void aDecimalNumberIsNoCode() {
        byte[] bytes = sheet("Axes", sheet -> {
            sheet.value(0, 0, "code");
            sheet.value(1, 0, 1.1);
        });

        assertThat(faults(read(XLSX, bytes))).containsExactly("file.cell-not-text Axes!A2");
    }

    @Test
    void anAbsurdNumberIsRefusedWithoutBeingWrittenOut() {
        byte[] bytes = sheet("Territories", sheet -> {
            sheet.value(0, 0, "population");
            sheet.value(1, 0, new BigDecimal("1E999999999"));
        });

        assertThat(faults(read(XLSX, bytes))).containsExactly("file.cell-not-text Territories!A2");
    }

    @Test
    void realDatesAreReadAsPreciselyAsTheyAreShown() {
        Node.Mapping milestone = firstEntry(
                sheet("Partners", sheet -> {
                    sheet.value(0, 0, "code");
                    sheet.value(0, 1, "activeFrom");
                    sheet.value(0, 2, "activeUntil");
                    sheet.value(1, 0, "x");
                    sheet.value(1, 1, LocalDate.of(2026, 3, 21));
                    sheet.style(1, 1).format("dd/mm/yyyy").set();
                    sheet.value(1, 2, LocalDate.of(2027, 5, 1));
                    sheet.style(1, 2).format("mmm-yy").set();
                }),
                "partners");

        assertThat(milestone)
                .isEqualTo(read(FileFormats.yaml(), "{code: x, activeFrom: 2026-03-21, activeUntil: 2027-05}")
                        .orThrow());
    }

    @Test
    void aDateWhereACodeIsMeantIsTheSpreadsheetsMistake() {
        byte[] bytes = sheet("Axes", sheet -> {
            sheet.value(0, 0, "code");
            sheet.value(1, 0, LocalDate.of(2026, 2, 1));
            sheet.style(1, 0).format("dd/mm/yyyy").set();
        });

        assertThat(faults(read(XLSX, bytes))).containsExactly("file.cell-not-text Axes!A2");
    }

    @Test
    void everyFaultIsToldWithItsCell() {
        byte[] bytes = workbook(workbook -> {
            workbook.newWorksheet("Notes").value(0, 0, "x");
            Worksheet axes = workbook.newWorksheet("Axes");
            axes.value(0, 0, "code");
            axes.value(0, 1, "colour");
            axes.value(0, 2, "code");
            axes.value(1, 0, "a");
            axes.value(1, 4, "stray");
            axes.formula(2, 0, "1+1");
            Worksheet milestones = workbook.newWorksheet("Milestones");
            milestones.value(0, 0, "action");
            milestones.value(1, 0, "9.9");
            Worksheet plan = workbook.newWorksheet("Plan");
            plan.value(0, 0, "key");
            plan.value(0, 1, "value");
            plan.value(1, 0, "plan.code");
            plan.value(1, 1, "a");
            plan.value(2, 0, "plan.code");
            plan.value(2, 1, "b");
            plan.value(3, 0, "plan.code.inner");
            plan.value(3, 1, "b");
        });

        assertThat(faults(read(XLSX, bytes)))
                .containsExactlyInAnyOrder(
                        "file.unknown-sheet Notes!A1",
                        "file.unknown-column Axes!B1",
                        "file.unknown-column Axes!C1",
                        "file.unknown-column Axes!E2",
                        "file.formula Axes!A3",
                        "file.unknown-owner Milestones!A2",
                        "file.duplicate-key Plan!A3",
                        "file.duplicate-key Plan!A4");
    }

    @Test
    void whatIsNoWorkbookIsRefused() {
        assertThat(faults(read(XLSX, ""))).containsExactly("file.empty");
        assertThat(faults(read(XLSX, "not a zip"))).containsExactly("file.not-a-workbook");
        assertThat(faults(read(XLSX, archive(1, 1)))).containsExactly("file.not-a-workbook");
    }

    @Test
    void anArchiveThatSwellsIsRefusedBeforeItIsRead() {
        assertThat(faults(read(XLSX, archive(WorkbookScan.MAX_PARTS + 1, 0)))).containsExactly("file.too-large");
        assertThat(faults(read(XLSX, archive(2, WorkbookScan.MAX_UNPACKED / 2 + 1))))
                .containsExactly("file.too-large");
    }

    @Test
    void aSheetOfTooManyCellsIsRefused() {
        byte[] bytes = sheet("Axes", sheet -> {
            sheet.value(0, 0, "code");
            for (int row = 1; row < 400; row++) {
                sheet.value(row, Worksheet.MAX_COLS - 1, "x");
            }
        });

        assertThat(faults(read(XLSX, bytes))).contains("file.too-large Axes!A307");
    }

    private static byte[] archive(int parts, long size) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] megabyte = new byte[1 << 20];
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int part = 0; part < parts; part++) {
                zip.putNextEntry(new ZipEntry("part" + part));
                for (long left = size; left > 0; left -= megabyte.length) {
                    zip.write(megabyte, 0, (int) Math.min(left, megabyte.length));
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE sst [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>",
                "<!DOCTYPE sst [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY e \"&b;&b;&b;&b;\">]>",
            })
    void entitiesAreNeitherFetchedNorExpanded(String declaration) {
        byte[] bytes = changed(
                written(XLSX, Documents.yaml(Documents.DEPARTMENT)),
                "xl/sharedStrings.xml",
                text -> text.replace("<sst", declaration + "<sst").replace("plan/1", "&e;"));

        ValueWithViolations<Node> result = read(XLSX, bytes);

        assertThat(result.value()).isEmpty();
        assertThat(faults(result)).containsExactly("file.not-a-workbook");
        assertThat(result.violations().get(0).message()).doesNotContain("&e;", "entity", "row,col");
    }

    /** A cell whose letters differ in their looks is one text; how it is pronounced is not part of it. */
    @Test
    void richTextIsReadAsItsText() {
        Node plan = Documents.yaml(Documents.DEPARTMENT);
        byte[] bytes = changed(
                written(XLSX, plan),
                "xl/sharedStrings.xml",
                text -> text.replaceFirst(
                        "<si><t[^>]*>Cadres</t></si>",
                        "<si><r><t>Ca</t></r><r><rPr><b/></rPr><t>dres</t></r><rPh sb=\"0\" eb=\"1\"><t>k</t></rPh></si>"));

        assertThat(part(bytes, "xl/sharedStrings.xml")).contains("<rPh");
        assertThat(read(XLSX, bytes).orThrow()).isEqualTo(plan);
    }

    static byte[] changed(byte[] workbook, String name, UnaryOperator<String> change) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream source = new ZipInputStream(new ByteArrayInputStream(workbook));
                ZipOutputStream target = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = source.getNextEntry(); entry != null; entry = source.getNextEntry()) {
                target.putNextEntry(new ZipEntry(entry.getName()));
                String text = new String(source.readAllBytes(), UTF_8);
                target.write((entry.getName().equals(name) ? change.apply(text) : text).getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    @Test
    void noDamagedWorkbookMakesTheReaderThrow() {
        byte[] plan = written(XLSX, Documents.yaml(Documents.DEPARTMENT));
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        for (int i = 0; i < 100; i++) {
            byte[] copy = plan.clone();
            copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
            assertThat(read(XLSX, copy)).isNotNull();
        }
    }
}
