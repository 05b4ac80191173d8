package org.isonomia.application.spi;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.isonomia.domain.access.Sight;
import org.isonomia.domain.access.Visibility;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.CommitmentLevel;
import org.isonomia.domain.network.Territory;
import org.isonomia.domain.plan.ActionProfile;
import org.isonomia.domain.plan.AxisProgress;
import org.isonomia.domain.plan.DeclaredStatus;
import org.isonomia.domain.plan.Health;
import org.isonomia.domain.plan.HealthRule;
import org.isonomia.domain.plan.PlanId;
import org.isonomia.domain.plan.Progress;
import org.isonomia.domain.plan.Pulse;
import org.isonomia.domain.plan.Schedule;

/**
 * What screens ask of plans. Each method is one statement, whatever the number of rows and whoever asks: actions that are not
 * seen are neither listed nor counted. Health is the one {@link
 * HealthRule#assess} gives for the row's pulse on the day asked for.
 */
public interface PlanSearch {

    /**
     * A page of a plan's actions.
     *
     * @throws IllegalArgumentException if the query's cursor is not one this store gave for the same order
     */
    ActionPage actions(ActionQuery query);

    /** The figures of each axis, from the actions that lie in it directly; axes without actions are absent. */
    ImmutableMap<Code, AxisFigures> figures(PlanId plan, LocalDate today, HealthRule rule, Sight sight);

    /**
     * All territories with the number of actions that name them, in natural order of code.
     *
     * @param plan the plan whose actions count; actions that are abandoned do not
     * @param sight which actions are seen
     */
    ImmutableList<TerritoryRow> territories(PlanId plan, Sight sight);

    /** The order of a list of actions; ties are broken by code. Rows without the value come last, either way. */
    enum Sort {
        CODE,
        TITLE,
        DEADLINE,
        PROGRESS
    }

    /**
     * How a list of actions is ordered.
     *
     * @param sort by what
     * @param descending whether it is turned round
     */
    record Order(Sort sort, boolean descending) {
        public Order {
            requireNonNull(sort, "sort");
        }

        /** By a value, the lowest first. */
        public static Order by(Sort sort) {
            return new Order(sort, false);
        }
    }

    /**
     * Which actions, in which order. An empty set does not filter; within a set any may match, all filters must.
     *
     * @param plan the plan
     * @param axes the axes they lie in directly
     * @param statuses the statuses declared last
     * @param healths how they stand on the day
     * @param kinds what sort
     * @param levels how firmly committed
     * @param leads the functions that lead them
     * @param territories the territories they name
     * @param text words that title, code, description or objective contain, without regard to case and accents; what fewer
     *     people see than the action is not looked through
     * @param today the day health is judged on
     * @param rule how health is judged
     * @param order the order
     * @param limit how many at most, 1 to 1000000
     * @param after the cursor of the page before
     * @param sight which actions are seen
     */
    record ActionQuery(
            PlanId plan,
            ImmutableSet<Code> axes,
            ImmutableSet<DeclaredStatus> statuses,
            ImmutableSet<Health.State> healths,
            ImmutableSet<ActionProfile.Kind> kinds,
            ImmutableSet<CommitmentLevel> levels,
            ImmutableSet<Code> leads,
            ImmutableSet<Code> territories,
            Optional<String> text,
            LocalDate today,
            HealthRule rule,
            Order order,
            int limit,
            Optional<String> after,
            Sight sight) {
        public ActionQuery {
            requireNonNull(plan, "plan");
            requireNonNull(text, "text");
            requireNonNull(order, "order");
            requireNonNull(after, "after");
            requireNonNull(sight, "sight");
            checkArgument(limit >= 1 && limit <= 1_000_000, "limit must be 1 to 1000000: %s", limit);
        }

        /** All actions of a plan that somebody sees in order of code, a hundred at a time. */
        public static ActionQuery of(PlanId plan, LocalDate today, HealthRule rule, Sight sight) {
            return new ActionQuery(
                    plan,
                    ImmutableSet.of(),
                    ImmutableSet.of(),
                    ImmutableSet.of(),
                    ImmutableSet.of(),
                    ImmutableSet.of(),
                    ImmutableSet.of(),
                    ImmutableSet.of(),
                    Optional.empty(),
                    today,
                    rule,
                    Order.by(Sort.CODE),
                    100,
                    Optional.empty(),
                    sight);
        }

        /** The same query for these states of health only, in another order, with another limit. */
        public ActionQuery standing(ImmutableSet<Health.State> only, Sort sort, int most) {
            return new ActionQuery(
                    plan,
                    axes,
                    statuses,
                    only,
                    kinds,
                    levels,
                    leads,
                    territories,
                    text,
                    today,
                    rule,
                    Order.by(sort),
                    most,
                    after,
                    sight);
        }
    }

