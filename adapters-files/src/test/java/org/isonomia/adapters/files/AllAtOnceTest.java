package org.isonomia.adapters.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.Collections;
import org.isonomia.application.plan.PlanChecks;
import org.isonomia.application.reference.ReferenceData;
import org.isonomia.domain.kernel.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that can be told of a file is told at once, in the order of its lines. */
class AllAtOnceTest {

    private static final String HEAD = """
            isonomia: plan/1
            organisation: {code: o, name: X, kind: commune, timeZone: Europe/Paris}
            """;

    private static ImmutableList<Violation> violations(String yaml) {
        return PlanChecks.violations(
                Documents.read(FileFormats.yaml(), yaml).orThrow(), ReferenceData.shipped(), Memory.TODAY);
    }

    private static ImmutableList<String> faults(String yaml) {
        return violations(yaml).stream()
                .map(violation -> violation.attribute("line").orElse("-") + " " + violation.code() + " "
                        + violation.pointer().orElse("-"))
                .collect(ImmutableList.toImmutableList());
    }

    /** The inconsistencies of one file, none of which is a value that cannot be read. */
    @Test
    void noInconsistencyHidesAnother() {
        assertThat(faults(HEAD + """
                plan:
                  code: p
                  title: "T"
                  kind: local
                  period: {start: 2026, end: 2025}
                  means:
                    appropriations:
                      - year: 2027
                        amount: "100"
                        lines:
                          - {family: support, purpose: fund, amount: "60"}
                          - {family: own-actions, purpose: training, amount: "60"}
                      - {year: 2027, amount: "1"}
                    positions:
                      - {code: a, title: A, fte: 1}
                    totalFte: "2"
                axes:
                  - {code: "1", title: Un}
                actions:
                  - {code: x, axis: "1", title: T, kind: other, level: will, links: [{kind: supports, action: x},{kind: depends-on, action: y}]}
                  - {code: y, axis: "1", title: T, kind: other, level: will, links: [{kind: depends-on, action: x}], planned: {start: 2026-03, end: 2026-02}, milestones: [{code: m, title: M},{code: m, title: N}]}
                  - {code: z, axis: "1", title: T, kind: other, level: will, statuses: [{status: in-progress, date: 2026-05-01, author: A},{status: completed, date: 2026-04-01, author: A}]}
                """))
                .containsExactly(
                        "7 document.bad-value /plan/period/end",
                        "11 plan.wrong-total /plan/means/appropriations/0/amount",
                        "15 plan.duplicate-year /plan/means/appropriations/1/year",
                        "18 plan.wrong-total /plan/means/totalFte",
                        "22 action.bad-link /actions/0/links/0/action",
                        "22 action.dependency-circle /actions/0/links/1/action",
                        "23 document.bad-value /actions/1/planned/end",
                        "23 plan.duplicate-code /actions/1/milestones/1/code",
                        "24 action.history-append-only /actions/2/statuses/1/date");
    }

    /** What cannot be read hides neither the total of what can, nor links and circles, nor the place of its neighbours. */
    @Test
    void whatCannotBeReadHidesNothingElse() {
        assertThat(faults(HEAD + """
                plan:
                  code: p
                  title: ""
                  kind: local
                  means:
                    appropriations:
                      - {year: 2026, amount: "12,5"}
                      - year: 2027
                        amount: "100"
                        lines:
                          - {family: support, purpose: fund, amount: "60"}
                          - {family: own-actions, purpose: training, amount: "60"}
                    positions:
                      - {code: a, title: A, fte: 1}
                    totalFte: "2"
                axes:
                  - {code: "1", title: Un, parent: "2"}
                  - {code: "2", title: "", parent: "1"}
                actions:
                  - code: x
                    axis: "9"
                    title: T
                    kind: trainning
                    level: will
                    links: [{kind: blocks, action: y}, {kind: supports, action: x}, {kind: depends-on, action: y}]
                  - code: y
                    axis: "1"
                    title: "a\\nb"
                    kind: other
                    level: will
                    links: [{kind: depends-on, action: x}]
                    milestones: [{code: m}, {code: n, title: N}, {code: n, title: O}]
                territories:
                  - {code: a, name: A, kind: comune, memberOf: [bad code, b]}
                  - {code: b, name: B, kind: commune, memberOf: [a]}
                """))
                .containsExactly(
                        "5 document.bad-value /plan/title",
                        "9 document.bad-value /plan/means/appropriations/0/amount",
                        "11 plan.wrong-total /plan/means/appropriations/1/amount",
                        "17 plan.wrong-total /plan/means/totalFte",
                        "19 plan.axis-circle /axes/0/parent",
                        "20 document.bad-value /axes/1/title",
                        "23 document.dangling-code /actions/0/axis",
                        "25 document.not-one-of /actions/0/kind",
                        "27 document.not-one-of /actions/0/links/0/kind",
                        "27 action.bad-link /actions/0/links/1/action",
                        "27 action.dependency-circle /actions/0/links/2/action",
                        "30 document.bad-value /actions/1/title",
                        "34 document.missing /actions/1/milestones/0/title",
                        "34 plan.duplicate-code /actions/1/milestones/2/code",
                        "36 document.not-one-of /territories/0/kind",
                        "36 document.bad-value /territories/0/memberOf/0",
                        "36 document.bad-value /territories/0/memberOf/1");
    }

