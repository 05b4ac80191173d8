package org.isonomia.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import org.isonomia.adapters.files.FileFormats;
import org.isonomia.adapters.persistence.PersistenceAdapter;
import org.isonomia.application.document.Node;
import org.isonomia.application.plan.AmendmentNote;
import org.isonomia.application.plan.Edit;
import org.isonomia.application.plan.PlanEditing.ActionEdit;
import org.isonomia.application.plan.PlanExchange;
import org.isonomia.application.plan.PlanExchange.Change;
import org.isonomia.application.plan.PlanExchange.Outcome;
import org.isonomia.application.plan.PlanKey;
import org.isonomia.application.plan.PlanReading;
import org.isonomia.application.plan.PlanUseCases;
import org.isonomia.application.plan.Today;
import org.isonomia.application.reference.ReferenceData;
import org.isonomia.application.spi.DocumentFormat;
import org.isonomia.application.spi.StaleAggregateException;
import org.isonomia.application.spi.testing.TestGateway;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.RuleViolationException;
import org.isonomia.domain.kernel.Violation;
import org.isonomia.domain.plan.DeclaredStatus;
import org.isonomia.domain.plan.Health;
import org.isonomia.domain.plan.HealthRule;
import org.isonomia.domain.plan.PlanStatus;
import org.isonomia.domain.plan.PlanViolations;
import org.isonomia.postgres.testing.TestDatabase;
import org.isonomia.postgres.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of the shipped plan on a real server: in, followed up, changed, out, and in again. */
class PlanLifecycleScenarioTest {

    private static final PlanKey PLAN = new PlanKey(Code.parse("amp"), Code.parse("pmlcd"));
    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    private static final String AUTHOR = "cheffe de projet";

    private TestDatabase database;
    private PersistenceAdapter persistence;
    private PlanUseCases.Desk plans;

    @BeforeEach
    void open() throws Exception {
        database = TestServer.shared()
                .freshDatabase(
                        "scenario", owner -> PersistenceAdapter.migrate(owner.url(), owner.user(), owner.password()));
        persistence = PersistenceAdapter.open(PersistenceAdapter.Settings.of(
                database.app().url(), database.app().user(), database.app().password()));
        plans = PlanUseCases.of(
                        TestGateway.of(persistence.organisations(), persistence.unitOfWork(), () -> NOW),
                        UUID::randomUUID,
                        new Today(() -> NOW),
                        HealthRule.DEFAULT,
                        ReferenceData.shipped())
                .by(TestGateway.SYSTEM);
    }

    @AfterEach
    void close() {
        persistence.close();
        database.close();
    }

    private static Node demo(String file) throws Exception {
        try (InputStream in = PlanLifecycleScenarioTest.class.getResourceAsStream("/demo/" + file)) {
            return FileFormats.yaml().read(in).orThrow();
        }
    }

    private Outcome bring(Node document) {
        return bring(document, Optional.empty(), false);
    }

    private Outcome bring(Node document, Optional<AmendmentNote> amendment, boolean dryRun) {
        return plans.exchange().importDocument(new PlanExchange.Command(document, dryRun, amendment));
    }

    private static byte[] bytes(DocumentFormat format, Node document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(document, out);
        return out.toByteArray();
    }

