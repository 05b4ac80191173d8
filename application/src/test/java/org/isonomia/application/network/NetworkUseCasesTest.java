package org.isonomia.application.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.isonomia.application.access.Caller;
import org.isonomia.application.network.Networking.Link;
import org.isonomia.application.network.PlanSharing.Received;
import org.isonomia.application.spi.DuplicateCodeException;
import org.isonomia.application.spi.ForbiddenException;
import org.isonomia.application.spi.JournalRepository;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.application.spi.StaleAggregateException;
import org.isonomia.application.spi.testing.InMemoryStores;
import org.isonomia.application.spi.testing.Ports;
import org.isonomia.application.spi.testing.Samples;
import org.isonomia.application.spi.testing.TestGateway;
import org.isonomia.domain.access.AccountId;
import org.isonomia.domain.access.Actor;
import org.isonomia.domain.access.Grant;
import org.isonomia.domain.access.Role;
import org.isonomia.domain.access.Scope;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.RuleViolationException;
import org.isonomia.domain.network.NetworkMembership.Side;
import org.isonomia.domain.network.Organisation;
import org.isonomia.domain.plan.PlanShare.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who links organisations and shares plans, what the other side sees, and what both journals keep. */
class NetworkUseCasesTest {

    private static final Code METROPOLIS = Code.parse("metropolis");
    private static final Code COMMUNE = Code.parse("commune");
    private static final Code PLAN = Samples.plan().code();
    private static final ImmutableSet<Field> FIELDS = ImmutableSet.of(Field.ACTIONS, Field.ACTION_STATUS);

    private final Ports ports = InMemoryStores.create().ports();
    private final Organisation metropolis = Samples.organisation(new UUID(0, 1), METROPOLIS.value());
    private final Organisation commune = Samples.organisation(new UUID(0, 2), COMMUNE.value());
    private final NetworkUseCases networks = NetworkUseCases.of(
            TestGateway.of(ports, () -> Instant.parse("2026-03-02T23:30:00Z")),
            () -> Instant.parse("2026-03-02T23:30:00Z"));
    private final NetworkUseCases.Desk lead = by(Role.PLAN_LEAD, metropolis, "Dominique");
    private final NetworkUseCases.Desk referent = by(Role.COMMUNE_REFERENT, commune, "Camille");

    NetworkUseCasesTest() {
        networks.by(TestGateway.SYSTEM).networking().found(metropolis);
        networks.by(TestGateway.SYSTEM).networking().found(commune);
        ports.unitOfWork().write(commune.id(), stores -> {
            stores.directory().putAll(Samples.directory());
            stores.plans().add(Samples.plan());
            stores.actions().addAll(Samples.actions());
            return true;
        });
    }

    private NetworkUseCases.Desk by(Role role, Organisation organisation, String name) {
        Scope scope = role.scopes().contains(Scope.Kind.EVERYTHING)
                ? Scope.EVERYTHING
                : Scope.units(ImmutableSet.of(Code.parse("DRH")));
        Actor actor = Actor.of(
                new AccountId(new UUID(9, organisation.id().value().getLeastSignificantBits())),
                name,
                ImmutableList.of(Grant.of(role, organisation.id(), scope)));
        return networks.by(new Caller(actor, "request-7"));
    }

    private void link() {
        lead.networking().join(METROPOLIS, COMMUNE, Side.NETWORK);
        referent.networking().join(COMMUNE, METROPOLIS, Side.MEMBER);
    }

    private List<String> journal(Organisation organisation) {
        return ports.unitOfWork()
                .read(
                        organisation.id(),
                        stores -> stores.journal().page(JournalRepository.Query.latest(100)).entries().stream()
                                .map(entry -> entry.entry().useCase() + " "
                                        + entry.entry().subject() + " "
                                        + entry.payload().orElseThrow().text())
                                .toList());
    }

    @Test
    void linksWhatOneSideProposesAndTheOtherAccepts() {
        Link proposed = lead.networking().join(METROPOLIS, COMMUNE, Side.NETWORK);
        assertThat(proposed.waitsForOther()).isTrue();
        assertThat(referent.networking().all(COMMUNE))
                .singleElement()
                .satisfies(link -> assertThat(link.waitsForOther()).isFalse());
        assertThat(referent.networking().accepted(COMMUNE)).isEmpty();
        assertThat(lead.networking().join(METROPOLIS, COMMUNE, Side.NETWORK)).isEqualTo(proposed);

        referent.networking().join(COMMUNE, METROPOLIS, Side.MEMBER);

        assertThat(networks.by(Caller.PUBLIC).networking().accepted(METROPOLIS))
                .extracting(
                        Link::other,
                        Link::otherIs,
                        link -> link.since().orElseThrow().toString())
                .containsExactly(org.assertj.core.groups.Tuple.tuple(commune, Side.MEMBER, "2026-03-03"));
    }

