package org.isonomia.application.spi.testing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.CommitmentLevel;
import org.isonomia.domain.kernel.PartialDate;
import org.isonomia.domain.kernel.PartialPeriod;
import org.isonomia.domain.plan.Action;
import org.isonomia.domain.plan.ActionContent;
import org.isonomia.domain.plan.ActionId;
import org.isonomia.domain.plan.ActionProfile;
import org.isonomia.domain.plan.ActionRoles;
import org.isonomia.domain.plan.ActionScope;
import org.isonomia.domain.plan.Commitment;
import org.isonomia.domain.plan.DeclaredStatus;
import org.isonomia.domain.plan.Milestone;
import org.isonomia.domain.plan.Schedule;
import org.isonomia.domain.plan.StatusChange;

/** Many actions of the samples' plan that differ in everything lists show; the same seed makes the same ones. */
public final class Crowd {

    private static final List<String> AXES = List.of("1", "2.1", "10");
    private static final List<String> TITLES =
            List.of("Œuvrer à l'égalité", "égalité", "Zèbre", "abc", "Éclair", "à 100 %", "a_b\\", "🧭 boussole");

    private final Random random;

    private Crowd(long seed) {
        random = new Random(seed);
    }

    /** So many actions, in no order. */
    public static ImmutableList<Action> of(int count, long seed) {
        Crowd crowd = new Crowd(seed);
        List<Action> actions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            actions.add(crowd.action(i));
        }
        return ImmutableList.copyOf(actions);
    }

    private Action action(int number) {
        int turned = number % 2 == 0 ? number : 1000 - number;
        return Action.restore(new Action.Snapshot(
                new ActionId(new UUID(9, number)),
                Samples.PLAN,
                new Code(number % 10 == 0 ? "0" + turned + ".x" : (turned % 7) + "." + turned),
                new Code(pick(AXES)),
                new ActionContent(
                        profile(),
                        Commitment.of(pick(List.of(CommitmentLevel.values()))),
                        roles(),
                        scope(),
                        new Schedule(period(), PartialPeriod.UNKNOWN, Schedule.Recurrence.NONE),
                        milestones(),
                        ImmutableList.of(),
                        ImmutableList.of()),
                statuses(),
                0));
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> Optional<T> maybe(T value) {
        return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(value);
    }

    private ActionProfile profile() {
        return new ActionProfile(
                pick(TITLES),
                pick(List.of(ActionProfile.Kind.TRAINING, ActionProfile.Kind.GUIDE, ActionProfile.Kind.EVENT)),
                maybe("Description\nÉGALITÉ"),
                maybe("Objet"),
                1 + random.nextInt(1000));
    }

    private ActionRoles roles() {
        return new ActionRoles(
                maybe(new Code(random.nextBoolean() ? "chef" : "elue")),
                Optional.empty(),
                ImmutableSet.of(),
                ImmutableSet.of());
    }

    private ActionScope scope() {
        ImmutableSet.Builder<Code> territories = ImmutableSet.builder();
        for (String territory : List.of("13055", "13001", "AMP")) {
            maybe(new Code(territory)).ifPresent(territories::add);
        }
        return new ActionScope(ImmutableSet.of(), territories.build(), ImmutableSet.of(), ImmutableSet.of());
    }

    /** Close to the edges of what is late, near and silent. */
    private int days() {
        return pick(List.of(-400, -92, -91, -90, -31, -1, 0, 1, 29, 30, 31, 32, 400)) + random.nextInt(2);
    }

    private PartialPeriod period() {
        int first = days();
        int last = first + random.nextInt(60);
        return new PartialPeriod(
                maybe(PartialDate.of(Samples.TODAY.plusDays(first))),
                maybe(PartialDate.of(Samples.TODAY.plusDays(last))));
    }

    private ImmutableList<Milestone> milestones() {
        ImmutableList.Builder<Milestone> milestones = ImmutableList.builder();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            milestones.add(new Milestone(
                    new Code("M" + i),
                    "Jalon " + i,
                    1 + random.nextInt(5),
                    maybe(PartialDate.of(Samples.TODAY.plusDays(days()))),
                    random.nextBoolean() ? Optional.of(Samples.TODAY.plusDays(-Math.abs(days()))) : Optional.empty(),
                    Optional.empty()));
        }
        return milestones.build();
    }

    private ImmutableList<StatusChange> statuses() {
        DeclaredStatus last = pick(List.of(
                DeclaredStatus.PLANNED,
                DeclaredStatus.PLANNED,
                DeclaredStatus.IN_PROGRESS,
                DeclaredStatus.IN_PROGRESS,
                DeclaredStatus.IN_PROGRESS,
                DeclaredStatus.COMPLETED,
                DeclaredStatus.SUSPENDED,
                DeclaredStatus.ABANDONED));
        return last == DeclaredStatus.PLANNED
                ? ImmutableList.of()
                : ImmutableList.of(new StatusChange(
                        last, Samples.TODAY.minusDays(Math.abs(days())), "Autrice", Optional.of("Raison")));
    }
}
