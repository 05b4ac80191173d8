package org.isonomia.domain.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.CommitmentLevel;
import org.isonomia.domain.kernel.PartialDate;
import org.isonomia.domain.kernel.PartialPeriod;
import org.isonomia.domain.plan.Action;
import org.isonomia.domain.plan.ActionContent;
import org.isonomia.domain.plan.ActionId;
import org.isonomia.domain.plan.ActionProfile;
import org.isonomia.domain.plan.Axes;
import org.isonomia.domain.plan.Axis;
import org.isonomia.domain.plan.AxisProgress;
import org.isonomia.domain.plan.Commitment;
import org.isonomia.domain.plan.DeclaredStatus;
import org.isonomia.domain.plan.Health;
import org.isonomia.domain.plan.HealthRule;
import org.isonomia.domain.plan.Milestone;
import org.isonomia.domain.plan.Plan;
import org.isonomia.domain.plan.PlanContent;
import org.isonomia.domain.plan.PlanId;
import org.isonomia.domain.plan.PlanProfile;
import org.isonomia.domain.plan.StatusChange;
import org.junit.jupiter.api.Test;

class EmbeddingExampleTest {

    @Test
    void buildsAPlanMovesAnActionAndComputesProgress() {
        // example
        Code first = Code.parse("1");
        Code second = Code.parse("2");
        PlanProfile profile = new PlanProfile(
                "Plan local",
                PlanProfile.Kind.LOCAL,
                PartialPeriod.UNKNOWN,
                Optional.empty(),
                false,
                ImmutableList.of(),
                ImmutableList.of());
        Axes axes = Axes.of(List.of(Axis.of(first, "Former"), Axis.of(second, "Soutenir")));
        Plan plan = Plan.draft(
                new PlanId(UUID.randomUUID()),
                Code.parse("plcd"),
                PlanContent.of(profile).withAxes(axes));

        Milestone held = new Milestone(
                Code.parse("m1"),
                "Session tenue",
                2,
                Optional.of(PartialDate.parse("2026-06")),
                Optional.empty(),
                Optional.empty());
        Milestone reported =
                new Milestone(Code.parse("m2"), "Bilan remis", 1, Optional.empty(), Optional.empty(), Optional.empty());
        ActionContent content = ActionContent.of(
                        ActionProfile.of("Former les agents", ActionProfile.Kind.TRAINING),
                        Commitment.of(CommitmentLevel.WILL))
                .withMilestones(ImmutableList.of(held, reported));
        Action action = Action.propose(new ActionId(UUID.randomUUID()), plan.id(), Code.parse("1.1"), first, content)
                .declare(new StatusChange(
                        DeclaredStatus.IN_PROGRESS, LocalDate.of(2026, 3, 2), "cheffe de projet", Optional.empty()))
                .moveTo(second)
                .reach(Code.parse("m1"), LocalDate.of(2026, 6, 12), Optional.empty());

        AxisProgress progress = AxisProgress.of(plan.axes(), List.of(action)).get(second);
        Health health = HealthRule.DEFAULT.assess(action.pulse(), LocalDate.of(2026, 7, 1));
        // end
        assertThat(progress.progress().orElseThrow().percent()).isEqualTo(66);
        assertThat(health.state()).isEqualTo(Health.State.NOT_ASSESSED);
    }

    @Test
    void standsInTheReadmeAsItIsHere() throws IOException {
        String source =
                Files.readString(Path.of("src/test/java/org/isonomia/domain/example/EmbeddingExampleTest.java"));
        String example = source.substring(source.indexOf("// example\n") + 11, source.indexOf("        // end"));
        assertThat(Files.readString(Path.of("README.md")))
                .contains(example.stripTrailing().stripIndent());
    }
}