    /**
     * A page of actions.
     *
     * @param rows the actions
     * @param next the cursor of the next page; empty on the last
     * @param total how many match in all
     */
    record ActionPage(ImmutableList<ActionRow> rows, Optional<String> next, long total) {
        public ActionPage {
            requireNonNull(rows, "rows");
            requireNonNull(next, "next");
        }
    }

    /**
     * An action as lists show it.
     *
     * @param code its code
     * @param axis the axis it lies in
     * @param title its title
     * @param kind what sort
     * @param level how firmly committed
     * @param weight its share of its axis
     * @param lead the code of the function that leads it
     * @param leadLabel what that function is called
     * @param schedule when
     * @param progress how far it has come
     * @param pulse the facts its health is judged on; holds its status
     * @param visibility who may see it
     * @param version how often it was saved
     */
    record ActionRow(
            Code code,
            Code axis,
            String title,
            ActionProfile.Kind kind,
            CommitmentLevel level,
            int weight,
            Optional<Code> lead,
            Optional<String> leadLabel,
            Schedule schedule,
            Progress progress,
            Pulse pulse,
            Visibility visibility,
            int version) {}

    /**
     * The figures of the actions of one axis.
     *
     * @param sum the parts of its progress
     * @param byStatus how many actions by declared status; every status is there
     * @param byHealth how many by health; every state is there
     */
    record AxisFigures(
            AxisProgress.Sum sum,
            ImmutableMap<DeclaredStatus, Integer> byStatus,
            ImmutableMap<Health.State, Integer> byHealth) {

        /** The figures of no actions. */
        public static final AxisFigures ZERO =
                new AxisFigures(AxisProgress.Sum.ZERO, zeros(DeclaredStatus.values()), zeros(Health.State.values()));

        /** Two figures taken together. */
        public AxisFigures plus(AxisFigures other) {
            return new AxisFigures(
                    sum.plus(other.sum), added(byStatus, other.byStatus), added(byHealth, other.byHealth));
        }

        private static <K> ImmutableMap<K, Integer> zeros(K[] keys) {
            return Stream.of(keys).collect(ImmutableMap.toImmutableMap(key -> key, key -> 0));
        }

        private static <K> ImmutableMap<K, Integer> added(ImmutableMap<K, Integer> one, ImmutableMap<K, Integer> two) {
            return one.keySet().stream()
                    .collect(ImmutableMap.toImmutableMap(
                            key -> key, key -> one.getOrDefault(key, 0) + two.getOrDefault(key, 0)));
        }
    }

    /**
     * A territory and what the plan's actions make of it.
     *
     * @param code its code
     * @param name its name
     * @param kind what sort
     * @param population inhabitants
     * @param memberOf the territories it lies in
     * @param actions how many actions name it
     */
    record TerritoryRow(
            Code code,
            String name,
            Territory.Kind kind,
            OptionalLong population,
            ImmutableSet<Code> memberOf,
            int actions) {}
}
