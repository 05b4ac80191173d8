package org.isonomia.adapters.persistence;

import static com.google.common.collect.ImmutableMultiset.toImmutableMultiset;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static org.isonomia.adapters.persistence.generated.Tables.ACTION;
import static org.isonomia.adapters.persistence.generated.Tables.ACTION_AUDIENCE;
import static org.isonomia.adapters.persistence.generated.Tables.ACTION_DOCUMENT;
import static org.isonomia.adapters.persistence.generated.Tables.ACTION_LINK;
import static org.isonomia.adapters.persistence.generated.Tables.ACTION_MILESTONE;
import static org.isonomia.adapters.persistence.generated.Tables.ACTION_PARTNER;
import static org.isonomia.adapters.persistence.generated.Tables.ACTION_STATEMENT;
import static org.isonomia.adapters.persistence.generated.Tables.ACTION_STATUS_CHANGE;
import static org.isonomia.adapters.persistence.generated.Tables.ACTION_TALLY;
import static org.isonomia.adapters.persistence.generated.Tables.ACTION_TERRITORY;
import static org.isonomia.adapters.persistence.generated.Tables.ACTION_UNIT;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.excluded;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.isonomia.application.spi.ActionRepository;
import org.isonomia.application.spi.StaleAggregateException;
import org.isonomia.domain.access.Sight;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.plan.Action;
import org.isonomia.domain.plan.PlanId;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.TableField;
import org.jooq.TableRecord;
import org.jooq.impl.DSL;

/** Actions: one row, and one table for each of their lists; written in batches. */
final class JooqActionRepository implements ActionRepository {

    private static final int ACTIONS_AT_ONCE = 1_000;
    private static final int MANY = 100;

    private final Tenant tenant;

    JooqActionRepository(Tenant tenant) {
        this.tenant = tenant;
    }

    @Override
    public Optional<Action> find(PlanId plan, Code code) {
        return ActionReading.some(tenant, plan, ImmutableList.of(code)).stream().findFirst();
    }

    @Override
    public ImmutableList<Action> findAll(PlanId plan, Collection<Code> codes) {
        return codes.isEmpty() ? ImmutableList.of() : ActionReading.some(tenant, plan, codes);
    }

    @Override
    public ImmutableList<Action> list(PlanId plan) {
        return ActionReading.all(tenant, plan);
    }

    @Override
    public ImmutableList<Action> list(PlanId plan, Sight sight) {
        return ActionReading.seen(tenant, plan, sight);
    }

    @Override
    public ImmutableSet<Code> codes(PlanId plan, Sight sight) {
        return tenant
                .dsl()
                .select(ACTION.CODE)
                .from(ACTION)
                .where(tenant.owns(ACTION.ORGANISATION_ID))
                .and(ACTION.PLAN_ID.eq(plan.value()))
                .and(Filters.seen(tenant, sight))
                .orderBy(ACTION.CODE_SORT, ACTION.CODE)
                .fetch(ACTION.CODE)
                .stream()
                .map(Code::new)
                .collect(toImmutableSet());
    }

    @Override
    public ImmutableSet<Code> linkingTo(PlanId plan, Code target) {
        return tenant
                .dsl()
                .selectDistinct(ACTION.CODE_SORT, ACTION.CODE)
                .from(ACTION_LINK)
                .join(ACTION)
                .on(ACTION.ORGANISATION_ID.eq(ACTION_LINK.ORGANISATION_ID), ACTION.ID.eq(ACTION_LINK.ACTION_ID))
                .where(tenant.owns(ACTION_LINK.ORGANISATION_ID))
                .and(ACTION_LINK.PLAN_ID.eq(plan.value()))
                .and(ACTION_LINK.TARGET.eq(target.value()))
                .orderBy(ACTION.CODE_SORT, ACTION.CODE)
                .fetch(ACTION.CODE)
                .stream()
                .map(Code::new)
                .collect(toImmutableSet());
    }

    @Override
    public void addAll(Collection<Action> actions) {
        tenant.change(nested -> Iterables.partition(actions, ACTIONS_AT_ONCE).forEach(some -> {
            nested.insert(writing(some).stream().map(action -> action.action(1)).toList());
            insertParts(nested, some);
            some.stream()
                    .map(Action::plan)
                    .collect(toImmutableMultiset())
                    .entrySet()
                    .forEach(added -> tally(nested, added.getElement(), added.getCount()));
        }));
    }

