package org.isonomia.adapters.files;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.isonomia.adapters.files.Documents.read;
import static org.isonomia.adapters.files.Documents.written;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.isonomia.application.document.DocumentViolations;
import org.isonomia.application.document.Node;
import org.isonomia.application.plan.PlanChecks;
import org.isonomia.application.plan.Today;
import org.isonomia.application.reference.ReferenceData;
import org.isonomia.domain.access.Visibility;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.CommitmentLevel;
import org.isonomia.domain.kernel.ViolationCode;
import org.isonomia.domain.network.Organisation;
import org.isonomia.domain.network.OrganisationalUnit;
import org.isonomia.domain.network.Territory;
import org.isonomia.domain.plan.ActionLink;
import org.isonomia.domain.plan.ActionProfile;
import org.isonomia.domain.plan.BudgetLine;
import org.isonomia.domain.plan.DeclaredStatus;
import org.isonomia.domain.plan.Engagement;
import org.isonomia.domain.plan.GovernanceBody;
import org.isonomia.domain.plan.PlanProfile;
import org.isonomia.domain.plan.PlanStatus;
import org.isonomia.domain.plan.PlanViolations;
import org.isonomia.domain.plan.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemasTest {

    private static final Today TODAY = new Today(InstantSource.fixed(Instant.parse("2026-11-24T09:00:00Z")));

    private static final String PLAN = "plan-1";
    private static final String FOLLOW_UP = "follow-up-1";
    private static final Path DOCUMENTATION = Path.of("../docs/plan-file.md");
    private static final Path RESOURCES = Path.of("src/test/resources");

    private static String schema(String name) {
        try {
            return Resources.toString(Resources.getResource("org/isonomia/schemas/" + name + ".schema.json"), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Error> errors(Node document) {
        boolean followUp = document instanceof Node.Mapping mapping
                && mapping.get("isonomia")
                        .filter(Node.text("follow-up/1")::equals)
                        .isPresent();
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema(followUp ? FOLLOW_UP : PLAN), InputFormat.JSON)
                .validate(new String(written(FileFormats.json(), document), UTF_8), InputFormat.JSON);
    }

    static Stream<Path> goodFiles() {
        return Stream.of(
                Documents.PLAN,
                Documents.FOLLOW_UP,
                Documents.DEPARTMENT,
                RESOURCES.resolve("examples/smallest-plan.yaml"),
                RESOURCES.resolve("examples/smallest-follow-up.yaml"));
    }

    @ParameterizedTest
    @MethodSource("goodFiles")
    void goodFilesAreAccepted(Path file) {
        assertThat(errors(Documents.yaml(file))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("goodFiles")
    void aWorkbookIsAcceptedLikeTheFileItWasMadeOf(Path file) {
        byte[] workbook = written(FileFormats.xlsx(), Documents.yaml(file));

        assertThat(errors(read(FileFormats.xlsx(), workbook).orThrow())).isEmpty();
    }

    static List<Path> badFiles() throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES.resolve("bad"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("badFiles")
    void badFilesAreRefused(Path file) {
        assertThat(errors(Documents.yaml(file))).isNotEmpty();
    }

    /** What the schema finds wrong in one entry, the import finds too, and says where. */
    @ParameterizedTest
    @MethodSource("badFiles")
    void badFilesAreRefusedByTheImportToo(Path file) {
        assertThat(PlanChecks.violations(Documents.yaml(file), ReferenceData.shipped(), TODAY))
                .isNotEmpty()
                .allSatisfy(violation -> assertThat(violation.attributes()).containsKeys("pointer", "line", "column"));
    }

    @ParameterizedTest
    @MethodSource("goodFiles")
    void goodFilesAreGoodForTheImportToo(Path file) {
        assertThat(PlanChecks.violations(Documents.yaml(file), ReferenceData.shipped(), TODAY))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {PLAN, FOLLOW_UP})
    void theSchemasAreSchemas(String name) {
        Schema metaschema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of(Dialects.getDraft202012().getId()));
        String broken = schema(name).replaceFirst("\"type\": \"object\"", "\"type\": \"thing\"");

        assertThat(metaschema.validate(schema(name), InputFormat.JSON)).isEmpty();
        assertThat(metaschema.validate(broken, InputFormat.JSON)).isNotEmpty();
    }

    static ImmutableList<String> documentedExamples() {
        String text = new String(Documents.bytes(DOCUMENTATION), UTF_8);
        Matcher blocks =
                Pattern.compile("```yaml\\n(isonomia: .*?)```", Pattern.DOTALL).matcher(text);
        return blocks.results().map(block -> block.group(1)).collect(toImmutableList());
    }

    @ParameterizedTest
    @MethodSource("documentedExamples")
    void whatTheDocumentationShowsIsAccepted(String example) {
        Node document = read(FileFormats.yaml(), example).orThrow();

        assertThat(errors(document)).isEmpty();
        assertThat(PlanChecks.violations(document, ReferenceData.shipped(), TODAY))
                .isEmpty();
    }

    @Test
    void theDocumentationShowsBothKindsOfFiles() {
        assertThat(documentedExamples()).hasSize(2);
    }

    /** Every key of the schemas is explained. */
    @ParameterizedTest
    @MethodSource("documentedKeys")
    void everyKeyIsDocumented(String key) {
        assertThat(new String(Documents.bytes(DOCUMENTATION), UTF_8)).contains('`' + key + '`');
    }

    static Stream<String> documentedKeys() {
        return Stream.of(PLAN, FOLLOW_UP)
                .map(name -> read(FileFormats.json(), schema(name)).orThrow())
                .flatMap(SchemasTest::keys)
                .distinct();
    }

    private static Stream<String> keys(Node node) {
        return switch (node) {
            case Node.Mapping mapping ->
                Stream.concat(
                        mapping.get("additionalProperties").isPresent()
                                ? ((Node.Mapping) mapping.get("properties").orElseThrow()).entries().keySet().stream()
                                : Stream.of(),
                        mapping.entries().values().stream().flatMap(SchemasTest::keys));
            case Node.Sequence sequence -> sequence.items().stream().flatMap(SchemasTest::keys);
            case Node.Scalar scalar -> Stream.of();
        };
    }

    static Stream<ViolationCode> violationCodes() {
        return Stream.of(FileCodes.class, DocumentViolations.class, PlanViolations.class)
                .flatMap(codes -> Stream.of(codes.getDeclaredFields()))
                .filter(field -> field.getType().equals(ViolationCode.class))
                .map(SchemasTest::constant);
    }

    private static ViolationCode constant(Field field) {
        try {
            return (ViolationCode) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    /** Whoever is told a code finds it explained. */
    @ParameterizedTest
    @MethodSource("violationCodes")
    void everyFaultIsDocumented(ViolationCode code) {
        assertThat(new String(Documents.bytes(DOCUMENTATION), UTF_8)).contains("`" + code + "`");
    }

    static Stream<Arguments> vocabularies() {
        return Stream.of(
                Arguments.of("$defs/organisation/properties/kind", words(Organisation.Kind.values())),
                Arguments.of("$defs/plan/properties/kind", words(PlanProfile.Kind.values())),
                Arguments.of("$defs/plan/properties/status", words(PlanStatus.values())),
                Arguments.of("$defs/visibility", words(Visibility.values())),
                Arguments.of("$defs/hidden", words(Visibility.ORGANISATION, Visibility.LEADS)),
                Arguments.of("$defs/level", words(CommitmentLevel.values())),
                Arguments.of("$defs/governance/properties/kind", words(GovernanceBody.Kind.values())),
                Arguments.of("$defs/budgetLine/properties/family", words(BudgetLine.Family.values())),
                Arguments.of("$defs/budgetLine/properties/purpose", words(BudgetLine.Purpose.values())),
                Arguments.of("$defs/action/properties/kind", words(ActionProfile.Kind.values())),
                Arguments.of("$defs/action/properties/recurrence", words(Schedule.Recurrence.values())),
                Arguments.of("$defs/actionLink/properties/kind", words(ActionLink.Kind.values())),
                Arguments.of("$defs/status/properties/status", words(DeclaredStatus.values())),
                Arguments.of("$defs/engagement/properties/kind", words(Engagement.Kind.values())),
                Arguments.of("$defs/unit/properties/kind", words(OrganisationalUnit.Kind.values())),
                Arguments.of("$defs/territory/properties/kind", words(Territory.Kind.values())),
                Arguments.of(
                        "$defs/criterion",
                        codes(ReferenceData.shipped().criteria().keySet())),
                Arguments.of(
                        "$defs/domain", codes(ReferenceData.shipped().domains().keySet())));
    }

    @ParameterizedTest
    @MethodSource("vocabularies")
    void theSchemaKnowsTheWordsOfTheDomain(String path, List<String> words) {
        Node node = read(FileFormats.json(), schema(PLAN)).orThrow();
        for (String key : Splitter.on('/').split(path)) {
            node = ((Node.Mapping) node).get(key).orElseThrow();
        }
        Node.Sequence offered =
                (Node.Sequence) ((Node.Mapping) node).get("enum").orElseThrow();

        assertThat(offered.items()).map(word -> ((Node.Scalar) word).text()).containsExactlyElementsOf(words);
    }

    private static List<String> words(Enum<?>... constants) {
        return Stream.of(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    private static List<String> codes(Iterable<Code> codes) {
        return ImmutableList.copyOf(codes).stream().map(Code::value).toList();
    }
}
