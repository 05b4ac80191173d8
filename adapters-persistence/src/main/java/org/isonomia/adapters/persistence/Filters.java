package org.isonomia.adapters.persistence;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.isonomia.adapters.persistence.generated.Tables.ACTION;
import static org.isonomia.adapters.persistence.generated.Tables.ACTION_TERRITORY;
import static org.isonomia.adapters.persistence.generated.Tables.ACTION_UNIT;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.position;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.isonomia.application.spi.PlanSearch.ActionQuery;
import org.isonomia.domain.access.Reach;
import org.isonomia.domain.access.Sight;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.Texts;
import org.isonomia.domain.plan.DeclaredStatus;
import org.isonomia.domain.plan.Health;
import org.isonomia.domain.plan.HealthRule;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** What a query asks for, as conditions on actions. */
final class Filters {

    private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();

    private Filters() {}

    /** The actions of the plan that are asked for and seen. */
    static Condition of(Tenant tenant, ActionQuery query) {
        return tenant.owns(ACTION.ORGANISATION_ID)
                .and(ACTION.PLAN_ID.eq(query.plan().value()))
                .and(seen(tenant, query.sight()))
                .and(DSL.and(within(tenant, query)));
    }

    /** The actions that somebody sees; true or false, never unknown, so that it can be turned round. */
    static Condition seen(Tenant tenant, Sight sight) {
        if (sight.isComplete()) {
            return noCondition();
        }
        Condition seen = ACTION.VISIBILITY.in(
                sight.visibilities().stream().map(one -> inline(one.name())).toList());
        Reach within = sight.within();
        if (!within.people().isEmpty()) {
            seen = seen.or(ACTION.LEAD.isNotNull().and(Tenant.isOneOf(ACTION.LEAD, within.people())));
        }
        return within.units().isEmpty()
                ? seen
                : seen.or(ACTION.ID.in(select(ACTION_UNIT.ACTION_ID)
                        .from(ACTION_UNIT)
                        .where(tenant.owns(ACTION_UNIT.ORGANISATION_ID))
                        .and(Tenant.isOneOf(ACTION_UNIT.UNIT, within.units()))));
    }

    /**
     * All conditions but those of the plan and of what is seen; without any, the tally of the plan's actions tells how many
     * there are.
     */
    static ImmutableList<Condition> within(Tenant tenant, ActionQuery query) {
        return Stream.of(
                        anyOf(ACTION.AXIS, query.axes(), Code::value),
                        anyOf(ACTION.STATUS, query.statuses(), Enum::name),
                        anyOf(health(query.today(), query.rule()), query.healths(), Enum::name),
                        anyOf(ACTION.KIND, query.kinds(), Enum::name),
                        anyOf(ACTION.LEVEL, query.levels(), Enum::name),
                        anyOf(ACTION.LEAD, query.leads(), Code::value),
                        territories(tenant, query.territories()),
                        query.text().map(Filters::words))
                .flatMap(Optional::stream)
                .collect(toImmutableList());
    }

    private static <T> Optional<Condition> anyOf(Field<String> column, Collection<T> wanted, Function<T, String> text) {
        return wanted.isEmpty()
                ? Optional.empty()
                : Optional.of(column.in(wanted.stream().map(text).toList()));
    }

    private static Optional<Condition> territories(Tenant tenant, Collection<Code> codes) {
        return codes.isEmpty()
                ? Optional.empty()
                : Optional.of(ACTION.ID.in(select(ACTION_TERRITORY.ACTION_ID)
                        .from(ACTION_TERRITORY)
                        .where(tenant.owns(ACTION_TERRITORY.ORGANISATION_ID))
                        .and(Tenant.isOneOf(ACTION_TERRITORY.TERRITORY, codes))));
    }

    private static Condition words(String text) {
        Condition all = noCondition();
        for (String word : WORDS.split(Texts.folded(text))) {
            all = all.and(position(ACTION.SEARCH_TEXT, word).gt(0));
        }
        return all;
    }

    /** The rule of {@link HealthRule#assess} in SQL. */
    static Field<String> health(LocalDate today, HealthRule rule) {
        Condition silent = ACTION.STATUS
                .eq(inline(DeclaredStatus.IN_PROGRESS.name()))
                .and(ACTION.LAST_NEWS_ON.isNull().or(ACTION.LAST_NEWS_ON.le(rule.silentSince(today))));
        return when(
                        ACTION.STATUS.notIn(
                                inline(DeclaredStatus.PLANNED.name()), inline(DeclaredStatus.IN_PROGRESS.name())),
                        state(Health.State.NOT_ASSESSED))
                .when(ACTION.NEXT_DUE_ON.lt(today), state(Health.State.LATE))
                .when(ACTION.NEXT_DUE_ON.le(rule.nearUntil(today)), state(Health.State.DUE_SOON))
                .when(silent, state(Health.State.NO_RECENT_NEWS))
                .when(ACTION.NEXT_DUE_ON.isNotNull(), state(Health.State.ON_TIME))
                .otherwise(state(Health.State.NOT_ASSESSED));
    }

    private static Field<String> state(Health.State state) {
        return inline(state.name());
    }
}
