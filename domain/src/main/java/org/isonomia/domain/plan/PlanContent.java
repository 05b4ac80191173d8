package org.isonomia.domain.plan;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.isonomia.domain.kernel.Violation;

/**
 * Everything a plan says that is not an action.
 *
 * @param profile the plan as a whole
 * @param deliberations the resolutions it rests on
 * @param governance its committees; codes are unique
 * @param means its money and posts
 * @param axes its axes
 * @param engagements what it says of territories; keys are unique
 */
public record PlanContent(
        PlanProfile profile,
        ImmutableList<Deliberation> deliberations,
        ImmutableList<GovernanceBody> governance,
        Means means,
        Axes axes,
        ImmutableList<Engagement> engagements) {
    public PlanContent {
        requireNonNull(profile, "profile");
        requireNonNull(deliberations, "deliberations");
        requireNonNull(governance, "governance");
        requireNonNull(means, "means");
        requireNonNull(axes, "axes");
        requireNonNull(engagements, "engagements");
    }

    /** A plan of which nothing but the profile is known. */
    public static PlanContent of(PlanProfile profile) {
        return new PlanContent(
                profile, ImmutableList.of(), ImmutableList.of(), Means.NONE, Axes.NONE, ImmutableList.of());
    }

    /** What is wrong with the parts taken together. */
    public ImmutableList<Violation> violations() {
        ImmutableList.Builder<Violation> found = ImmutableList.builder();
        Stream.concat(means.violations().stream(), means.yearsNamedTwice(profile.period()).stream())
                .forEach(wrong -> found.add(
                        wrong.with("pointer", "/means" + wrong.pointer().orElse(""))));
        Set<String> seen = new HashSet<>();
        for (GovernanceBody body : governance) {
            if (!seen.add("governance " + body.code())) {
                found.add(duplicate(body.code().value()));
            }
        }
        for (Engagement engagement : engagements) {
            if (!seen.add("engagement " + engagement.key())) {
                found.add(duplicate(engagement.key()));
            }
        }
        return found.build();
    }

    private static Violation duplicate(String key) {
        return Violation.of(PlanViolations.DUPLICATE_CODE, "used twice in the plan: " + key)
                .with("value", key);
    }

    /** The same content with other axes. */
    public PlanContent withAxes(Axes other) {
        return new PlanContent(profile, deliberations, governance, means, other, engagements);
    }

    /** The same content with other means. */
    public PlanContent withMeans(Means other) {
        return new PlanContent(profile, deliberations, governance, other, axes, engagements);
    }

    /** The same content with another profile. */
    public PlanContent withProfile(PlanProfile other) {
        return new PlanContent(other, deliberations, governance, means, axes, engagements);
    }
}