    @Test
    void aTotalOfPostsThatCannotAllBeReadIsNotReckoned() {
        assertThat(faults(HEAD + """
                plan:
                  code: p
                  title: T
                  kind: local
                  means:
                    positions:
                      - {code: a, title: A, fte: 1}
                      - {code: b, title: B, fte: many}
                    totalFte: "2"
                """)).containsExactly("10 document.bad-value /plan/means/positions/1/fte");
    }

    @Test
    void datesToComeAreToldWithTheRest() {
        assertThat(faults(HEAD + """
                plan: {code: p, title: T, kind: local, amendments: [{date: 2999-01-01, reason: R, author: A, changes: [c]}]}
                axes: [{code: "1", title: ""}]
                actions:
                  - {code: w}
                  - {code: x, axis: "1", title: T, kind: other, level: will, actual: {start: 2999}}
                """))
                .contains(
                        "3 plan.amendment-date /plan/amendments/0/date",
                        "4 document.bad-value /axes/0/title",
                        "7 action.future-date /actions/1/actual/start");
    }

    @Test
    void anAmendmentIsNotDecidedBeforeThePlanItself() {
        assertThat(violations(HEAD + """
                plan:
                  code: p
                  title: T
                  kind: local
                  deliberations: [{reference: D1, date: 2024-12-05}, {reference: D2, date: 2025-03-01}]
                  amendments:
                    - {date: 2024-12-04, reason: R, author: A, changes: [c]}
                    - {date: 2024-12-05, reason: R, author: A, changes: [c]}
                """)).singleElement().satisfies(violation -> {
            assertThat(violation.pointer()).contains("/plan/amendments/0/date");
            assertThat(violation.attribute("line")).contains("9");
            assertThat(violation.attribute("expected")).get().asString().startsWith("a day from 2024-12-05 to ");
        });
    }

    @Test
    void aThousandFaultsAreToldAndTheOthersCounted() {
        String yaml = HEAD + "plan: {code: p, title: T, kind: local}\naxes:\n"
                + String.join("", Collections.nCopies(1200, "  - {code: \"1\"}\n"));

        assertThat(violations(yaml)).hasSize(1001).last().satisfies(last -> {
            assertThat(last.code()).hasToString("document.too-many");
            assertThat(last.attribute("value")).contains("1399");
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0x202E, 0x2066, 0x2028, 0x85})
    void aTitleIsOneLineThatReadsAsItIsWritten(int character) {
        assertThat(faults(HEAD
                        + "plan: {code: p, title: \"a\\u%04Xb\", kind: local, description: \"a\\u%04Xb\"}\n"
                                .formatted(character, character)))
                .containsExactly("3 document.bad-value /plan/title");
    }

    @Test
    void aRefusedNumberNamesItsLimits() {
        assertThat(violations(HEAD + """
                        plan:
                          code: p
                          title: T
                          kind: local
                          means:
                            appropriations: [{year: 10000, amount: 99999999999999999999999999999999999999999}]
                          deliberations: [{reference: D, date: 10000-01-01}]
                        """).stream()
                        .map(violation -> violation.attribute("expected").orElse("")))
                .satisfiesExactly(
                        year -> assertThat(year).contains("1900", "2999", "N+99"),
                        amount -> assertThat(amount).contains("10000000000000"),
                        day -> assertThat(day).contains("1900", "2999"));
    }
}
