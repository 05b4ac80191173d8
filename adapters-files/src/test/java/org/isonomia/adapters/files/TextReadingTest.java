package org.isonomia.adapters.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.isonomia.adapters.files.Documents.read;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.isonomia.application.document.Node;
import org.isonomia.application.document.Position;
import org.isonomia.application.spi.DocumentFormat;
import org.isonomia.domain.kernel.ValueWithViolations;
import org.isonomia.domain.kernel.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextReadingTest {

    static final DocumentFormat[] FORMATS = {FileFormats.yaml(), FileFormats.json()};

    private static List<String> faults(ValueWithViolations<Node> result) {
        return result.violations().stream().map(TextReadingTest::fault).toList();
    }

    private static String fault(Violation violation) {
        String place = violation.attribute("line").map(line -> " " + line).orElse("")
                + violation.attribute("column").map(column -> ":" + column).orElse("");
        return violation.code() + place;
    }

    @Test
    void everyNodeAndKeyKnowsItsPlace() {
        Node.Mapping root = (Node.Mapping)
                read(FileFormats.yaml(), "é🙂: [a, b]\nplan:\n  code: x\n").orThrow();
        Node.Sequence list = (Node.Sequence) root.get("é🙂").orElseThrow();
        Node.Mapping plan = (Node.Mapping) root.get("plan").orElseThrow();

        assertThat(list.items().get(1).position()).isEqualTo(new Position.Line(1, 9));
        assertThat(plan.positionOf("code")).isEqualTo(new Position.Line(3, 3));
        assertThat(plan.get("code").orElseThrow().position()).isEqualTo(new Position.Line(3, 9));
    }

    @Test
    void jsonKnowsTheSamePlaces() {
        Node.Mapping root = (Node.Mapping) read(FileFormats.json(), "{\"é🙂\": [1, 2],\n \"b\": {\"c\": \"x\"}}")
                .orThrow();
        Node.Sequence list = (Node.Sequence) root.get("é🙂").orElseThrow();

        assertThat(list.items().get(1).position()).isEqualTo(new Position.Line(1, 12));
        assertThat(root.positionOf("b")).isEqualTo(new Position.Line(2, 2));
    }

    @ParameterizedTest
    @CsvSource({
        "1.10, NUMBER",
        "2026, NUMBER",
        "0x1F, NUMBER",
        "true, BOOLEAN",
        "null, NULL",
        "'\"2026\"', TEXT",
        "2026-03, TEXT",
        "2026-03-21, TEXT",
        "yes, TEXT",
        "N+1, TEXT",
    })
    void theCoreSchemaDecidesWhatAScalarIs(String text, Node.ScalarKind kind) {
        Node list = read(FileFormats.yaml(), "[" + text + "]").orThrow();

        assertThat(((Node.Scalar) ((Node.Sequence) list).items().get(0)).kind()).isEqualTo(kind);
    }

    @Test
    void aByteOrderMarkIsAccepted() {
        assertThat(read(FileFormats.yaml(), "\uFEFFa: 1").violations()).isEmpty();
        assertThat(read(FileFormats.json(), "\uFEFF{\"a\": 1}").violations()).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("FORMATS")
    void whatIsNotUtf8IsRefusedWhereItStands(DocumentFormat format) {
        assertThat(faults(read(format, "a: b\nc: é".getBytes(ISO_8859_1)))).containsExactly("file.encoding 2:4");
        assertThat(faults(read(format, "a: b".getBytes(UTF_16)))).containsExactly("file.encoding 1:1");
    }

    @ParameterizedTest
    @FieldSource("FORMATS")
    void aFileTooLargeIsRefusedUnread(DocumentFormat format) {
        byte[] large = new byte[SourceText.MAX_BYTES + 1];

        assertThat(faults(read(format, large))).containsExactly("file.too-large");
    }

    @ParameterizedTest
    @FieldSource("FORMATS")
    void aFileOfTooManyValuesIsRefused(DocumentFormat format) {
        String list = "[" + "1,".repeat(40_000) + "1],\n";
        String many = "{\"a\": [" + list.repeat(80) + "1]}";

        assertThat(faults(read(format, many))).hasSize(1).first().asString().startsWith("file.too-large 75");
    }

    @ParameterizedTest
    @FieldSource("FORMATS")
    void aMappingOfTooManyKeysIsRefusedWhereItHasThem(DocumentFormat format) {
        String keys =
                IntStream.range(0, 100_000).mapToObj(i -> "\"k" + i + "\": 1").collect(joining(",\n"));

        assertThat(faults(read(format, "{" + keys + "}")))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("file.too-large 100");
    }

    @ParameterizedTest
    @FieldSource("FORMATS")
    void aListOfTooManyEntriesIsRefusedWhereItIsTooLong(DocumentFormat format) {
        String longest = "{\"a\": [" + "1,\n".repeat(49_999) + "1]}";
        String many = "{\"a\": [" + "1,\n".repeat(200_000) + "1]}";

        assertThat(faults(read(format, longest))).isEmpty();
        assertThat(faults(read(format, many))).hasSize(1).first().asString().startsWith("file.too-large 5000");
    }

    @Test
    void aYamlLineWithoutEndIsRefused() {
        String text = "a: 1\nb: " + "x".repeat(100_000);

        assertThat(faults(read(FileFormats.yaml(), text))).containsExactly("file.too-large 2:1");
    }

    @ParameterizedTest
    @FieldSource("FORMATS")
    void nestingWithoutEndIsRefused(DocumentFormat format) {
        assertThat(faults(read(format, "[".repeat(100_000)))).containsExactly("file.too-deep 1:65");
        assertThat(faults(read(format, "[".repeat(64) + "]".repeat(64)))).isEmpty();
        assertThat(faults(read(format, "{\"a\":\n".repeat(100_000)))).containsExactly("file.too-deep 65:1");
    }

    @Test
    void nestingByDashesIsRefusedToo() {
        assertThat(faults(read(FileFormats.yaml(), "- ".repeat(50_000)))).containsExactly("file.too-deep 1:129");
        assertThat(faults(read(FileFormats.yaml(), "? ".repeat(50_000)))).containsExactly("file.too-deep 1:129");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\n", "\uFEFF"})
    void nothingIsRefused(String text) {
        assertThat(faults(read(FileFormats.yaml(), text))).containsExactly("file.empty");
        assertThat(faults(read(FileFormats.json(), text))).containsExactly("file.empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"# only a comment", "---", "---\n...", "null"})
    void aYamlFileThatSaysNothingIsRefused(String text) {
        assertThat(faults(read(FileFormats.yaml(), text))).containsExactly("file.empty");
    }

    @Test
    void allFaultsAreReportedTogetherAndTheRestIsRead() {
        ValueWithViolations<Node> result = read(FileFormats.yaml(), """
                code: a
                code: b
                2026: number
                base: &base x
                copy: *base
                text: !!str 2026
                ? [a]
                : list
                """);

        assertThat(faults(result))
                .containsExactlyInAnyOrder(
                        "file.duplicate-key 2:1",
                        "file.key-not-text 3:1",
                        "file.alias 4:7",
                        "file.alias 5:7",
                        "file.tag 6:7",
                        "file.key-not-text 7:3");
        assertThat(result.value().map(root -> ((Node.Mapping) root).get("code").orElseThrow()))
                .contains(Node.text("a"));
    }

    @Test
    void jsonKeysAreUniqueToo() {
        assertThat(faults(read(FileFormats.json(), "{\"a\": 1,\n\"a\": 2}"))).containsExactly("file.duplicate-key 2:1");
    }

    @Test
    void oneFileIsOneDocument() {
        assertThat(faults(read(FileFormats.yaml(), "a: 1\n---\nb: 2\n"))).containsExactly("file.several-documents 2:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: [1, 2", "a: 'open", "a: b: c", "a: @b", "%YAML 2.0", "a: b\n c: d", "\ta: b", "a: *"})
    void brokenYamlIsRefused(String text) {
        assertThat(faults(read(FileFormats.yaml(), text)))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("file.syntax");
    }

    @Test
    void brokenYamlIsRefusedWhereItBreaks() {
        assertThat(faults(read(FileFormats.yaml(), "a: 1\nb: @c"))).containsExactly("file.syntax 2:4");
    }

    @Test
    void aControlCharacterIsRefusedWhereItStands() {
        assertThat(faults(read(FileFormats.yaml(), "a: 🙂\nb: x\u0007"))).containsExactly("file.syntax 2:5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"a\": 1,} | 1:9",
                "[1, ] | 1:5",
                "[1 2] | 1:4",
                "{a: 1} | 1:2",
                "{\"a\" 1} | 1:6",
                "{'a': 1} | 1:2",
                "[01] | 1:3",
                "[.5] | 1:2",
                "[+1] | 1:2",
                "[NaN] | 1:2",
                "[tru] | 1:2",
                "[1] [2] | 1:5",
                "[1 | 1:3",
                "\"open | 1:6",
                "\"\\x\" | 1:3",
                "\"\\u12\" | 1:4",
                "\"\\ud800\" | 1:1",
                "// comment | 1:1",
            })
    void whatIsNotStrictJsonIsRefused(String text, String place) {
        assertThat(faults(read(FileFormats.json(), text))).containsExactly("file.syntax " + place);
    }

    @Test
    void jsonEscapesAreRead() {
        assertThat(read(FileFormats.json(), "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude42\"")
                        .orThrow())
                .isEqualTo(Node.text("\"\\/\b\f\n\r\té🙂"));
    }

    @Test
    void aThousandFaultsAreEnough() {
        String twice = String.join("\n", Collections.nCopies(5_000, "a: 1"));

        assertThat(faults(read(FileFormats.yaml(), twice)))
                .hasSize(1_001)
                .last()
                .asString()
                .startsWith("file.too-many 100");
    }
}
