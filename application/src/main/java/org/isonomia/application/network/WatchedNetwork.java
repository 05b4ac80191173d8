package org.isonomia.application.network;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Predicate;
import org.isonomia.application.document.Fields;
import org.isonomia.application.document.MappingWriter;
import org.isonomia.application.document.Node;
import org.isonomia.application.journal.Recorder;
import org.isonomia.application.spi.NetworkRepository;
import org.isonomia.application.spi.Stores;
import org.isonomia.domain.journal.Subject;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.NetworkMembership;
import org.isonomia.domain.network.Organisation;
import org.isonomia.domain.network.OrganisationId;
import org.isonomia.domain.plan.PlanId;
import org.isonomia.domain.plan.PlanShare;
import org.isonomia.domain.plan.SharedPlan;

/** Notes every change of memberships and shares, named by the codes of the organisations and plans. */
record WatchedNetwork(Stores stores, Recorder recorder) implements NetworkRepository {

    private NetworkRepository stored() {
        return stores.network();
    }

    @Override
    public ImmutableList<NetworkMembership> memberships() {
        return stored().memberships();
    }

    @Override
    public Optional<NetworkMembership> membership(OrganisationId other) {
        return stored().membership(other);
    }

    @Override
    public void put(OrganisationId other, NetworkMembership membership) {
        Optional<NetworkMembership> before = membership(other);
        stored().put(other, membership);
        recorder.changed(
                Subject.of("membership", organisation(other).code()),
                before.map(this::write),
                Optional.of(write(membership)));
    }

    @Override
    public void remove(OrganisationId other) {
        Optional<NetworkMembership> before = membership(other);
        stored().remove(other);
        before.ifPresent(membership -> recorder.changed(
                Subject.of("membership", organisation(other).code()),
                Optional.of(write(membership)),
                Optional.empty()));
    }

    private Node.Mapping write(NetworkMembership membership) {
        return new MappingWriter()
                .text("network", organisation(membership.network()).code().value())
                .text("member", organisation(membership.member()).code().value())
                .word("proposedBy", membership.proposedBy())
                .text("since", membership.since())
                .build();
    }

    @Override
    public ImmutableList<StoredShare> shares() {
        return stored().shares();
    }

    @Override
    public Optional<StoredShare> share(PlanId plan, OrganisationId with) {
        return stored().share(plan, with);
    }

    @Override
    public void put(PlanShare share) {
        Optional<PlanShare> before = share(share.plan(), share.with()).map(StoredShare::share);
        stored().put(share);
        recorder.changed(subject(share), before.map(WatchedNetwork::write), Optional.of(write(share)));
    }

    @Override
    public void unshare(PlanId plan, OrganisationId with) {
        Optional<PlanShare> before = share(plan, with).map(StoredShare::share);
        stored().unshare(plan, with);
        before.ifPresent(share -> recorder.changed(subject(share), Optional.of(write(share)), Optional.empty()));
    }

    private Subject subject(PlanShare share) {
        Code plan = find(stores.plans().list(), one -> one.id().equals(share.plan()))
                .code();
        return Subject.of("share", plan, organisation(share.with()).code());
    }

    private static Node.Mapping write(PlanShare share) {
        return new MappingWriter()
                .list(
                        "fields",
                        share.fields().stream()
                                .map(field -> Node.text(Fields.wordOf(field)))
                                .toList())
                .build();
    }

    @Override
    public ImmutableList<SharedPlan> received() {
        return stored().received();
    }

    @Override
    public Optional<SharedPlan> received(OrganisationId from, Code plan) {
        return stored().received(from, plan);
    }

    private Organisation organisation(OrganisationId id) {
        return find(stores.organisations().list(), one -> one.id().equals(id));
    }

    private static <T> T find(ImmutableList<T> all, Predicate<T> wanted) {
        return requireNonNull(all.stream().filter(wanted).findFirst().orElse(null), "something that is stored");
    }
}
