package org.isonomia.bootstrap;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.isonomia.bootstrap.SeedFiles.map;
import static org.isonomia.bootstrap.SeedFiles.maps;
import static org.isonomia.bootstrap.SeedFiles.text;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the demonstration's follow-up apart from the plan: invented, and marked as such. */
class FollowUpFileTest {

    private static final Object PLAN = SeedFiles.tree("demo/plan.yaml");

    private static final Object FOLLOW_UP = SeedFiles.tree("demo/follow-up.yaml");

    @Test
    void isMarkedAsIllustration() {
        assertThat(map(FOLLOW_UP).get("illustration")).isEqualTo(true);
        assertThat(maps(FOLLOW_UP, "actions").stream()
                        .filter(action -> action.containsKey("statuses"))
                        .flatMap(action -> maps(action, "statuses").stream())
                        .map(status -> text(status, "author")))
                .isNotEmpty()
                .allMatch(author -> author.endsWith("(illustration)"));
    }

    @Test
    void laysItselfOverTheActionsOfThePlanAndNamesNobody() {
        assertThat(codes(FOLLOW_UP, "actions")).containsExactlyElementsOf(codes(PLAN, "actions"));
        assertThat(maps(FOLLOW_UP, "people")).noneMatch(person -> person.containsKey("name"));
        assertThat(maps(PLAN, "people")).noneMatch(person -> person.containsKey("name"));
    }

    @Test
    void showsEveryStatus() {
        assertThat(maps(FOLLOW_UP, "actions").stream()
                        .map(action -> action.containsKey("statuses")
                                ? text(maps(action, "statuses").getLast(), "status")
                                : "planned")
                        .collect(toImmutableSet()))
                .containsExactlyInAnyOrder("planned", "in-progress", "completed", "suspended", "abandoned");
    }

    @Test
    void tellsOfTwoYears() {
        ImmutableList<String> days = maps(FOLLOW_UP, "actions").stream()
                .flatMap(action -> Stream.concat(
                        maps(action, "milestones").stream()
                                .filter(milestone -> milestone.containsKey("done"))
                                .map(milestone -> text(milestone, "done")),
                        action.containsKey("statuses")
                                ? maps(action, "statuses").stream().map(status -> text(status, "date"))
                                : Stream.empty()))
                .sorted()
                .collect(toImmutableList());
        assertThat(days.getFirst()).isBetween("2024-11-25", "2024-12-31");
        assertThat(days.getLast()).isBetween("2026-11-01", "2026-11-24");
    }

    private static ImmutableList<String> codes(Object tree, String key) {
        return maps(tree, key).stream().map(item -> text(item, "code")).collect(toImmutableList());
    }
}
