package org.isonomia.adapters.persistence;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static org.isonomia.adapters.persistence.generated.Tables.RECEIVED_ACTION;
import static org.isonomia.adapters.persistence.generated.Tables.RECEIVED_AXIS;
import static org.isonomia.adapters.persistence.generated.Tables.RECEIVED_PLAN;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.isonomia.adapters.persistence.generated.tables.records.ReceivedActionRecord;
import org.isonomia.adapters.persistence.generated.tables.records.ReceivedAxisRecord;
import org.isonomia.adapters.persistence.generated.tables.records.ReceivedPlanRecord;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.OrganisationId;
import org.isonomia.domain.plan.DeclaredStatus;
import org.isonomia.domain.plan.PlanShare.Field;
import org.isonomia.domain.plan.PlanStatus;
import org.isonomia.domain.plan.Progress;
import org.isonomia.domain.plan.SharedPlan;
import org.isonomia.domain.plan.SharedPlan.Heading;
import org.isonomia.domain.plan.SharedPlan.SharedAction;
import org.isonomia.domain.plan.SharedPlan.SharedAxis;
import org.jooq.Condition;

/** Reads what others share, in three statements. */
record ReceivedPlans(Tenant tenant) {

    /** Which plan: whose, and which of theirs. */
    private record Key(UUID member, UUID plan) {}

    static Condition isOf(OrganisationId from, Code plan) {
        return RECEIVED_PLAN.MEMBER.eq(from.value()).and(RECEIVED_PLAN.CODE.eq(plan.value()));
    }

    static ImmutableSet<Field> fields(String[] words) {
        return Arrays.stream(words).map(Field::valueOf).collect(toImmutableSet());
    }

    /** The plans that meet a condition on {@code received_plan}. */
    ImmutableList<SharedPlan> fetch(Condition condition) {
        ImmutableList<ReceivedPlanRecord> plans = ImmutableList.copyOf(tenant.dsl()
                .selectFrom(RECEIVED_PLAN)
                .where(tenant.owns(RECEIVED_PLAN.ORGANISATION_ID))
                .and(condition)
                .orderBy(RECEIVED_PLAN.MEMBER)
                .fetch());
        if (plans.isEmpty()) {
            return ImmutableList.of();
        }
        UUID[] ids = plans.stream().map(ReceivedPlanRecord::getPlanId).toArray(UUID[]::new);
        ImmutableListMultimap<Key, SharedAxis> axes = axes(ids);
        ImmutableListMultimap<Key, SharedAction> actions = actions(ids);
        return plans.stream()
                .map(row -> plan(
                        row,
                        axes.get(new Key(row.getMember(), row.getPlanId())),
                        actions.get(new Key(row.getMember(), row.getPlanId()))))
                .sorted(Comparator.comparing((SharedPlan plan) -> plan.from().toString())
                        .thenComparing(plan -> plan.heading().code()))
                .collect(toImmutableList());
    }

    private static SharedPlan plan(
            ReceivedPlanRecord row, ImmutableList<SharedAxis> axes, ImmutableList<SharedAction> actions) {
        return new SharedPlan(
                new OrganisationId(row.getMember()),
                com.google.common.collect.Sets.immutableEnumSet(fields(row.getFields())),
                new Heading(
                        new Code(row.getCode()),
                        row.getTitle(),
                        row.getIllustration(),
                        Optional.ofNullable(row.getStatus()).map(PlanStatus::valueOf),
                        Columns.period(row.getPeriodStart(), row.getPeriodEnd()),
                        Optional.ofNullable(row.getDescription())),
                axes,
                ImmutableList.sortedCopyOf(Comparator.comparing(SharedAction::code), actions));
    }

    private ImmutableListMultimap<Key, SharedAxis> axes(UUID[] plans) {
        return tenant
                .dsl()
                .selectFrom(RECEIVED_AXIS)
                .where(tenant.owns(RECEIVED_AXIS.ORGANISATION_ID))
                .and(RECEIVED_AXIS.PLAN_ID.eq(org.jooq.impl.DSL.any(plans)))
                .orderBy(RECEIVED_AXIS.POSITION)
                .fetch()
                .stream()
                .collect(ImmutableListMultimap.toImmutableListMultimap(
                        row -> new Key(row.getMember(), row.getPlanId()), ReceivedPlans::axis));
    }

    private static SharedAxis axis(ReceivedAxisRecord row) {
        return new SharedAxis(new Code(row.getCode()), Columns.code(row.getParent()), row.getTitle());
    }

    private ImmutableListMultimap<Key, SharedAction> actions(UUID[] plans) {
        return tenant
                .dsl()
                .selectFrom(RECEIVED_ACTION)
                .where(tenant.owns(RECEIVED_ACTION.ORGANISATION_ID))
                .and(RECEIVED_ACTION.PLAN_ID.eq(org.jooq.impl.DSL.any(plans)))
                .fetch()
                .stream()
                .collect(ImmutableListMultimap.toImmutableListMultimap(
                        row -> new Key(row.getMember(), row.getPlanId()), ReceivedPlans::action));
    }

    private static SharedAction action(ReceivedActionRecord row) {
        return new SharedAction(
                new Code(row.getCode()),
                row.getTitle(),
                Columns.code(row.getAxis()),
                Optional.ofNullable(row.getStatus()).map(DeclaredStatus::valueOf),
                Optional.ofNullable(row.getProgress()).map(Progress::new),
                Columns.period(row.getPlannedStart(), row.getPlannedEnd()));
    }
}
