package org.isonomia.application.spi.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.time.LocalDate;
import java.util.Optional;
import org.isonomia.application.spi.NetworkRepository;
import org.isonomia.application.spi.NetworkRepository.StoredShare;
import org.isonomia.application.spi.UnitOfWork;
import org.isonomia.domain.access.Sight;
import org.isonomia.domain.network.NetworkMembership;
import org.isonomia.domain.network.NetworkMembership.Side;
import org.isonomia.domain.network.Organisation;
import org.isonomia.domain.network.OrganisationId;
import org.isonomia.domain.plan.PlanShare;
import org.isonomia.domain.plan.PlanShare.Field;
import org.isonomia.domain.plan.SharedPlan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link NetworkRepository} must do, with the unit of work of two organisations. */
public abstract class NetworkContract extends StoreContract {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final ImmutableSet<Field> ALL = ImmutableSet.copyOf(Field.values());

    private Organisation network;

    /** {@link #organisation} is the member. */
    @BeforeEach
    final void foundANetwork() {
        network = foundOrganisation();
    }

    private NetworkMembership proposed() {
        return NetworkMembership.proposed(network.id(), organisation.id(), Side.NETWORK);
    }

    private NetworkMembership accepted() {
        return proposed().accept(Side.MEMBER, DAY);
    }

    private void link(NetworkMembership membership) {
        ports().unitOfWork().writeBoth(network.id(), organisation.id(), both -> {
            both.in(network.id(), stores -> put(stores.network(), organisation, membership));
            return both.in(organisation.id(), stores -> put(stores.network(), network, membership));
        });
    }

    private static boolean put(NetworkRepository stores, Organisation other, NetworkMembership membership) {
        stores.put(other.id(), membership);
        return true;
    }

    private void share(ImmutableSet<Field> fields) {
        write(stores -> stores.network().put(new PlanShare(Samples.PLAN, network.id(), fields)));
    }

    private ImmutableList<SharedPlan> received(OrganisationId organisation) {
        return ports().unitOfWork()
                .read(organisation, stores -> stores.network().received());
    }

    private SharedPlan expected(ImmutableSet<Field> fields) {
        return read(stores -> SharedPlan.of(
                organisation.id(),
                stores.plans().find(Samples.plan().code()).orElseThrow(),
                stores.actions().list(Samples.PLAN, Sight.EVERYTHING),
                fields));
    }

    @Test
    void keepsAMembershipOnBothSides() {
        link(proposed());
        link(accepted());

        assertThat(list(stores -> stores.network().memberships())).containsExactly(accepted());
        assertThat(optional(stores -> stores.network().membership(network.id())))
                .contains(accepted());
        NetworkMembership there = ports().unitOfWork()
                .read(
                        network.id(),
                        stores -> stores.network().membership(organisation.id()).orElseThrow());
        assertThat(there).isEqualTo(accepted());
    }

    @Test
    void forgetsAMembershipThatIsRemoved() {
        link(accepted());
        write(stores -> stores.network().remove(network.id()));
        write(stores -> stores.network().remove(network.id()));

        assertThat(list(stores -> stores.network().memberships())).isEmpty();
    }

