package org.isonomia.domain.plan;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.isonomia.domain.access.Visibility;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.PartialPeriod;
import org.isonomia.domain.network.OrganisationId;
import org.isonomia.domain.plan.PlanShare.Field;

/**
 * A plan as the organisation sees it that it is shared with. What is not shared is not here, and cannot be told from what
 * is not there but by {@code fields}.
 *
 * @param from whose plan
 * @param fields what is shared
 * @param heading what is said of the plan itself
 * @param axes its axes in their order; empty if they are not shared
 * @param actions its actions in natural order of code; empty if they are not shared
 */
public record SharedPlan(
        OrganisationId from,
        ImmutableSet<Field> fields,
        Heading heading,
        ImmutableList<SharedAxis> axes,
        ImmutableList<SharedAction> actions) {
    public SharedPlan {
        requireNonNull(from, "from");
        requireNonNull(fields, "fields");
        requireNonNull(heading, "heading");
        requireNonNull(axes, "axes");
        requireNonNull(actions, "actions");
    }

    /**
     * What is said of the plan itself.
     *
     * @param code its code
     * @param title its title
     * @param illustration whether it is an illustration
     * @param status how far it is in its life, if shared
     * @param period when it runs; unknown if not shared
     * @param description what it says of itself, if shared
     */
    public record Heading(
            Code code,
            String title,
            boolean illustration,
            Optional<PlanStatus> status,
            PartialPeriod period,
            Optional<String> description) {
        public Heading {
            requireNonNull(code, "code");
            requireNonNull(title, "title");
            requireNonNull(status, "status");
            requireNonNull(period, "period");
            requireNonNull(description, "description");
        }
    }

    /**
     * An axis.
     *
     * @param code its code
     * @param parent the axis it lies in
     * @param title its title
     */
    public record SharedAxis(Code code, Optional<Code> parent, String title) {
        public SharedAxis {
            requireNonNull(code, "code");
            requireNonNull(parent, "parent");
            requireNonNull(title, "title");
        }
    }

    /**
     * An action.
     *
     * @param code its code
     * @param title its title
     * @param axis the axis it lies in, if axes are shared
     * @param status declared last, if shared
     * @param progress how far it has come, if shared
     * @param planned when it is planned; unknown if not shared
     */
    public record SharedAction(
            Code code,
            String title,
            Optional<Code> axis,
            Optional<DeclaredStatus> status,
            Optional<Progress> progress,
            PartialPeriod planned) {
        public SharedAction {
            requireNonNull(code, "code");
            requireNonNull(title, "title");
            requireNonNull(axis, "axis");
            requireNonNull(status, "status");
            requireNonNull(progress, "progress");
            requireNonNull(planned, "planned");
        }
    }

    /** What is seen of a plan and its actions if these fields are shared; actions for those who lead alone are not. */
    public static SharedPlan of(
            OrganisationId from, Plan plan, Collection<Action> actions, ImmutableSet<Field> fields) {
        PlanProfile profile = plan.content().profile();
        return new SharedPlan(
                from,
                fields,
                new Heading(
                        plan.code(),
                        profile.title(),
                        profile.illustration(),
                        only(fields, Field.STATUS, plan.status()),
                        fields.contains(Field.PERIOD) ? profile.period() : PartialPeriod.UNKNOWN,
                        fields.contains(Field.DESCRIPTION) ? profile.description() : Optional.empty()),
                fields.contains(Field.AXES)
                        ? plan.axes().asList().stream()
                                .map(axis -> new SharedAxis(axis.code(), axis.parent(), axis.title()))
                                .collect(toImmutableList())
                        : ImmutableList.of(),
                fields.contains(Field.ACTIONS)
                        ? actions.stream()
                                .filter(action -> action.content().disclosure().visibility() != Visibility.LEADS)
                                .sorted(Comparator.comparing(Action::code))
                                .map(action -> shared(action, fields))
                                .collect(toImmutableList())
                        : ImmutableList.of());
    }

    private static SharedAction shared(Action action, ImmutableSet<Field> fields) {
        return new SharedAction(
                action.code(),
                action.content().profile().title(),
                only(fields, Field.AXES, action.axis()),
                only(fields, Field.ACTION_STATUS, action.status()),
                only(fields, Field.ACTION_PROGRESS, action.progress()),
                fields.contains(Field.ACTION_DATES)
                        ? action.content().schedule().planned()
                        : PartialPeriod.UNKNOWN);
    }

    private static <T> Optional<T> only(ImmutableSet<Field> fields, Field field, T value) {
        return fields.contains(field) ? Optional.of(value) : Optional.empty();
    }
}
