package org.isonomia.adapters.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.base.Splitter;
import java.util.List;
import org.isonomia.application.document.DocumentViolations;
import org.isonomia.application.plan.PlanChecks;
import org.isonomia.application.reference.ReferenceData;
import org.isonomia.domain.kernel.RuleViolationException;
import org.isonomia.domain.kernel.Violation;
import org.isonomia.domain.kernel.ViolationCode;
import org.isonomia.domain.plan.PlanViolations;
import org.junit.jupiter.api.Test;

/** Every refusal points at the line that is wrong, also where only what is stored shows that it is. */
class RefusalPlacesTest {

    private static final String HEAD = """
            isonomia: plan/1
            organisation: {code: ville, name: Ville, kind: commune, timeZone: Europe/Paris}
            """;
    private static final String PLAN = HEAD + """
            plan: {code: plan, title: Plan, kind: local, status: adopted}
            axes:
              - {code: "1", title: Axe}
            actions:
              - code: "1.1"
                axis: "1"
                title: Action
                kind: event
                level: will
                statuses:
                  - {status: in-progress, date: 2026-01-05, author: Autrice}
                  - {status: completed, date: 2026-02-05, author: Autrice}
            """;

    private static Violation alone(String yaml) {
        List<Violation> found = PlanChecks.violations(
                Documents.read(FileFormats.yaml(), yaml).orThrow(), ReferenceData.shipped(), Memory.TODAY);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static Violation refused(Memory memory, String yaml) {
        RuleViolationException refusal = catchThrowableOfType(RuleViolationException.class, () -> memory.bring(yaml));
        assertThat(refusal).isNotNull();
        assertThat(refusal.violations()).hasSize(1);
        return refusal.violations().getFirst();
    }

    /** Whether the violation is at the pointer, and the line it names holds the words. */
    private static void assertPlace(String yaml, Violation found, ViolationCode code, String pointer, String words) {
        assertThat(found.code()).isEqualTo(code);
        assertThat(found.pointer()).contains(pointer);
        int line = Integer.parseInt(found.attribute("line").orElseThrow());
        int column = Integer.parseInt(found.attribute("column").orElseThrow());
        String text = Splitter.on('\n').splitToList(yaml).get(line - 1);
        assertThat(text.substring(column - 1)).startsWith(words);
        assertThat(found.attribute("expected")).isPresent();
    }

    @Test
    void aRewrittenHistoryAtTheStatusThatDiffers() {
        Memory memory = new Memory();
        memory.bring(PLAN);
        String changed = PLAN.replace("2026-02-05", "2026-02-06");
        assertPlace(
                changed,
                refused(memory, changed),
                PlanViolations.HISTORY,
                "/actions/0/statuses/1",
                "{status: completed");
        String shortened = PLAN.substring(0, PLAN.indexOf("      - {status: completed"));
        assertPlace(shortened, refused(memory, shortened), PlanViolations.HISTORY, "/actions/0/statuses", "- {status");
    }

    @Test
    void aStatusThatGoesBackAtTheStatus() {
        Memory memory = new Memory();
        memory.bring(PLAN);
        String back = PLAN.replace("status: adopted", "status: draft");
        assertPlace(back, refused(memory, back), PlanViolations.STATUS_ORDER, "/plan/status", "draft");
    }

    @Test
    void anUnknownAmendmentAtTheAmendment() {
        Memory memory = new Memory();
        memory.bring(PLAN);
        String invented = PLAN.replace(
                "status: adopted}",
                "status: adopted, amendments: [{date: 2026-01-01, reason: r, author: a, changes: [c]}]}");
        assertPlace(
                invented, refused(memory, invented), DocumentViolations.BAD_VALUE, "/plan/amendments/0", "{date: 2026");
    }

    @Test
    void aFollowUpAtItsOwnLines() {
        Memory memory = new Memory();
        memory.bring(PLAN.replace(
                "actions:\n", "actions:\n  - {code: \"1.0\", axis: \"1\", title: T, kind: event, level: will}\n"));
        String followUp = """
                isonomia: follow-up/1
                organisation: ville
                plan: plan
                status: draft
                """;
        assertPlace(followUp, refused(memory, followUp), PlanViolations.STATUS_ORDER, "/status", "draft");
        String rewritten = """
                isonomia: follow-up/1
                organisation: ville
                plan: plan
                actions:
                  - code: "1.1"
                    statuses:
                      - {status: in-progress, date: 2026-01-06, author: Autrice}
                """;
        assertPlace(
                rewritten,
                refused(memory, rewritten),
                PlanViolations.HISTORY,
                "/actions/0/statuses/0",
                "{status: in-progress");
        String unknown = followUp.replace("status: draft", "actions: [{code: \"9\"}]");
        assertPlace(unknown, refused(memory, unknown), DocumentViolations.DANGLING, "/actions/0/code", "\"9\"");
    }

    @Test
    void whatIsDatedInTheFutureAtTheDate() {
        String status = PLAN.replace("2026-02-05", "2026-11-25");
        assertPlace(status, alone(status), PlanViolations.FUTURE_DATE, "/actions/0/statuses/1/date", "2026-11-25");
        assertPlace(
                status,
                refused(new Memory(), status),
                PlanViolations.FUTURE_DATE,
                "/actions/0/statuses/1/date",
                "2026-11-25");
        String milestone = PLAN.replace(
                "    statuses:", "    milestones:\n      - {code: m, title: T, done: 2027-01-01}\n    statuses:");
        assertPlace(
                milestone, alone(milestone), PlanViolations.FUTURE_DATE, "/actions/0/milestones/0/done", "2027-01-01");
        String actual = PLAN.replace("    statuses:", "    actual: {start: 2026-11, end: 2026-12}\n    statuses:");
        assertPlace(actual, alone(actual), PlanViolations.FUTURE_DATE, "/actions/0/actual/end", "2026-12");
    }

    @Test
    void nothingIsTheFutureOfAnIllustration() {
        new Memory().bring(PLAN.replace("2026-02-05", "2026-11-25").replace("status: adopted", "illustration: true"));
    }

    @Test
    void aWrongTotalAtTheAmountAndAYearUnderTwoNamesAtTheSecond() {
        String lines = PLAN.replace("status: adopted}", "period: {start: 2026}, means: {appropriations: [%s]}}");
        String wrong = lines.formatted(
                "{year: 2026, amount: \"10\", lines: [{family: support, purpose: fund, amount: \"9\"}]}");
        assertPlace(wrong, alone(wrong), PlanViolations.WRONG_TOTAL, "/plan/means/appropriations/0/amount", "\"10\"");
        String twice = lines.formatted("{year: N, amount: \"10\"}, {year: 2026, amount: \"9\"}");
        RuleViolationException refusal = new RuleViolationException(List.of(alone(twice)));
        assertThat(refusal.violations().getFirst().pointer()).contains("/plan/means/appropriations/1/year");
        assertThat(refusal.violations().getFirst().attribute("line")).contains("3");
    }

    @Test
    void aMilestoneCodeUsedTwiceAtTheSecond() {
        String twice = PLAN.replace(
                "    statuses:",
                "    milestones:\n      - {code: m, title: T}\n      - {title: U, code: m}\n    statuses:");
        assertPlace(twice, alone(twice), PlanViolations.DUPLICATE_CODE, "/actions/0/milestones/1/code", "m}");
    }

    @Test
    void aCircleAtTheReferenceThatClosesIt() {
        String axes = PLAN.replace(
                "  - {code: \"1\", title: Axe}",
                "  - {code: \"1\", title: Axe}\n  - {code: \"2\", title: B, parent: \"3\"}\n  - {code: \"3\", title: C, parent: \"2\"}");
        assertPlace(axes, alone(axes), PlanViolations.AXIS_CIRCLE, "/axes/1/parent", "\"3\"");
        String territories = PLAN + """
                territories:
                  - {code: a, name: A, kind: other, memberOf: [c, b]}
                  - {code: b, name: B, kind: other, memberOf: [a]}
                  - {code: c, name: C, kind: other}
                """;
        Violation circle = alone(territories);
        assertPlace(territories, circle, DocumentViolations.BAD_VALUE, "/territories/0/memberOf/1", "b]");
        assertThat(circle.attribute("value")).contains("a → b → a");
    }

    @Test
    void aMalformedCodeOnceAndNotAtEachReferenceToIt() {
        String number = PLAN.replace("- {code: \"1\", title: Axe}", "- {code: 1, title: Axe}");
        assertThat(alone(number).pointer()).contains("/axes/0/code");
        String twice =
                PLAN.replace("- {code: \"1\", title: Axe}", "- {code: \"1\", title: A}\n  - {code: \"1\", title: B}");
        assertThat(alone(twice).pointer()).contains("/axes/1/code");
    }

    @Test
    void aBrokenCharacterByItsName() {
        String json = "{\"isonomia\": \"plan/1\", \"organisation\": {\"code\": \"ville\", \"name\": \"a\\ud800b\","
                + " \"kind\": \"commune\", \"timeZone\": \"Europe/Paris\"},"
                + " \"plan\": {\"code\": \"p\", \"title\": \"P\", \"kind\": \"local\"}}";
        List<Violation> found = Documents.read(FileFormats.json(), json).value().isPresent()
                ? PlanChecks.violations(
                        Documents.read(FileFormats.json(), json).orThrow(), ReferenceData.shipped(), Memory.TODAY)
                : Documents.read(FileFormats.json(), json).violations();
        assertThat(found)
                .singleElement()
                .satisfies(violation -> assertThat(violation.message()).contains("surrogate"));
    }
}
