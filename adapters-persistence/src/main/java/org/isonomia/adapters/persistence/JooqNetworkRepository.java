package org.isonomia.adapters.persistence;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.isonomia.adapters.persistence.generated.Tables.NETWORK_MEMBERSHIP;
import static org.isonomia.adapters.persistence.generated.Tables.PLAN_SHARE;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.isonomia.adapters.persistence.generated.tables.records.NetworkMembershipRecord;
import org.isonomia.adapters.persistence.generated.tables.records.PlanShareRecord;
import org.isonomia.application.spi.NetworkRepository;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.NetworkMembership;
import org.isonomia.domain.network.NetworkMembership.Side;
import org.isonomia.domain.network.OrganisationId;
import org.isonomia.domain.plan.PlanId;
import org.isonomia.domain.plan.PlanShare;
import org.isonomia.domain.plan.PlanShare.Field;
import org.isonomia.domain.plan.SharedPlan;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** One organisation's part in networks; what others share comes through views that show nothing else. */
final class JooqNetworkRepository implements NetworkRepository {

    private final Tenant tenant;

    JooqNetworkRepository(Tenant tenant) {
        this.tenant = tenant;
    }

    @Override
    public ImmutableList<NetworkMembership> memberships() {
        return memberships(DSL.noCondition());
    }

    @Override
    public Optional<NetworkMembership> membership(OrganisationId other) {
        return memberships(NETWORK_MEMBERSHIP.OTHER.eq(other.value())).stream().findFirst();
    }

    private ImmutableList<NetworkMembership> memberships(Condition condition) {
        return tenant
                .dsl()
                .selectFrom(NETWORK_MEMBERSHIP)
                .where(tenant.owns(NETWORK_MEMBERSHIP.ORGANISATION_ID))
                .and(condition)
                .orderBy(NETWORK_MEMBERSHIP.OTHER)
                .fetch()
                .stream()
                .map(this::membership)
                .collect(toImmutableList());
    }

    private NetworkMembership membership(NetworkMembershipRecord row) {
        OrganisationId own = new OrganisationId(row.getOrganisationId());
        OrganisationId other = new OrganisationId(row.getOther());
        boolean leads = Side.valueOf(row.getSide()) == Side.NETWORK;
        return new NetworkMembership(
                leads ? own : other,
                leads ? other : own,
                Side.valueOf(row.getProposedBy()),
                Optional.ofNullable(row.getSince()));
    }

    @Override
    public void put(OrganisationId other, NetworkMembership membership) {
        OrganisationId own = new OrganisationId(tenant.organisation());
        checkArgument(membership.counterpart(other).equals(own), "has no part in this: %s", own);
        NetworkMembershipRecord row = new NetworkMembershipRecord();
        row.setOrganisationId(own.value());
        row.setOther(other.value());
        row.setSide(membership.sideOf(own).name());
        row.setProposedBy(membership.proposedBy().name());
        row.setSince(Columns.orNull(membership.since()));
        tenant.change(nested -> nested.upsert(List.of(row), Optional.empty()));
    }

    @Override
    public void remove(OrganisationId other) {
        tenant.change(nested -> nested.dsl()
                .deleteFrom(NETWORK_MEMBERSHIP)
                .where(nested.owns(NETWORK_MEMBERSHIP.ORGANISATION_ID))
                .and(NETWORK_MEMBERSHIP.OTHER.eq(other.value()))
                .execute());
    }

    @Override
    public ImmutableList<StoredShare> shares() {
        return shares(DSL.noCondition());
    }

    @Override
    public Optional<StoredShare> share(PlanId plan, OrganisationId with) {
        return shares(isOf(plan, with)).stream().findFirst();
    }

    private static Condition isOf(PlanId plan, OrganisationId with) {
        return PLAN_SHARE.PLAN_ID.eq(plan.value()).and(PLAN_SHARE.RECEIVER.eq(with.value()));
    }

    private ImmutableList<StoredShare> shares(Condition condition) {
        return tenant
                .dsl()
                .selectFrom(PLAN_SHARE)
                .where(tenant.owns(PLAN_SHARE.ORGANISATION_ID))
                .and(condition)
                .orderBy(PLAN_SHARE.PLAN_ID, PLAN_SHARE.RECEIVER)
                .fetch()
                .stream()
                .map(row -> new StoredShare(
                        new PlanShare(
                                new PlanId(row.getPlanId()),
                                new OrganisationId(row.getReceiver()),
                                ReceivedPlans.fields(row.getFields())),
                        row.getVersion()))
                .collect(toImmutableList());
    }

    @Override
    public void put(PlanShare share) {
        PlanShareRecord row = new PlanShareRecord();
        row.setOrganisationId(tenant.organisation());
        row.setPlanId(share.plan().value());
        row.setReceiver(share.with().value());
        row.setFields(share.fields().stream().map(Field::name).toArray(String[]::new));
        row.setVersion(1);
        tenant.change(nested -> nested.upsert(List.of(row), Optional.of(PLAN_SHARE.VERSION)));
    }

    @Override
    public void unshare(PlanId plan, OrganisationId with) {
        tenant.change(nested -> nested.dsl()
                .deleteFrom(PLAN_SHARE)
                .where(nested.owns(PLAN_SHARE.ORGANISATION_ID))
                .and(isOf(plan, with))
                .execute());
    }

    @Override
    public ImmutableList<SharedPlan> received() {
        return new ReceivedPlans(tenant).fetch(DSL.noCondition());
    }

    @Override
    public Optional<SharedPlan> received(OrganisationId from, Code plan) {
        return new ReceivedPlans(tenant)
                .fetch(ReceivedPlans.isOf(from, plan)).stream().findFirst();
    }
}
