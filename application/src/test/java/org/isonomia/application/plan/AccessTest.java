package org.isonomia.application.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.isonomia.application.access.Caller;
import org.isonomia.application.document.Node;
import org.isonomia.application.plan.PlanEditing.ActionEdit;
import org.isonomia.application.reference.ReferenceData;
import org.isonomia.application.spi.ForbiddenException;
import org.isonomia.application.spi.JournalRepository.Query;
import org.isonomia.application.spi.JournalRepository.Recorded;
import org.isonomia.application.spi.testing.InMemoryStores;
import org.isonomia.application.spi.testing.Ports;
import org.isonomia.application.spi.testing.TestGateway;
import org.isonomia.domain.access.AccountId;
import org.isonomia.domain.access.Actor;
import org.isonomia.domain.access.Grant;
import org.isonomia.domain.access.Role;
import org.isonomia.domain.access.Scope;
import org.isonomia.domain.journal.Peaks;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.OrganisationId;
import org.isonomia.domain.plan.HealthRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may change what of a plan's actions, and what the journal keeps of it. */
class AccessTest {

    private static final PlanKey PLAN = new PlanKey(Code.parse("commune"), Code.parse("plan"));
    private static final Code ACTION = Code.parse("1.1");

    private final Ports ports = InMemoryStores.create().ports();
    private final PlanUseCases plans = PlanUseCases.of(
            TestGateway.of(ports, InstantSource.system()),
            UUID::randomUUID,
            new Today(InstantSource.system()),
            HealthRule.DEFAULT,
            ReferenceData.shipped());

    AccessTest() {
        plans.by(TestGateway.SYSTEM)
                .exchange()
                .importDocument(new PlanExchange.Command(PlanExchange.template(), false, Optional.empty()));
        plans.by(TestGateway.SYSTEM)
                .directory()
                .change(
                        PLAN.organisation(),
                        directory("UNITS"),
                        Code.parse("DRH"),
                        edit("name", "DRH", "kind", "direction"));
        change(TestGateway.SYSTEM, "units", Node.sequence(ImmutableList.of(Node.text("DRH"))));
    }

    private static org.isonomia.domain.network.DirectoryEntry.Directory directory(String name) {
        return org.isonomia.domain.network.DirectoryEntry.Directory.valueOf(name);
    }

    private static Edit edit(String key, String value, String other, String kind) {
        return new Edit(
                OptionalInt.empty(),
                Node.mapping(ImmutableMap.of(key, Node.text(value), other, Node.text(kind))),
                Optional.empty());
    }

    private OrganisationId organisation() {
        return ports.organisations().find(PLAN.organisation()).orElseThrow().id();
    }

    private Caller somebody(Role role, Scope scope) {
        Grant grant = Grant.of(role, organisation(), scope);
        return new Caller(Actor.of(new AccountId(new UUID(0, 5)), "Camille", ImmutableList.of(grant)), "request-7");
    }

    private Caller somebody(String role, String scope) {
        return somebody(
                Role.valueOf(role),
                scope.isEmpty() ? Scope.EVERYTHING : Scope.units(ImmutableSet.of(Code.parse(scope))));
    }

    private void change(Caller caller, String key, Node value) {
        ActionEdit edit = new ActionEdit(ACTION, OptionalInt.empty(), Node.mapping(ImmutableMap.of(key, value)));
        plans.by(caller).editing().changeActions(PLAN, ImmutableList.of(edit), Optional.empty());
    }

    private void declare(Caller caller) {
        Node started = Node.mapping(ImmutableMap.of(
                "status", Node.text("in-progress"), "date", Node.text("2026-01-05"), "author", Node.text("Camille")));
        change(caller, "statuses", Node.sequence(ImmutableList.of(started)));
    }

    private ImmutableList<Recorded> journal() {
        return ports.unitOfWork()
                .read(
                        organisation(),
                        stores -> stores.journal().page(Query.latest(100)).entries());
    }

    @ParameterizedTest
    @CsvSource({"PLAN_LEAD, ''", "COMMUNE_REFERENT, ''", "ASSISTANT, ''", "DIRECTION_REFERENT, DRH", "API_CLIENT, ''"})
    void whoFollowsAnActionUpDeclaresItsStatus(String role, String scope) {
        declare(somebody(role, scope));

        assertThat(plans.by(Caller.PUBLIC)
                        .reading()
                        .action(PLAN, ACTION)
                        .action()
                        .statuses())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"ELECTED_OFFICIAL, ''", "DIRECTION_REFERENT, AUTRE"})
    void nobodyElseDoes(String role, String scope) {
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> declare(somebody(role, scope)));
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> declare(Caller.PUBLIC));
        assertThat(plans.by(Caller.PUBLIC)
                        .reading()
                        .action(PLAN, ACTION)
                        .action()
                        .statuses())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ASSISTANT, ''", "DIRECTION_REFERENT, DRH"})
    void whoFollowsUpDoesNotChangeWhatWasPlanned(String role, String scope) {
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> change(somebody(role, scope), "title", Node.text("Autre chose")))
                .withMessageContaining("title");
        change(somebody("PLAN_LEAD", ""), "title", Node.text("Autre chose"));
    }

    @Test
    void aReferentDoesNotHandAnActionOver() {
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() ->
                        change(somebody("DIRECTION_REFERENT", "DRH"), "units", Node.sequence(ImmutableList.of())));
    }

    @Test
    void theLeadOfAnotherOrganisationIsNobodyHere() {
        Caller stranger = new Caller(
                Actor.of(
                        new AccountId(new UUID(0, 6)),
                        "Ailleurs",
                        ImmutableList.of(
                                Grant.of(Role.PLAN_LEAD, new OrganisationId(new UUID(9, 9)), Scope.EVERYTHING))),
                "request-8");
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> declare(stranger));
    }

    @Test
    void everyChangeIsInTheJournalWithWhoAndFromWhatToWhat() {
        int before = journal().size();
        declare(somebody("PLAN_LEAD", ""));

        ImmutableList<Recorded> journal = journal();
        Recorded last = journal.getFirst();
        assertThat(journal).hasSize(before + 1);
        assertThat(last.entry().useCase()).isEqualTo("change-actions");
        assertThat(last.entry().subject().path()).isEqualTo("action/plan/1.1");
        assertThat(last.payload().orElseThrow().text())
                .isEqualTo("{\"account\":\"00000000-0000-0000-0000-000000000005\",\"actor\":\"Camille\",\"after\":"
                        + "{\"statuses\":[{\"author\":\"Camille\",\"date\":\"2026-01-05\",\"status\":\"in-progress\"}]},"
                        + "\"requestId\":\"request-7\"}");
        assertThat(Peaks.NONE
                        .plus(journal.reverse().stream()
                                .map(recorded -> recorded.entry().digest())
                                .toList())
                        .root())
                .isEqualTo(ports.unitOfWork()
                        .read(organisation(), stores -> stores.journal().peaks())
                        .root());
    }

    @Test
    void whatIsRefusedLeavesNoTrace() {
        int before = journal().size();
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> change(somebody("ASSISTANT", ""), "title", Node.text("Autre chose")));

        assertThat(journal()).hasSize(before);
    }
}
