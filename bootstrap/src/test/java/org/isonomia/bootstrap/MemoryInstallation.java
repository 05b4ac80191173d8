package org.isonomia.bootstrap;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.isonomia.application.document.Node;
import org.isonomia.application.plan.PlanExchange;
import org.isonomia.application.plan.PlanUseCases;
import org.isonomia.application.plan.Today;
import org.isonomia.application.reference.ReferenceData;
import org.isonomia.application.spi.testing.InMemoryStores;
import org.isonomia.application.spi.testing.Ports;
import org.isonomia.application.spi.testing.TestGateway;
import org.isonomia.domain.plan.HealthRule;

/** The use cases on memory, to compare a real installation with. */
final class MemoryInstallation {

    private MemoryInstallation() {}

    static PlanUseCases.Desk useCases() {
        Ports ports = InMemoryStores.create().ports();
        return PlanUseCases.of(
                        TestGateway.of(ports.organisations(), ports.unitOfWork(), InstantSource.system()),
                        UUID::randomUUID,
                        new Today(InstantSource.system()),
                        HealthRule.DEFAULT,
                        ReferenceData.shipped())
                .by(TestGateway.SYSTEM);
    }

    /** What an empty installation exports once it has imported the document. */
    static String exported(Node document) {
        PlanExchange exchange = useCases().exchange();
        PlanExchange.Outcome outcome =
                exchange.importDocument(new PlanExchange.Command(document, false, Optional.empty()));
        return GeneratedPlan.text(exchange.export(outcome.plan()));
    }
}