    @Test
    void tellsBothJournalsAndNamesThePersonInTheirOwnOnly() {
        link();

        assertThat(journal(metropolis).getFirst())
                .startsWith("join-network membership/commune ")
                .contains(commune.name())
                .doesNotContain("Camille", "\"account\"");
        assertThat(journal(commune).getFirst())
                .startsWith("join-network membership/metropolis ")
                .contains("Camille", "\"account\"");
        assertThat(journal(metropolis)).hasSize(3);
        assertThat(journal(commune)).hasSize(3);
    }

    @Test
    void refusesAnOrganisationLinkedWithItselfOrTheOtherWayRound() {
        link();

        assertThatThrownBy(() -> lead.networking().join(METROPOLIS, METROPOLIS, Side.NETWORK))
                .isInstanceOf(RuleViolationException.class);
        assertThatThrownBy(() -> lead.networking().join(METROPOLIS, COMMUNE, Side.MEMBER))
                .isInstanceOf(RuleViolationException.class);
        assertThatThrownBy(() -> lead.networking().join(METROPOLIS, Code.parse("none"), Side.NETWORK))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void sharesTheChosenFieldsUntilTheShareEnds() {
        link();
        referent.sharing().share(COMMUNE, PLAN, METROPOLIS, OptionalInt.of(0), FIELDS);
        Received received = lead.sharing().received(METROPOLIS, COMMUNE, PLAN);

        assertThat(received.plan()).isEqualTo(referent.sharing().preview(COMMUNE, PLAN, FIELDS));
        assertThat(received.plan().axes()).isEmpty();
        assertThatThrownBy(() -> referent.sharing().end(COMMUNE, PLAN, METROPOLIS, OptionalInt.of(7)))
                .isInstanceOf(StaleAggregateException.class);
        referent.sharing().end(COMMUNE, PLAN, METROPOLIS, OptionalInt.of(1));
        assertThat(lead.sharing().received(METROPOLIS)).isEmpty();
        assertThatThrownBy(() -> lead.sharing().received(METROPOLIS, COMMUNE, PLAN))
                .isInstanceOf(NotFoundException.class);
        assertThat(journal(commune).getFirst()).startsWith("end-share share/" + PLAN + "/metropolis ");
    }

    @Test
    void endsSharesWithTheMembershipWhoeverEndsIt() {
        link();
        referent.sharing().share(COMMUNE, PLAN, METROPOLIS, OptionalInt.empty(), FIELDS);
        lead.networking().leave(METROPOLIS, COMMUNE);
        assertThat(lead.sharing().received(METROPOLIS)).isEmpty();
        assertThat(journal(commune).getFirst()).startsWith("leave-network ");

        link();
        assertThat(lead.sharing().received(METROPOLIS)).isEmpty();
        assertThat(referent.sharing().shares(COMMUNE, PLAN).shares()).isEmpty();
    }

    @Test
    void sharesWithItsNetworkOnly() {
        assertThatThrownBy(() -> referent.sharing().share(COMMUNE, PLAN, METROPOLIS, OptionalInt.empty(), FIELDS))
                .isInstanceOf(RuleViolationException.class);
        lead.networking().join(METROPOLIS, COMMUNE, Side.MEMBER);
        referent.networking().join(COMMUNE, METROPOLIS, Side.NETWORK);
        assertThatThrownBy(() -> referent.sharing().share(COMMUNE, PLAN, METROPOLIS, OptionalInt.empty(), FIELDS))
                .isInstanceOf(RuleViolationException.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ASSISTANT", "DIRECTION_REFERENT", "JURY_MEMBER", "ELECTED_OFFICIAL", "API_CLIENT"})
    void refusesWhoMayNotShare(Role role) {
        if (!role.scopes().contains(Scope.Kind.EVERYTHING) && !role.scopes().contains(Scope.Kind.UNITS)) {
            return;
        }
        link();
        NetworkUseCases.Desk somebody = by(role, commune, "Alex");

        assertThatThrownBy(() -> somebody.networking().leave(COMMUNE, METROPOLIS))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> somebody.networking().join(COMMUNE, METROPOLIS, Side.MEMBER))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> somebody.sharing().share(COMMUNE, PLAN, METROPOLIS, OptionalInt.empty(), FIELDS))
                .isInstanceOf(ForbiddenException.class);
    }

    @Test
    void letsNobodyActForTheOtherSide() {
        link();
        referent.sharing().share(COMMUNE, PLAN, METROPOLIS, OptionalInt.empty(), FIELDS);

        assertThatThrownBy(() -> lead.sharing().shares(COMMUNE, PLAN)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> lead.sharing().share(COMMUNE, PLAN, METROPOLIS, OptionalInt.empty(), FIELDS))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> lead.networking().all(COMMUNE)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> referent.sharing().received(METROPOLIS)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> networks.by(Caller.PUBLIC).sharing().received(METROPOLIS))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> lead.networking().found(metropolis)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> networks.by(TestGateway.SYSTEM)
                        .networking()
                        .found(Samples.organisation(new UUID(0, 3), COMMUNE.value())))
                .isInstanceOf(DuplicateCodeException.class);
    }
}
