package org.isonomia.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.isonomia.application.access.Gateway;
import org.isonomia.application.network.NetworkUseCases;
import org.isonomia.application.plan.PlanUseCases;
import org.isonomia.application.plan.Today;
import org.isonomia.application.reference.ReferenceData;
import org.isonomia.application.spi.testing.InMemoryStores;
import org.isonomia.application.spi.testing.Ports;
import org.isonomia.application.spi.testing.TestGateway;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.plan.HealthRule;
import org.junit.jupiter.api.Test;

/** The demonstration's communes: each an organisation with an illustrative plan, of which it shares what its line says. */
class DemonstrationNetworkTest {

    private static final Code METROPOLIS = Code.parse("amp");

    @Test
    void laysCommunesThatShareSomeOfTheirIllustrativePlans() {
        InstantSource clock = () -> Instant.parse("2026-11-24T09:00:00Z");
        Ports ports = InMemoryStores.create().ports();
        Gateway gateway = TestGateway.of(ports, clock);
        PlanUseCases plans = PlanUseCases.of(
                gateway, UUID::randomUUID, new Today(clock), HealthRule.DEFAULT, ReferenceData.shipped());
        NetworkUseCases networks = NetworkUseCases.of(gateway, clock);

        new Demonstration(plans, networks).lay();

        var desk = networks.by(TestGateway.SYSTEM);
        assertThat(desk.networking().all(METROPOLIS))
                .extracting(link -> link.other().code() + " " + link.since().isPresent())
                .containsExactly("la-ciotat true", "miramas false", "vitrolles true");
        assertThat(desk.sharing().received(METROPOLIS))
                .extracting(received -> received.from().code() + "/"
                        + received.plan().heading().code() + " "
                        + received.plan().actions().size())
                .containsExactly("la-ciotat/plcd 3", "vitrolles/plcd 2");
        assertThat(desk.sharing().received(METROPOLIS))
                .allMatch(received -> received.plan().heading().illustration());
    }
}
