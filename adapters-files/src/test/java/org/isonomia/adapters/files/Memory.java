package org.isonomia.adapters.files;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.isonomia.application.document.Node;
import org.isonomia.application.plan.AmendmentNote;
import org.isonomia.application.plan.PlanExchange;
import org.isonomia.application.plan.PlanUseCases;
import org.isonomia.application.plan.Today;
import org.isonomia.application.reference.ReferenceData;
import org.isonomia.application.spi.testing.InMemoryStores;
import org.isonomia.application.spi.testing.Ports;
import org.isonomia.application.spi.testing.TestGateway;
import org.isonomia.domain.plan.HealthRule;

/** An installation in memory, on 24 November 2026. */
final class Memory {

    static final Today TODAY = new Today(InstantSource.fixed(Instant.parse("2026-11-24T09:00:00Z")));

    private final PlanUseCases.Desk plans;

    Memory() {
        Ports ports = InMemoryStores.create().ports();
        plans = PlanUseCases.of(
                        TestGateway.of(ports.organisations(), ports.unitOfWork(), TODAY.clock()),
                        UUID::randomUUID,
                        TODAY,
                        HealthRule.DEFAULT,
                        ReferenceData.shipped())
                .by(TestGateway.SYSTEM);
    }

    PlanUseCases.Desk plans() {
        return plans;
    }

    PlanExchange.Outcome bring(String yaml) {
        return bring(Documents.read(FileFormats.yaml(), yaml).orThrow(), Optional.empty());
    }

    PlanExchange.Outcome bring(Node document, Optional<AmendmentNote> amendment) {
        return plans.exchange().importDocument(new PlanExchange.Command(document, false, amendment));
    }
}
