package org.isonomia.bootstrap;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.isonomia.adapters.persistence.PersistenceAdapter;
import org.isonomia.application.plan.PlanExchange;
import org.isonomia.application.plan.PlanUseCases;
import org.isonomia.application.plan.Today;
import org.isonomia.application.reference.ReferenceData;
import org.isonomia.application.spi.testing.TestGateway;
import org.isonomia.domain.plan.HealthRule;
import org.isonomia.postgres.LocalPostgres;
import org.isonomia.postgres.Login;
import org.isonomia.postgres.PostgresSettings;

/** Starts a server on a folder, says so, and imports a large plan; killed meanwhile by the test that started it. */
final class ImportingProgram {

    static final int ACTIONS = 4_000;

    private ImportingProgram() {}

    public static void main(String[] arguments) {
        LocalPostgres postgres = LocalPostgres.start(PostgresSettings.in(Path.of(arguments[0])));
        PlanExchange exchange = exchange(postgres);
        PlanExchange.Command command =
                new PlanExchange.Command(GeneratedPlan.document(ACTIONS, arguments[1]), false, Optional.empty());
        System.out.println("importing");
        exchange.importDocument(command);
        System.out.println("imported");
    }

    static PlanExchange exchange(LocalPostgres postgres) {
        Login owner = postgres.await().owner();
        PersistenceAdapter.migrate(owner.url(), owner.user(), owner.password());
        Login app = postgres.await().app();
        return useCases(PersistenceAdapter.open(PersistenceAdapter.Settings.of(app.url(), app.user(), app.password())))
                .exchange();
    }

    static PlanUseCases.Desk useCases(PersistenceAdapter persistence) {
        return PlanUseCases.of(
                        TestGateway.of(
                                persistence.organisations(),
                                persistence.unitOfWork(),
                                java.time.InstantSource.system()),
                        UUID::randomUUID,
                        new Today(java.time.InstantSource.system()),
                        HealthRule.DEFAULT,
                        ReferenceData.shipped())
                .by(TestGateway.SYSTEM);
    }
}
