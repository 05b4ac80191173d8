package org.isonomia.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.RuleViolationException;
import org.isonomia.domain.kernel.ViolationCode;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static void refused(ViolationCode code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatExceptionOfType(RuleViolationException.class)
                .isThrownBy(call)
                .satisfies(refusal -> assertThat(refusal.violations())
                        .extracting(violation -> violation.code())
                        .contains(code));
    }

    private static Amendment amendment() {
        return new Amendment(
                LocalDate.of(2026, 5, 1),
                "vote du conseil",
                Optional.empty(),
                "cheffe de projet",
                ImmutableList.of("axes"));
    }

    @Nested
    class Revise {
        private final Plan adopted = Plans.draft().transitionTo(PlanStatus.ADOPTED);
        private final PlanContent other =
                adopted.content().withAxes(adopted.axes().with(Axis.of(Code.parse("3"), "Trois")));

        @Test
        void needsAnAmendmentOnceAdopted() {
            refused(PlanViolations.AMENDMENT_REQUIRED, () -> adopted.revise(other, Optional.empty()));
            Plan amended = adopted.revise(other, Optional.of(amendment()));
            assertThat(amended.amendments()).containsExactly(amendment());
            assertThat(amended.axes().find(Code.parse("3"))).isPresent();
        }

        @Test
        void isFreeInDraft() {
            assertThat(Plans.draft().revise(other, Optional.empty()).amendments())
                    .isEmpty();
        }

        @Test
        void isOverOnceClosed() {
            Plan closed = adopted.transitionTo(PlanStatus.IN_FORCE).transitionTo(PlanStatus.CLOSED);
            refused(PlanViolations.PLAN_CLOSED, () -> closed.revise(other, Optional.of(amendment())));
        }

        @Test
        void refusesOneYearUnderTwoNames() {
            ImmutableList<Appropriation> twice = java.util.stream.Stream.of("N", "2026")
                    .map(year -> new Appropriation(
                            BudgetYear.parse(year),
                            Optional.empty(),
                            Optional.empty(),
                            ImmutableList.of(),
                            ImmutableList.of()))
                    .collect(ImmutableList.toImmutableList());
            Means means = new Means(CurrencyUnit.EUR, twice, ImmutableList.of(), ImmutableList.of());
            assertThat(means.yearsNamedTwice(org.isonomia.domain.kernel.PartialPeriod.UNKNOWN))
                    .isEmpty();
            PlanProfile old = Plans.draft().content().profile();
            PlanProfile dated = new PlanProfile(
                    old.title(),
                    old.kind(),
                    new org.isonomia.domain.kernel.PartialPeriod(
                            Optional.of(org.isonomia.domain.kernel.PartialDate.parse("2026")), Optional.empty()),
                    old.description(),
                    false,
                    old.statements(),
                    old.documents());
            refused(
                    PlanViolations.DUPLICATE_YEAR,
                    () -> Plans.draft()
                            .revise(Plans.draft().content().withMeans(means).withProfile(dated), Optional.empty()));
        }

        @Test
        void refusesLinesThatDoNotAddUp() {
            Money sixty = Money.of(CurrencyUnit.EUR, 60_000);
            Appropriation first = new Appropriation(
                    BudgetYear.parse("N"),
                    Optional.of(sixty),
                    Optional.empty(),
                    ImmutableList.of(new BudgetLine(BudgetLine.Purpose.FUND, Optional.of(sixty.plus(1)))),
                    ImmutableList.of());
            Means means = new Means(CurrencyUnit.EUR, ImmutableList.of(first), ImmutableList.of(), ImmutableList.of());
            refused(
                    PlanViolations.WRONG_TOTAL,
                    () -> Plans.draft().revise(Plans.draft().content().withMeans(means), Optional.empty()));
        }
    }

    @Nested
    class Transition {
        @Test
        void goesInOrderAndNeverBack() {
            refused(PlanViolations.STATUS_ORDER, () -> Plans.draft().transitionTo(PlanStatus.IN_FORCE));
            Plan adopted = Plans.draft().transitionTo(PlanStatus.ADOPTED);
            refused(PlanViolations.STATUS_ORDER, () -> adopted.transitionTo(PlanStatus.DRAFT));
        }

        @Test
        void refusesToAdoptAPlanWithoutAxes() {
            Plan empty = Plans.draft().revise(Plans.draft().content().withAxes(Axes.NONE), Optional.empty());
            refused(PlanViolations.NO_AXIS, () -> empty.transitionTo(PlanStatus.ADOPTED));
        }
    }

    @Nested
    class AxesOfAPlan {
        @Test
        void refuseACircleAndAnUnknownParent() {
            refused(
                    PlanViolations.AXIS_CIRCLE,
                    () -> Axes.of(List.of(
                            Axis.of(Code.parse("a"), Code.parse("b"), "a"),
                            Axis.of(Code.parse("b"), Code.parse("a"), "b"))));
            refused(
                    PlanViolations.UNKNOWN_AXIS,
                    () -> Axes.of(List.of(Axis.of(Code.parse("a"), Code.parse("z"), "a"))));
        }

        @Test
        void nestToAnyDepth() {
            List<Axis> deep = new ArrayList<>(List.of(Axis.of(Code.parse("0"), "0")));
            for (int i = 1; i < 20_000; i++) {
                deep.add(Axis.of(Code.parse("" + i), Code.parse("" + (i - 1)), "" + i));
            }
            Axes axes = Axes.of(deep);
            assertThat(axes.inReadingOrder()).hasSize(20_000);
            assertThat(axes.lineage(Code.parse("19999"))).hasSize(20_000);
        }

        @Test
        void areReadWithParentsFirst() {
            assertThat(Plans.draft().axes().inReadingOrder())
                    .extracting(axis -> axis.code().value())
                    .containsExactly("1", "1.A", "2");
        }
    }

    @Nested
    class DeclaringAStatus {
        @Test
        void needsAReasonToSuspendOrAbandon() {
            refused(
                    PlanViolations.REASON_REQUIRED,
                    () -> new StatusChange(
                            DeclaredStatus.SUSPENDED, LocalDate.of(2026, 1, 1), "moi", Optional.empty()));
        }

        @Test
        void keepsHistoryInOrderAndUnchanged() {
            Action action = Plans.action("1.1", "1").declare(Plans.declared(DeclaredStatus.IN_PROGRESS, "2026-03-01"));
            refused(
                    PlanViolations.HISTORY,
                    () -> action.declare(Plans.declared(DeclaredStatus.COMPLETED, "2026-02-01")));
            refused(PlanViolations.HISTORY, () -> action.withHistory(ImmutableList.of()));
            refused(
                    PlanViolations.SAME_STATUS,
                    () -> action.declare(Plans.declared(DeclaredStatus.IN_PROGRESS, "2026-04-01")));
            assertThat(action.status()).isEqualTo(DeclaredStatus.IN_PROGRESS);
        }

        @Test
        void isToldInTheWordsOfDocuments() {
            Action action = Plans.action("1.1", "1").declare(Plans.declared(DeclaredStatus.IN_PROGRESS, "2026-03-01"));
            assertThatExceptionOfType(RuleViolationException.class)
                    .isThrownBy(() -> action.declare(Plans.declared(DeclaredStatus.IN_PROGRESS, "2026-04-01")))
                    .withMessageContaining("the action is already in-progress")
                    .satisfies(refusal -> assertThat(
                                    refusal.violations().getFirst().attribute("value"))
                            .hasValue("in-progress"));
            assertThatExceptionOfType(RuleViolationException.class)
                    .isThrownBy(() -> action.withHistory(ImmutableList.of()))
                    .withMessageContaining("number 1 is in-progress of 2026-03-01");
        }
    }
}