    @Test
    void refusesAMembershipWithoutThePartOfTheOrganisation() {
        Organisation third = foundOrganisation();
        NetworkMembership theirs = NetworkMembership.proposed(network.id(), third.id(), Side.NETWORK);

        assertThatThrownBy(() -> write(stores -> stores.network().put(network.id(), theirs)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void undoesBothSidesWhenTheWorkFails() {
        ArithmeticException thrown = new ArithmeticException("on purpose");
        UnitOfWork unitOfWork = ports().unitOfWork();

        assertThatThrownBy(() -> unitOfWork.writeBoth(network.id(), organisation.id(), both -> {
                    both.in(network.id(), stores -> put(stores.network(), organisation, proposed()));
                    both.in(organisation.id(), stores -> put(stores.network(), network, proposed()));
                    throw thrown;
                }))
                .isSameAs(thrown);
        assertThat(list(stores -> stores.network().memberships())).isEmpty();
        organisation = network;
        assertThat(list(stores -> stores.network().memberships())).isEmpty();
    }

    @Test
    void letsNobodyElseIntoAChangeOfTwo() {
        Organisation third = foundOrganisation();
        UnitOfWork unitOfWork = ports().unitOfWork();

        assertThatThrownBy(() -> unitOfWork.writeBoth(
                        network.id(), organisation.id(), both -> both.in(third.id(), stores -> true)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> unitOfWork.writeBoth(network.id(), network.id(), both -> true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void seesOneSideAtATimeInAChangeOfTwo() {
        storeSamples();
        int plans = ports().unitOfWork()
                .writeBoth(
                        organisation.id(),
                        network.id(),
                        both -> both.in(
                                        organisation.id(),
                                        stores -> stores.plans().list().size())
                                - both.in(
                                        network.id(),
                                        stores -> stores.plans().list().size()));

        assertThat(plans).isEqualTo(1);
    }

    @Test
    void showsExactlyTheSharedFields() {
        storeSamples();
        link(accepted());
        for (ImmutableSet<Field> fields : ImmutableSet.copyOf(Sets.powerSet(ALL)).stream()
                .map(ImmutableSet::copyOf)
                .filter(some -> PlanShare.violations(some).isEmpty())
                .toList()) {
            share(fields);

            assertThat(received(network.id())).as("%s", fields).containsExactly(expected(fields));
        }
    }

    @Test
    void showsNothingToOthersThanTheReceiver() {
        storeSamples();
        link(accepted());
        share(ALL);
        Organisation third = foundOrganisation();

        assertThat(received(third.id())).isEmpty();
        assertThat(received(organisation.id())).isEmpty();
        assertThat(ports().unitOfWork()
                        .read(network.id(), stores -> stores.plans().list())
                        .isEmpty())
                .isTrue();
        assertThat(ports().unitOfWork()
                        .read(network.id(), stores -> stores.network().shares())
                        .isEmpty())
                .isTrue();
    }

    @Test
    void showsNothingWithoutAMembershipThatBothWant() {
        storeSamples();
        share(ALL);
        assertThat(received(network.id())).isEmpty();
        link(proposed());
        assertThat(received(network.id())).isEmpty();
        link(accepted());
        assertThat(received(network.id())).hasSize(1);
    }

    @Test
    void showsChangesAtOnceAndNothingOnceTheShareHasEnded() {
        storeSamples();
        link(accepted());
        share(ALL);
        write(stores -> stores.actions().addAll(ImmutableList.of(Samples.bareAction(50, "50"))));
        assertThat(received(network.id())).containsExactly(expected(ALL));

        write(stores -> stores.network().unshare(Samples.PLAN, network.id()));
        write(stores -> stores.network().unshare(Samples.PLAN, network.id()));
        assertThat(received(network.id())).isEmpty();
    }

    @Test
    void endsAShareWithItsPlan() {
        storeSamples();
        share(ALL);
        write(stores -> stores.plans().remove(Samples.PLAN));

        assertThat(received(network.id())).isEmpty();
    }

    @Test
    void countsTheVersionsOfAShare() {
        storeSamples();
        share(ALL);
        share(ImmutableSet.of(Field.PERIOD));
        StoredShare stored =
                new StoredShare(new PlanShare(Samples.PLAN, network.id(), ImmutableSet.of(Field.PERIOD)), 2);

        assertThat(list(stores -> stores.network().shares())).containsExactly(stored);
        assertThat(optional(stores -> stores.network().share(Samples.PLAN, network.id())))
                .contains(stored);
        assertThat(optional(stores -> stores.network().share(Samples.PLAN, organisation.id())))
                .isEmpty();
    }

    @Test
    void findsOnePlanThatIsShared() {
        storeSamples();
        link(accepted());
        share(ALL);
        Optional<SharedPlan> found = ports().unitOfWork()
                .read(
                        network.id(),
                        stores -> stores.network()
                                .received(organisation.id(), Samples.plan().code()));
        Optional<SharedPlan> none = ports().unitOfWork()
                .read(network.id(), stores -> stores.network().received(organisation.id(), Samples.code("none")));

        assertThat(found).contains(expected(ALL));
        assertThat(none).isEmpty();
    }
}
