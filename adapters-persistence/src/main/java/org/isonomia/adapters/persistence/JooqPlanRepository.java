package org.isonomia.adapters.persistence;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.isonomia.adapters.persistence.generated.Tables.ACTION;
import static org.isonomia.adapters.persistence.generated.Tables.AXIS;
import static org.isonomia.adapters.persistence.generated.Tables.PLAN;
import static org.jooq.impl.DSL.noCondition;

import com.google.common.collect.ImmutableList;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.isonomia.adapters.persistence.generated.tables.records.PlanRecord;
import org.isonomia.application.spi.PlanRepository;
import org.isonomia.application.spi.StaleAggregateException;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.plan.Axis;
import org.isonomia.domain.plan.Plan;
import org.isonomia.domain.plan.PlanId;
import org.jooq.Condition;

/** Plans: one row, and one table for each of their lists. */
final class JooqPlanRepository implements PlanRepository {

    private static final String VERSIONS = "select id, version from plan where organisation_id = ?";
    private static final String VERSION = VERSIONS + " and code = ?";

    private final Tenant tenant;
    private final Optional<KnownPlans> known;

    /** With the plans known from before, if the transaction only reads. */
    JooqPlanRepository(Tenant tenant, Optional<KnownPlans> known) {
        this.tenant = tenant;
        this.known = known;
    }

    @Override
    public Optional<Plan> find(Code code) {
        return fetch(PLAN.CODE.eq(code.value()), VERSION, tenant.organisation(), code.value()).stream()
                .findFirst();
    }

    @Override
    public ImmutableList<Plan> list() {
        return fetch(noCondition(), VERSIONS, tenant.organisation()).stream()
                .sorted(Comparator.comparing(Plan::code))
                .collect(toImmutableList());
    }

    /** The same plans twice: by a condition, and by a statement that asks for their versions. */
    private ImmutableList<Plan> fetch(Condition condition, String versions, Object... values) {
        if (known.isEmpty()) {
            return PlanReading.fetch(tenant, condition);
        }
        ImmutableList<Optional<Plan>> found = Answer.of(tenant.dsl(), this::known, versions, values);
        if (found.stream().allMatch(Optional::isPresent)) {
            return found.stream().map(Optional::orElseThrow).collect(toImmutableList());
        }
        ImmutableList<Plan> read = PlanReading.fetch(tenant, condition);
        read.forEach(plan -> known.get().add(tenant.organisation(), plan));
        return read;
    }

    private ImmutableList<Optional<Plan>> known(ResultSet versions) throws SQLException {
        ImmutableList.Builder<Optional<Plan>> plans = ImmutableList.builder();
        while (versions.next()) {
            plans.add(known.orElseThrow()
                    .find(tenant.organisation(), versions.getObject("id", UUID.class), versions.getInt("version")));
        }
        return plans.build();
    }

    @Override
    public void add(Plan plan) {
        PlanWriting writing = new PlanWriting(tenant.organisation(), plan);
        tenant.change(nested -> {
            nested.insert(ImmutableList.of(writing.plan(1)));
            nested.upsert(writing.axes(), Optional.empty());
            nested.insert(writing.parts());
        });
    }

    @Override
    public void save(Plan plan) {
        PlanWriting writing = new PlanWriting(tenant.organisation(), plan);
        tenant.change(nested -> {
            PlanRecord row = writing.plan(plan.version() + 1);
            int saved = nested.dsl()
                    .update(PLAN)
                    .set(row)
                    .where(nested.owns(PLAN.ORGANISATION_ID))
                    .and(PLAN.ID.eq(plan.id().value()))
                    .and(PLAN.VERSION.eq(plan.version()))
                    .execute();
            if (saved == 0) {
                throw new StaleAggregateException("plan " + plan.code() + " was changed meanwhile or is gone");
            }
            PlanWriting.clearParts(nested, plan.id());
            removeOtherAxes(nested, plan);
            nested.upsert(writing.axes(), Optional.empty());
            nested.insert(writing.parts());
        });
    }

    /** Axes are replaced in place, so that actions that others add to them meanwhile find them. */
    private static void removeOtherAxes(Tenant tenant, Plan plan) {
        tenant.dsl()
                .deleteFrom(AXIS)
                .where(tenant.owns(AXIS.ORGANISATION_ID))
                .and(AXIS.PLAN_ID.eq(plan.id().value()))
                .andNot(Tenant.isOneOf(AXIS.CODE, Columns.list(plan.axes().asList(), Axis::code)))
                .execute();
    }

    @Override
    public void remove(PlanId plan) {
        tenant.remove(nested -> {
            JooqActionRepository.clearPartsOf(nested, ACTION.PLAN_ID.eq(plan.value()));
            nested.forgetPlans();
            nested.dsl()
                    .deleteFrom(PLAN)
                    .where(nested.owns(PLAN.ORGANISATION_ID))
                    .and(PLAN.ID.eq(plan.value()))
                    .execute();
        });
    }
}