    private static DocumentFormat format(String name) {
        return ImmutableMap.of("yaml", FileFormats.yaml(), "json", FileFormats.json(), "xlsx", FileFormats.xlsx())
                .get(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yaml", "json", "xlsx"})
    void comesOutAsAFileWhoseImportChangesNothing(String name) throws Exception {
        bring(demo("plan.yaml"));
        bring(demo("follow-up.yaml"));
        byte[] first = bytes(format(name), plans.exchange().export(PLAN));
        Outcome again = bring(format(name).read(new ByteArrayInputStream(first)).orThrow());
        assertThat(again.changes()).isEmpty();
        assertThat(again.applied()).isFalse();
        assertThat(bytes(format(name), plans.exchange().export(PLAN))).isEqualTo(first);
    }

    @Test
    void theShippedPlanComesOutAsTheSameFile() throws Exception {
        bring(demo("plan.yaml"));
        String exported = new String(bytes(FileFormats.yaml(), plans.exchange().export(PLAN)), StandardCharsets.UTF_8);
        try (InputStream shipped = PlanLifecycleScenarioTest.class.getResourceAsStream("/demo/plan.yaml")) {
            assertThat(exported).isEqualTo(new String(shipped.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void saysWhatAnImportChangesAndWritesNothingOnADryRun() throws Exception {
        bring(demo("plan.yaml"));
        String text = new String(bytes(FileFormats.yaml(), plans.exchange().export(PLAN)), StandardCharsets.UTF_8);
        String changed = text.replaceFirst("population: 149695", "population: 150000");
        Node document = yaml(changed);
        assertThat(bring(document, Optional.empty(), true).changes())
                .containsExactly(new Change(Change.Kind.CHANGED, "territory 13001", ImmutableList.of("population")));
        assertThat(bytes(FileFormats.yaml(), plans.exchange().export(PLAN)))
                .isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        assertThat(bring(document).applied()).isTrue();
        assertThat(bring(document).changes()).isEmpty();
    }

    @Test
    void aClosedPlanTakesOnlyImportsThatChangeNothingOfIt() throws Exception {
        bring(demo("plan.yaml"));
        plans.editing().transition(PLAN, OptionalInt.empty(), PlanStatus.ADOPTED);
        plans.editing().transition(PLAN, OptionalInt.empty(), PlanStatus.IN_FORCE);
        plans.editing().transition(PLAN, OptionalInt.empty(), PlanStatus.CLOSED);
        String closed = new String(bytes(FileFormats.yaml(), plans.exchange().export(PLAN)), StandardCharsets.UTF_8);
        assertThat(bring(yaml(closed)).changes()).isEmpty();
        assertThat(bring(yaml(closed.replaceFirst("population: 149695", "population: 150000")))
                        .applied())
                .isTrue();
        Node action = yaml(closed.replaceFirst("(?m)^    kind: training$", "    kind: guide"));
        assertThatExceptionOfType(RuleViolationException.class)
                .isThrownBy(() -> bring(action))
                .satisfies(refusal -> assertThat(refusal.violations())
                        .extracting(Violation::code)
                        .containsExactly(PlanViolations.PLAN_CLOSED));
    }

    private static Node yaml(String text) {
        return FileFormats.yaml()
                .read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .orThrow();
    }

    @Test
    void changesWhatWasVotedOnlyByAnAmendmentThatHistoryKeeps() throws Exception {
        bring(demo("plan.yaml"));
        bring(demo("follow-up.yaml"));
        Node patch = Node.mapping(ImmutableMap.of("level", Node.text("will")));
        ActionEdit edit = new ActionEdit(Code.parse("1.2"), OptionalInt.empty(), patch);
        assertThatExceptionOfType(RuleViolationException.class)
                .isThrownBy(() -> plans.editing().changeActions(PLAN, ImmutableList.of(edit), Optional.empty()))
                .satisfies(refusal -> assertThat(refusal.violations().getFirst().code())
                        .isEqualTo(PlanViolations.AMENDMENT_REQUIRED));
        AmendmentNote note = new AmendmentNote(LocalDate.of(2026, 11, 20), "vote du conseil", Optional.of("D-1"));
        plans.editing().changeActions(PLAN, ImmutableList.of(edit), Optional.of(note));
        assertThat(plans.reading().plan(PLAN).amendments())
                .singleElement()
                .satisfies(amendment -> assertThat(amendment.changes()).containsExactly("action 1.2: commitment"));
    }

    @Test
    void refusesToDeclareWhatHasNotHappenedYet() throws Exception {
        bring(demo("plan.yaml"));
        Node tomorrow = Node.mapping(ImmutableMap.of(
                "status", Node.text("in-progress"),
                "date", Node.text("2026-11-25"),
                "author", Node.text(AUTHOR)));
        ActionEdit edit = new ActionEdit(
                Code.parse("1.2"),
                OptionalInt.empty(),
                Node.mapping(ImmutableMap.of("statuses", Node.sequence(ImmutableList.of(tomorrow)))));
        assertThatExceptionOfType(RuleViolationException.class)
                .isThrownBy(() -> plans.editing().changeActions(PLAN, ImmutableList.of(edit), Optional.empty()))
                .satisfies(refusal ->
                        assertThat(refusal.violations().getFirst().code()).isEqualTo(PlanViolations.FUTURE_DATE));
    }

    @Test
    void refusesTheSecondOfTwoChangesMadeAgainstTheSameVersion() throws Exception {
        bring(demo("plan.yaml"));
        int version = plans.reading().action(PLAN, Code.parse("1.2")).action().version();
        Function<String, ActionEdit> describe = words -> new ActionEdit(
                Code.parse("1.2"),
                OptionalInt.of(version),
                Node.mapping(ImmutableMap.of("objective", Node.text(words))));
        plans.editing().changeActions(PLAN, ImmutableList.of(describe.apply("un")), Optional.empty());
        assertThatExceptionOfType(StaleAggregateException.class)
                .isThrownBy(() -> plans.editing()
                        .changeActions(PLAN, ImmutableList.of(describe.apply("deux")), Optional.empty()));
        assertThat(plans.reading()
                        .action(PLAN, Code.parse("1.2"))
                        .action()
                        .content()
                        .profile()
                        .objective())
                .contains("un");
    }

    @Test
    void showsWhereThePlanStands() throws Exception {
        bring(demo("plan.yaml"));
        PlanReading.Overview before = plans.reading().overview(PLAN);
        assertThat(before.total().byHealth()).containsEntry(Health.State.NOT_ASSESSED, 22);
        assertThat(before.late()).isEmpty();
        bring(demo("follow-up.yaml"));
        PlanReading.Overview after = plans.reading().overview(PLAN);
        assertThat(after.total().byStatus()).containsEntry(DeclaredStatus.ABANDONED, 1);
        assertThat(after.total().byHealth())
                .containsEntry(Health.State.LATE, 3)
                .containsEntry(Health.State.DUE_SOON, 4)
                .containsEntry(Health.State.NO_RECENT_NEWS, 2)
                .containsEntry(Health.State.ON_TIME, 8);
        assertThat(after.late())
                .hasSize(after.total().byHealth().get(Health.State.LATE))
                .isNotEmpty();
        assertThat(after.total().actions()).isEqualTo(22);
        assertThat(plans.reading().network(PLAN).territories()).hasSize(99);
    }

    @Test
    void readsInAConstantNumberOfStatements() throws Exception {
        bring(demo("plan.yaml"));
        plans.reading().plan(PLAN); // known from now on
        long few = statements();
        for (int i = 0; i < 300; i++) {
            plans.editing()
                    .addAction(
                            PLAN,
                            new Edit(
                                    OptionalInt.empty(),
                                    Node.mapping(ImmutableMap.of(
                                            "code", Node.text("9." + i),
                                            "axis", Node.text("1"),
                                            "title", Node.text("Action " + i),
                                            "kind", Node.text("other"),
                                            "level", Node.text("will"))),
                                    Optional.empty()));
        }
        assertThat(statements()).isEqualTo(few);
    }

    private long statements() {
        long before = persistence.statements();
        plans.reading().overview(PLAN);
        plans.reading().network(PLAN);
        plans.reading().action(PLAN, Code.parse("1.2"));
        return persistence.statements() - before;
    }
}
