package org.isonomia.domain.plan;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.CommitmentLevel;
import org.isonomia.domain.kernel.PartialDate;
import org.isonomia.domain.kernel.PartialPeriod;

/** Plans and actions for tests. */
public final class Plans {

    /** The identity of every plan made here. */
    public static final PlanId PLAN = new PlanId(UUID.fromString("00000000-0000-0000-0000-000000000001"));

    private Plans() {}

    /** A draft with two axes, 1 with 1.A inside, and 2. */
    public static Plan draft() {
        PlanProfile profile = new PlanProfile(
                "Plan",
                PlanProfile.Kind.METROPOLITAN,
                PartialPeriod.UNKNOWN,
                Optional.empty(),
                false,
                ImmutableList.of(),
                ImmutableList.of());
        Axes axes = Axes.of(ImmutableList.of(
                Axis.of(Code.parse("1"), "Un"),
                Axis.of(Code.parse("1.A"), Code.parse("1"), "Un, A"),
                Axis.of(Code.parse("2"), "Deux")));
        return Plan.draft(PLAN, Code.parse("plan"), PlanContent.of(profile).withAxes(axes));
    }

    /** An action of weight 1 without milestones. */
    public static Action action(String code, String axis) {
        return action(code, axis, 1);
    }

    /** An action without milestones. */
    public static Action action(String code, String axis, int weight) {
        ActionProfile profile = new ActionProfile(
                "Action " + code, ActionProfile.Kind.TRAINING, Optional.empty(), Optional.empty(), weight);
        return Action.propose(
                new ActionId(UUID.nameUUIDFromBytes(code.getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                PLAN,
                Code.parse(code),
                Code.parse(axis),
                ActionContent.of(profile, Commitment.of(CommitmentLevel.WILL)));
    }

    /** A milestone that is not reached. */
    public static Milestone milestone(String code, int weight, String due) {
        return new Milestone(
                Code.parse(code),
                "Jalon " + code,
                weight,
                Optional.of(PartialDate.parse(due)),
                Optional.empty(),
                Optional.empty());
    }

    /** A status declared on a day. */
    public static StatusChange declared(DeclaredStatus status, String day) {
        return new StatusChange(
                status,
                LocalDate.parse(day),
                "Chef de projet",
                status.needsReason() ? Optional.of("une raison") : Optional.empty());
    }
}
