package org.isonomia.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.isonomia.domain.kernel.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressTest {

    private static final Axes AXES = Plans.draft().axes();

    private static Action completed(Action action) {
        return action.declare(Plans.declared(DeclaredStatus.COMPLETED, "2026-01-01"));
    }

    private static Action abandoned(Action action) {
        return action.declare(Plans.declared(DeclaredStatus.ABANDONED, "2026-01-01"));
    }

    @Test
    void isTheShareOfTheWeightOfMilestonesThatIsDone() {
        Action action = Plans.action("1.1", "1");
        action = action.revise(action.content()
                .withMilestones(
                        ImmutableList.of(Plans.milestone("a", 1, "2026-03"), Plans.milestone("b", 2, "2026-06"))));
        assertThat(action.progress()).isEqualTo(Progress.NOTHING);
        Action after = action.reach(Code.parse("b"), LocalDate.of(2026, 5, 1), Optional.empty());
        assertThat(after.progress().ratio()).isEqualByComparingTo("0.666667");
        assertThat(after.progress().percent()).isEqualTo(66);
    }

    @Test
    void isAllOrNothingByStatusWithoutMilestones() {
        assertThat(Plans.action("1.1", "1").progress()).isEqualTo(Progress.NOTHING);
        assertThat(completed(Plans.action("1.1", "1")).progress()).isEqualTo(Progress.ALL);
    }

    @Test
    void ofAnAxisIsTheWeightedMeanOverItsActionsAndThoseInside() {
        var progress =
                AxisProgress.of(AXES, List.of(completed(Plans.action("1.1", "1", 3)), Plans.action("1.2", "1.A", 1)));
        assertThat(progress.get(Code.parse("1")).progress().orElseThrow().ratio())
                .isEqualByComparingTo("0.75");
        assertThat(progress.get(Code.parse("1.A")).progress()).contains(Progress.NOTHING);
    }

    @Test
    void ofAnEmptyAxisIsNoneRatherThanNothing() {
        assertThat(AxisProgress.of(AXES, List.of()).get(Code.parse("2"))).isEqualTo(AxisProgress.EMPTY);
    }

    @Test
    void leavesAbandonedActionsOutAndCountsThemBeside() {
        AxisProgress axis = AxisProgress.of(
                        AXES, List.of(completed(Plans.action("1.1", "2")), abandoned(Plans.action("1.2", "2", 900))))
                .get(Code.parse("2"));
        assertThat(axis).isEqualTo(new AxisProgress(Optional.of(Progress.ALL), 1, 1));
        assertThat(AxisProgress.of(AXES, List.of(abandoned(Plans.action("1.2", "2"))))
                        .get(Code.parse("2")))
                .isEqualTo(new AxisProgress(Optional.empty(), 0, 1));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void ofAnAxisLiesBetweenItsLeastAndItsMostAndDoesNotDependOnOrder(long seed) {
        Random random = new Random(seed);
        List<Action> actions = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Action action = Plans.action("1." + i, random.nextBoolean() ? "1" : "1.A", 1 + random.nextInt(1000));
            actions.add(random.nextInt(3) == 0 ? completed(action) : action);
        }
        AxisProgress before = AxisProgress.of(AXES, actions).get(Code.parse("1"));
        java.util.Collections.shuffle(actions, random);
        assertThat(AxisProgress.of(AXES, actions).get(Code.parse("1"))).isEqualTo(before);
        assertThat(before.progress().orElseThrow().ratio()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
    }
}
