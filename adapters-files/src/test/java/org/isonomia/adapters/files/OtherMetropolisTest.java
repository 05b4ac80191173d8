package org.isonomia.adapters.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.isonomia.application.document.Node;
import org.isonomia.application.plan.AmendmentNote;
import org.isonomia.application.plan.PlanExchange.Change;
import org.isonomia.application.plan.PlanExchange.Outcome;
import org.isonomia.application.plan.PlanKey;
import org.isonomia.application.spi.DocumentFormat;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.RuleViolationException;
import org.isonomia.domain.network.DirectoryEntry.Directory;
import org.isonomia.domain.plan.PlanViolations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Another authority's plan, written from the documentation alone: in, changed, out and in again, in every notation. */
class OtherMetropolisTest {

    static final DocumentFormat[] FORMATS = {FileFormats.yaml(), FileFormats.json(), FileFormats.xlsx()};

    private static final Path FILE = Path.of("src/test/resources/examples/metropole.yaml");
    private static final PlanKey KEY = new PlanKey(Code.parse("Grand_Littoral.2030"), Code.parse("2026"));

    private static Node changed(String from, String to) {
        String text = new String(Documents.bytes(FILE), UTF_8);
        assertThat(text).contains(from);
        return Documents.read(FileFormats.yaml(), text.replace(from, to)).orThrow();
    }

    @ParameterizedTest
    @FieldSource("FORMATS")
    void comesOutAndGoesInAgainUnchanged(DocumentFormat format) {
        Memory memory = new Memory();
        byte[] written = Documents.written(format, Documents.yaml(FILE));
        assertThat(memory.bring(Documents.read(format, written).orThrow(), Optional.empty())
                        .applied())
                .isTrue();
        byte[] exported = Documents.written(format, memory.plans().exchange().export(KEY));

        Outcome again = memory.bring(Documents.read(format, exported).orThrow(), Optional.empty());

        assertThat(again.changes()).isEmpty();
        assertThat(Documents.written(format, memory.plans().exchange().export(KEY)))
                .isEqualTo(exported);
        Memory elsewhere = new Memory();
        elsewhere.bring(Documents.read(format, exported).orThrow(), Optional.empty());
        assertThat(elsewhere.plans().exchange().export(KEY))
                .isEqualTo(memory.plans().exchange().export(KEY));
    }

    @ParameterizedTest
    @FieldSource("FORMATS")
    void changesWhatWasVotedByAnAmendmentThatComesOutAndGoesIn(DocumentFormat format) {
        Memory memory = new Memory();
        memory.bring(Documents.yaml(FILE), Optional.empty());
        Node amended = Documents.read(
                        format, Documents.written(format, changed("title: Sans zéro", "title: Sans le zéro")))
                .orThrow();
        assertThatExceptionOfType(RuleViolationException.class)
                .isThrownBy(() -> memory.bring(amended, Optional.empty()))
                .satisfies(refusal -> assertThat(refusal.violations().getFirst().code())
                        .isEqualTo(PlanViolations.AMENDMENT_REQUIRED));

        AmendmentNote note = new AmendmentNote(LocalDate.of(2026, 10, 1), "vote", Optional.of("2026/9"));
        assertThat(memory.bring(amended, Optional.of(note)).changes())
                .contains(new Change(Change.Kind.CHANGED, "action 10", ImmutableList.of("title")));
        assertThat(memory.plans().reading().plan(KEY).amendments()).hasSize(1);

        byte[] exported = Documents.written(format, memory.plans().exchange().export(KEY));
        assertThat(memory.bring(Documents.read(format, exported).orThrow(), Optional.empty())
                        .changes())
                .isEmpty();
        assertThat(memory.bring(amended, Optional.empty()).changes()).isEmpty();
    }

    @Test
    void leavesTheEntriesOfAnotherPlanAlone() {
        Memory memory = new Memory();
        memory.bring(Documents.yaml(FILE), Optional.empty());
        byte[] before =
                Documents.written(FileFormats.yaml(), memory.plans().exchange().export(KEY));
        memory.bring("""
                isonomia: plan/1
                organisation: {code: Grand_Littoral.2030, name: Métropole du Grand-Littoral, kind: metropolis, timeZone: Pacific/Noumea}
                plan: {code: second, title: Second, kind: equality-at-work}
                axes: [{code: A, title: Autre axe du même code}]
                actions: [{code: "10", axis: A, title: Autre, kind: event, level: could, audiences: [agents]}]
                audiences: [{code: agents, name: Agents}]
                """);

        assertThat(memory.plans().reading().entry(KEY.organisation(), Directory.PEOPLE, Code.parse("vp")))
                .isPresent();
        memory.bring(Documents.read(FileFormats.yaml(), before).orThrow(), Optional.empty());
        assertThat(memory.plans().reading().entry(KEY.organisation(), Directory.AUDIENCES, Code.parse("agents")))
                .isPresent();
        assertThat(memory.plans()
                        .reading()
                        .action(KEY, Code.parse("10"))
                        .action()
                        .content()
                        .profile()
                        .title())
                .isEqualTo("Sans zéro");
    }
}
