package org.isonomia.adapters.http.pages;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.isonomia.application.access.Once;
import org.isonomia.application.history.Journals;
import org.isonomia.application.identity.IdentityUseCases;
import org.isonomia.application.plan.PlanUseCases;
import org.isonomia.application.plan.Today;
import org.isonomia.application.reference.ReferenceData;
import org.isonomia.application.spi.testing.InMemoryStores;
import org.isonomia.application.spi.testing.TestGateway;
import org.isonomia.application.spi.testing.TestPeople;
import org.isonomia.application.spi.testing.TestSigner;
import org.isonomia.domain.network.Organisation;
import org.isonomia.domain.plan.HealthRule;

/** The sample plan in an installation in memory. */
final class SampleInstallation {

    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-24T13:05:00Z"));

    private SampleInstallation() {}

    /** Somebody who leads in the sample's organisation. */
    static IdentityUseCases identity() {
        return identity(CLOCK);
    }

    /** The same by another clock. */
    static IdentityUseCases identity(InstantSource clock) {
        InMemoryStores memory = InMemoryStores.create();
        memory.ports().organisations().put(SamplePlan.organisation());
        return TestPeople.inMemory(memory.ports().organisations(), clock);
    }

    /** What lets requests to these stores happen once. */
    static Once once(InMemoryStores memory) {
        return new Once(memory.ports().organisations(), memory, CLOCK, Once.KEPT);
    }

    /** The journals of these stores. */
    static Journals journals(InMemoryStores memory) {
        return Journals.of(TestGateway.of(memory.ports(), CLOCK), new TestSigner(1), CLOCK);
    }

    static PlanUseCases useCases() {
        return useCases(InMemoryStores.create());
    }

    static PlanUseCases useCases(InMemoryStores memory) {
        Organisation organisation = SamplePlan.organisation();
        memory.ports().organisations().put(organisation);
        memory.write(organisation.id(), stores -> {
            stores.directory().putAll(SamplePlan.directory());
            stores.plans().add(SamplePlan.plan());
            stores.actions().addAll(SamplePlan.actions());
            return organisation;
        });
        return PlanUseCases.of(
                TestGateway.of(memory.ports(), CLOCK),
                () -> new UUID(7, 7),
                new Today(CLOCK),
                HealthRule.DEFAULT,
                ReferenceData.shipped());
    }
}
