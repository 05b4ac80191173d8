package org.isonomia.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import org.isonomia.domain.kernel.PartialDate;
import org.isonomia.domain.kernel.PartialPeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthRuleTest {

    private static final HealthRule RULE = new HealthRule(30, 90);

    private static Action planned(String start, String end) {
        Action action = Plans.action("1.1", "1");
        return action.revise(action.content()
                .withSchedule(new Schedule(
                        new PartialPeriod(
                                Optional.ofNullable(start).map(PartialDate::parse),
                                Optional.ofNullable(end).map(PartialDate::parse)),
                        PartialPeriod.UNKNOWN,
                        Schedule.Recurrence.NONE)));
    }

    private static Health on(Action action, String day) {
        return RULE.assess(action.pulse(), LocalDate.parse(day));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-31, ON_TIME, NOTHING_DUE, 31",
        "2026-06-01, DUE_SOON, END_NEAR, 30",
        "2026-07-01, DUE_SOON, END_NEAR, 0",
        "2026-07-02, LATE, END_MISSED, 1"
    })
    void countsTheLastDayAsInTime(String day, Health.State state, Health.Cause cause, long days) {
        Action action = planned(null, "2026-07-01").declare(Plans.declared(DeclaredStatus.IN_PROGRESS, "2026-05-30"));
        Health health = on(action, day);
        assertThat(health.state()).isEqualTo(state);
        assertThat(health.cause()).isEqualTo(cause);
        assertThat(health.days()).isEqualTo(days);
    }

    @Test
    void countsAMonthToItsLastDay() {
        Action action = planned(null, "2026-06").declare(Plans.declared(DeclaredStatus.IN_PROGRESS, "2026-05-30"));
        assertThat(on(action, "2026-06-30").state()).isEqualTo(Health.State.DUE_SOON);
        assertThat(on(action, "2026-07-01").state()).isEqualTo(Health.State.LATE);
    }

    @Test
    void isLateWhenItHasNotBegunInTime() {
        assertThat(on(planned("2026-01", "2027"), "2026-02-01").cause()).isEqualTo(Health.Cause.START_MISSED);
    }

    @Test
    void isLateByItsEarliestMilestoneThatIsNotReached() {
        Action action = planned("2026-01", "2027");
        action = action.revise(action.content()
                        .withMilestones(ImmutableList.of(
                                Plans.milestone("b", 1, "2026-09"), Plans.milestone("a", 1, "2026-04"))))
                .declare(Plans.declared(DeclaredStatus.IN_PROGRESS, "2026-01-10"));
        Health health = on(action, "2026-05-01");
        assertThat(health.cause()).isEqualTo(Health.Cause.MILESTONE_MISSED);
        assertThat(health.deadline().orElseThrow().label()).isEqualTo("Jalon a");
    }

    @Test
    void isSilentAfterMoreThanTheConfiguredDaysWithoutNews() {
        Action action = planned(null, "2027").declare(Plans.declared(DeclaredStatus.IN_PROGRESS, "2026-01-01"));
        assertThat(on(action, "2026-04-01").state()).isEqualTo(Health.State.ON_TIME);
        assertThat(on(action, "2026-04-02").state()).isEqualTo(Health.State.NO_RECENT_NEWS);
    }

    @Test
    void saysNothingOfWhatHasNoDateOrIsNoLongerOpen() {
        assertThat(on(Plans.action("1.1", "1"), "2026-04-01").cause()).isEqualTo(Health.Cause.NO_DATE);
        Action suspended = planned(null, "2020").declare(Plans.declared(DeclaredStatus.SUSPENDED, "2020-01-01"));
        assertThat(on(suspended, "2026-04-01").state()).isEqualTo(Health.State.NOT_ASSESSED);
        assertThat(on(suspended, "2026-04-01").cause()).isEqualTo(Health.Cause.SUSPENDED);
    }

    @Test
    void agreesWithTheThresholdsThatStoresFilterBy() {
        LocalDate today = LocalDate.of(2026, 4, 2);
        assertThat(RULE.nearUntil(today)).isEqualTo(LocalDate.of(2026, 5, 2));
        assertThat(RULE.silentSince(today)).isEqualTo(LocalDate.of(2026, 1, 1));
    }
}
