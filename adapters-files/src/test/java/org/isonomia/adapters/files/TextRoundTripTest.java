package org.isonomia.adapters.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.isonomia.adapters.files.Documents.read;
import static org.isonomia.adapters.files.Documents.written;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.isonomia.application.document.Node;
import org.isonomia.application.spi.DocumentFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class TextRoundTripTest {

    private static final int TREES_PER_SEED = 200;
    static final DocumentFormat[] FORMATS = {FileFormats.yaml(), FileFormats.json()};
    static final Path[] FILES = {Documents.PLAN, Documents.FOLLOW_UP, Documents.DEPARTMENT};

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 10);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatWasWrittenReadsBackEqual(long seed) {
        TreeGenerator generator = new TreeGenerator(seed);
        for (int i = 0; i < TREES_PER_SEED; i++) {
            Node tree = generator.document();
            for (DocumentFormat format : FORMATS) {
                assertRoundTrip(format, tree);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("FILES")
    void aPlanReadsBackEqual(Path file) {
        for (DocumentFormat format : FORMATS) {
            assertRoundTrip(format, Documents.yaml(file));
        }
    }

    private static void assertRoundTrip(DocumentFormat format, Node tree) {
        byte[] once = written(format, tree);
        Node back = read(format, once).orThrow();
        assertThat(back).as("%s of %s", format.name(), new String(once, UTF_8)).isEqualTo(tree);
        assertThat(written(format, back)).isEqualTo(once);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noInputMakesTheReaderThrow(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        byte[] plan = Documents.bytes(Documents.DEPARTMENT);
        byte[] json = written(FileFormats.json(), Documents.yaml(Documents.DEPARTMENT));
        for (int i = 0; i < 50; i++) {
            assertThat(read(FileFormats.yaml(), damaged(plan, random))).isNotNull();
            assertThat(read(FileFormats.json(), damaged(json, random))).isNotNull();
        }
    }

    private static byte[] damaged(byte[] bytes, RandomGenerator random) {
        byte[] copy = Arrays.copyOf(bytes, random.nextInt(bytes.length));
        for (int i = 0; i < 3 && copy.length > 0; i++) {
            copy[random.nextInt(copy.length)] = (byte) random.nextInt(random.nextBoolean() ? 128 : 256);
        }
        return copy;
    }

    static Stream<String> texts() {
        return Stream.of("1.10", "2026", "true", "null", "~", "0x1F", ".inf");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aTextThatLooksLikeSomethingElseIsQuoted(String text) {
        assertThat(written(FileFormats.yaml(), Node.text(text))).asString(UTF_8).isEqualTo("\"" + text + "\"\n");
    }

    @Test
    void yamlIsWrittenInBlocksThatPeopleRead() {
        String plan = """
                isonomia: plan/1
                plan:
                  title: 'L''égalité : « agir »'
                  description: |
                    Une ligne.

                    Une autre.
                actions:
                  - code: "1.10"
                    planned:
                      start: 2026
                    criteria:
                      - ORIGIN
                """;

        assertThat(written(FileFormats.yaml(), read(FileFormats.yaml(), plan).orThrow()))
                .asString(UTF_8)
                .isEqualTo(plan);
    }

    @Test
    void jsonIsIndentedByTwo() {
        Node tree = read(FileFormats.yaml(), "a: [1, {b: x}, {}, []]\nc: null").orThrow();

        assertThat(written(FileFormats.json(), tree)).asString(UTF_8).isEqualTo("""
                {
                  "a": [
                    1,
                    {
                      "b": "x"
                    },
                    {},
                    []
                  ],
                  "c": null
                }
                """);
    }

    @Test
    void numbersThatOnlyYamlCanWriteBecomeDecimal() {
        Node tree = read(FileFormats.yaml(), "[0x1F, 0o17, +5, 05, 5., .5, .inf, .nan]")
                .orThrow();

        assertThat(written(FileFormats.json(), tree))
                .asString(UTF_8)
                .isEqualToIgnoringWhitespace("[31, 15, 5, 5, 5, 0.5, \".inf\", \".nan\"]");
    }
}
