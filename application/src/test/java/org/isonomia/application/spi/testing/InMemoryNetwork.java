package org.isonomia.application.spi.testing;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.isonomia.application.spi.NetworkRepository;
import org.isonomia.application.spi.testing.InMemoryState.ShareKey;
import org.isonomia.application.spi.testing.InMemoryStores.Fault;
import org.isonomia.domain.access.Visibility;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.NetworkMembership;
import org.isonomia.domain.network.OrganisationId;
import org.isonomia.domain.plan.Plan;
import org.isonomia.domain.plan.PlanId;
import org.isonomia.domain.plan.PlanShare;
import org.isonomia.domain.plan.SharedPlan;

/** One organisation's part in networks, in memory; what others share is read where they keep it. */
record InMemoryNetwork(
        OrganisationId own,
        InMemoryState state,
        Function<OrganisationId, InMemoryState> others,
        Runnable guard,
        Set<Fault> faults)
        implements NetworkRepository {

    @Override
    public ImmutableList<NetworkMembership> memberships() {
        return state.memberships().entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
                .map(java.util.Map.Entry::getValue)
                .collect(toImmutableList());
    }

    @Override
    public Optional<NetworkMembership> membership(OrganisationId other) {
        return Optional.ofNullable(state.memberships().get(other));
    }

    @Override
    public void put(OrganisationId other, NetworkMembership membership) {
        guard.run();
        checkArgument(membership.counterpart(other).equals(own), "has no part in this: %s", own);
        state.memberships().put(other, membership);
    }

    @Override
    public void remove(OrganisationId other) {
        guard.run();
        state.memberships().remove(other);
    }

    @Override
    public ImmutableList<StoredShare> shares() {
        return state.shares().values().stream()
                .sorted(Comparator.comparing(
                                (StoredShare stored) -> stored.share().plan().toString())
                        .thenComparing(stored -> stored.share().with().toString()))
                .collect(toImmutableList());
    }

    @Override
    public Optional<StoredShare> share(PlanId plan, OrganisationId with) {
        return Optional.ofNullable(state.shares().get(new ShareKey(plan, with)));
    }

    @Override
    public void put(PlanShare share) {
        guard.run();
        state.shares()
                .compute(
                        new ShareKey(share.plan(), share.with()),
                        (key, before) -> new StoredShare(share, before == null ? 1 : before.version() + 1));
    }

    @Override
    public void unshare(PlanId plan, OrganisationId with) {
        guard.run();
        state.shares().remove(new ShareKey(plan, with));
    }

    @Override
    public ImmutableList<SharedPlan> received() {
        return memberships().stream()
                .filter(membership -> membership.network().equals(own))
                .filter(NetworkMembership::isAccepted)
                .map(NetworkMembership::member)
                .flatMap(member -> others.apply(member).shares().values().stream()
                        .filter(stored -> stored.share().with().equals(own))
                        .flatMap(stored -> seen(member, stored.share()).stream())
                        .sorted(Comparator.comparing(plan -> plan.heading().code())))
                .collect(toImmutableList());
    }

    private Optional<SharedPlan> seen(OrganisationId member, PlanShare share) {
        InMemoryState theirs = others.apply(member);
        Optional<Plan> plan = Optional.ofNullable(theirs.plans().get(share.plan()))
                .filter(found -> found.content().profile().visibility() != Visibility.LEADS);
        ImmutableSet<PlanShare.Field> fields = faults.contains(Fault.SHARES_ALL_FIELDS)
                ? ImmutableSet.copyOf(PlanShare.Field.values())
                : share.fields();
        return plan.map(found ->
                SharedPlan.of(member, found, theirs.actionsOf(found.id()).toList(), fields));
    }

    @Override
    public Optional<SharedPlan> received(OrganisationId from, Code plan) {
        return received().stream()
                .filter(seen ->
                        seen.from().equals(from) && seen.heading().code().equals(plan))
                .findFirst();
    }
}