    /** Keeps count of a plan's actions, so that lists need not count them. */
    private static void tally(Tenant tenant, PlanId plan, int more) {
        tenant.dsl()
                .insertInto(ACTION_TALLY)
                .columns(ACTION_TALLY.ORGANISATION_ID, ACTION_TALLY.PLAN_ID, ACTION_TALLY.ACTIONS)
                .values(tenant.organisation(), plan.value(), more)
                .onConflict(Tenant.key(ACTION_TALLY))
                .doUpdate()
                .set(ACTION_TALLY.ACTIONS, ACTION_TALLY.ACTIONS.plus(excluded(ACTION_TALLY.ACTIONS)))
                .execute();
    }

    @Override
    public void saveAll(Collection<Action> actions) {
        tenant.change(nested -> Iterables.partition(actions, ACTIONS_AT_ONCE).forEach(some -> {
            update(nested, some);
            clearParts(nested, some);
            insertParts(nested, some);
        }));
    }

    private List<ActionWriting> writing(Collection<Action> actions) {
        return Columns.list(ImmutableList.copyOf(actions), action -> new ActionWriting(tenant.organisation(), action));
    }

    private void insertParts(Tenant nested, List<Action> actions) {
        if (actions.size() >= MANY) {
            nested.forgetPlans();
        }
        nested.insert(writing(actions).stream()
                .flatMap(action -> action.parts().stream())
                .toList());
    }

    private static void update(Tenant tenant, List<Action> actions) {
        int[] saved = tenant.batch(Columns.list(actions, action -> update(tenant, action)));
        if (!Arrays.stream(saved).allMatch(rows -> rows == 1)) {
            throw new StaleAggregateException("an action was changed meanwhile or is gone");
        }
    }

    private static Query update(Tenant tenant, Action action) {
        return tenant.dsl()
                .update(ACTION)
                .set(new ActionWriting(tenant.organisation(), action).action(action.version() + 1))
                .where(tenant.owns(ACTION.ORGANISATION_ID))
                .and(ACTION.ID.eq(action.id().value()))
                .and(ACTION.VERSION.eq(action.version()));
    }

    private static void clearParts(Tenant tenant, List<Action> actions) {
        UUID[] ids = actions.stream().map(action -> action.id().value()).toArray(UUID[]::new);
        clearParts(tenant, owner -> owner.eq(any(ids)));
    }

    /** Clears the lists of the actions that fulfil a condition; cheaper than to let each action take its own along. */
    static void clearPartsOf(Tenant tenant, Condition actions) {
        clearParts(
                tenant,
                owner -> owner.in(DSL.select(ACTION.ID)
                        .from(ACTION)
                        .where(tenant.owns(ACTION.ORGANISATION_ID))
                        .and(actions)));
    }

    private static void clearParts(Tenant tenant, Function<Field<UUID>, Condition> owned) {
        clear(tenant, ACTION_MILESTONE.ORGANISATION_ID, owned.apply(ACTION_MILESTONE.ACTION_ID));
        clear(tenant, ACTION_STATUS_CHANGE.ORGANISATION_ID, owned.apply(ACTION_STATUS_CHANGE.ACTION_ID));
        clear(tenant, ACTION_LINK.ORGANISATION_ID, owned.apply(ACTION_LINK.ACTION_ID));
        clear(tenant, ACTION_UNIT.ORGANISATION_ID, owned.apply(ACTION_UNIT.ACTION_ID));
        clear(tenant, ACTION_PARTNER.ORGANISATION_ID, owned.apply(ACTION_PARTNER.ACTION_ID));
        clear(tenant, ACTION_AUDIENCE.ORGANISATION_ID, owned.apply(ACTION_AUDIENCE.ACTION_ID));
        clear(tenant, ACTION_TERRITORY.ORGANISATION_ID, owned.apply(ACTION_TERRITORY.ACTION_ID));
        clear(tenant, ACTION_STATEMENT.ORGANISATION_ID, owned.apply(ACTION_STATEMENT.ACTION_ID));
        clear(tenant, ACTION_DOCUMENT.ORGANISATION_ID, owned.apply(ACTION_DOCUMENT.ACTION_ID));
    }

    private static <R extends TableRecord<R>> void clear(
            Tenant tenant, TableField<R, UUID> organisation, Condition owned) {
        tenant.dsl()
                .deleteFrom(organisation.getTable())
                .where(tenant.owns(organisation))
                .and(owned)
                .execute();
    }

    @Override
    public void removeAll(PlanId plan, Collection<Code> codes) {
        Condition gone = ACTION.PLAN_ID.eq(plan.value()).and(Tenant.isOneOf(ACTION.CODE, codes));
        tenant.remove(nested -> {
            clearPartsOf(nested, gone);
            if (codes.size() >= MANY) {
                nested.forgetPlans();
            }
            int removed = nested.dsl()
                    .deleteFrom(ACTION)
                    .where(nested.owns(ACTION.ORGANISATION_ID))
                    .and(gone)
                    .execute();
            if (removed > 0) {
                tally(nested, plan, -removed);
            }
        });
    }
}
