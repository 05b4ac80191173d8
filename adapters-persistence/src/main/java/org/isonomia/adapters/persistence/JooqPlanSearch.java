package org.isonomia.adapters.persistence;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static org.isonomia.adapters.persistence.generated.Tables.ACTION;
import static org.isonomia.adapters.persistence.generated.Tables.ACTION_TERRITORY;
import static org.isonomia.adapters.persistence.generated.Tables.TERRITORY;
import static org.isonomia.adapters.persistence.generated.Tables.TERRITORY_MEMBERSHIP;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.sum;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isonomia.application.spi.PlanSearch;
import org.isonomia.domain.access.Sight;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.Territory;
import org.isonomia.domain.plan.AxisProgress;
import org.isonomia.domain.plan.DeclaredStatus;
import org.isonomia.domain.plan.Health;
import org.isonomia.domain.plan.HealthRule;
import org.isonomia.domain.plan.PlanId;
import org.jooq.Field;
import org.jooq.Record;

/** What screens ask, from the columns derived of each action. */
final class JooqPlanSearch implements PlanSearch {

    private static final Field<Integer> COUNTED = count().filterWhere(ACTION.STATUS.ne(DeclaredStatus.ABANDONED.name()))
            .as("counted");
    private static final Field<Integer> ABANDONED = count().filterWhere(
                    ACTION.STATUS.eq(DeclaredStatus.ABANDONED.name()))
            .as("abandoned");
    private static final Field<BigDecimal> WEIGHTED = sum(ACTION.PROGRESS.multiply(ACTION.WEIGHT))
            .filterWhere(ACTION.STATUS.ne(DeclaredStatus.ABANDONED.name()))
            .as("weighted");
    private static final Field<BigDecimal> WEIGHTS = sum(ACTION.WEIGHT)
            .filterWhere(ACTION.STATUS.ne(DeclaredStatus.ABANDONED.name()))
            .as("weights");

    private final Tenant tenant;

    JooqPlanSearch(Tenant tenant) {
        this.tenant = tenant;
    }

    @Override
    public ActionPage actions(ActionQuery query) {
        return new ActionPaging(tenant, query).fetch();
    }

    @Override
    public ImmutableMap<Code, AxisFigures> figures(PlanId plan, LocalDate today, HealthRule rule, Sight sight) {
        Field<String> health = Filters.health(today, rule);
        List<Field<?>> columns = new ArrayList<>(List.of(ACTION.AXIS, COUNTED, ABANDONED, WEIGHTED, WEIGHTS));
        for (DeclaredStatus status : DeclaredStatus.values()) {
            columns.add(count().filterWhere(ACTION.STATUS.eq(status.name())).as(status.name()));
        }
        for (Health.State state : Health.State.values()) {
            columns.add(count().filterWhere(health.eq(state.name())).as(state.name()));
        }
        return tenant
                .dsl()
                .select(columns)
                .from(ACTION)
                .where(tenant.owns(ACTION.ORGANISATION_ID))
                .and(ACTION.PLAN_ID.eq(plan.value()))
                .and(Filters.seen(tenant, sight))
                .groupBy(ACTION.AXIS)
                .orderBy(ACTION.AXIS)
                .fetch()
                .stream()
                .collect(toImmutableMap(row -> new Code(row.get(ACTION.AXIS)), JooqPlanSearch::figures));
    }

    private static AxisFigures figures(Record row) {
        AxisProgress.Sum sum = new AxisProgress.Sum(
                Optional.ofNullable(row.get(WEIGHTED)).orElse(BigDecimal.ZERO),
                Optional.ofNullable(row.get(WEIGHTS)).orElse(BigDecimal.ZERO).longValueExact(),
                row.get(COUNTED),
                row.get(ABANDONED));
        return new AxisFigures(sum, counts(DeclaredStatus.class, row), counts(Health.State.class, row));
    }

    private static <E extends Enum<E>> ImmutableMap<E, Integer> counts(Class<E> type, Record row) {
        Map<E, Integer> counts = new EnumMap<>(type);
        for (E value : type.getEnumConstants()) {
            counts.put(value, row.get(value.name(), Integer.class));
        }
        return ImmutableMap.copyOf(counts);
    }

    @Override
    public ImmutableList<TerritoryRow> territories(PlanId plan, Sight sight) {
        Field<String[]> memberOf = array(select(TERRITORY_MEMBERSHIP.MEMBER_OF)
                        .from(TERRITORY_MEMBERSHIP)
                        .where(tenant.owns(TERRITORY_MEMBERSHIP.ORGANISATION_ID))
                        .and(TERRITORY_MEMBERSHIP.TERRITORY.eq(TERRITORY.CODE))
                        .orderBy(TERRITORY_MEMBERSHIP.POSITION))
                .as("member_of");
        Field<Integer> actions = field(selectCount()
                        .from(ACTION_TERRITORY)
                        .join(ACTION)
                        .on(
                                ACTION.ORGANISATION_ID.eq(ACTION_TERRITORY.ORGANISATION_ID),
                                ACTION.ID.eq(ACTION_TERRITORY.ACTION_ID))
                        .where(tenant.owns(ACTION_TERRITORY.ORGANISATION_ID))
                        .and(ACTION_TERRITORY.TERRITORY.eq(TERRITORY.CODE))
                        .and(ACTION.PLAN_ID.eq(plan.value()))
                        .and(Filters.seen(tenant, sight))
                        .and(ACTION.STATUS.ne(DeclaredStatus.ABANDONED.name())))
                .as("actions");
        return tenant
                .dsl()
                .select(TERRITORY.CODE, TERRITORY.NAME, TERRITORY.KIND, TERRITORY.POPULATION, memberOf, actions)
                .from(TERRITORY)
                .where(tenant.owns(TERRITORY.ORGANISATION_ID))
                .orderBy(TERRITORY.CODE_SORT, TERRITORY.CODE)
                .fetch()
                .stream()
                .map(row -> new TerritoryRow(
                        new Code(row.get(TERRITORY.CODE)),
                        row.get(TERRITORY.NAME),
                        Territory.Kind.valueOf(row.get(TERRITORY.KIND)),
                        Columns.number(row.get(TERRITORY.POPULATION)),
                        Columns.codes(row.get(memberOf)),
                        row.get(actions)))
                .collect(toImmutableList());
    }
}
