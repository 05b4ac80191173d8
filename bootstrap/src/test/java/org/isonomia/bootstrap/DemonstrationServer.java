package org.isonomia.bootstrap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.isonomia.adapters.files.FileFormats;
import org.isonomia.adapters.http.HttpAdapter;
import org.isonomia.adapters.http.api.Api;
import org.isonomia.adapters.http.pages.Imprint;
import org.isonomia.adapters.http.pages.Pages;
import org.isonomia.adapters.persistence.PersistenceAdapter;
import org.isonomia.application.access.Gateway;
import org.isonomia.application.access.Once;
import org.isonomia.application.history.Journals;
import org.isonomia.application.identity.IdentityUseCases;
import org.isonomia.application.network.NetworkUseCases;
import org.isonomia.application.plan.PlanExchange;
import org.isonomia.application.plan.PlanUseCases;
import org.isonomia.application.plan.Today;
import org.isonomia.application.reference.ReferenceData;
import org.isonomia.application.spi.testing.TestGateway;
import org.isonomia.application.spi.testing.TestPeople;
import org.isonomia.application.spi.testing.TestSigner;
import org.isonomia.domain.plan.HealthRule;
import org.isonomia.postgres.testing.TestDatabase;
import org.isonomia.postgres.testing.TestServer;

/** The demonstration on a database of its own, on 24 November 2026, for tests over HTTP. */
public final class DemonstrationServer implements AutoCloseable {

    /** A token that permits everything. */
    public static final String TOKEN = TestPeople.TOKEN;

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-24T09:00:00Z"));

    private final TestDatabase database;
    private final PersistenceAdapter persistence;
    private final HttpAdapter http;
    private final Revision revision;

    private DemonstrationServer(
            TestDatabase database, PersistenceAdapter persistence, HttpAdapter http, Revision revision) {
        this.database = database;
        this.persistence = persistence;
        this.http = http;
        this.revision = revision;
    }

    /** Starts it; it answers when this returns. */
    public static DemonstrationServer start() throws Exception {
        TestDatabase database = TestServer.shared()
                .freshDatabase(
                        "scenario", owner -> PersistenceAdapter.migrate(owner.url(), owner.user(), owner.password()));
        PersistenceAdapter persistence = PersistenceAdapter.open(PersistenceAdapter.Settings.of(
                database.app().url(), database.app().user(), database.app().password()));
        Revision revision = new Revision();
        Gateway gateway =
                TestGateway.of(persistence.organisations(), revision.counting(persistence.unitOfWork()), CLOCK);
        PlanUseCases plans = PlanUseCases.of(
                gateway, UUID::randomUUID, new Today(CLOCK), HealthRule.DEFAULT, ReferenceData.shipped());
        Journals journals = Journals.of(gateway, new TestSigner(1), CLOCK);
        for (String file : ImmutableList.of("plan.yaml", "follow-up.yaml")) {
            try (InputStream in = DemonstrationServer.class.getResourceAsStream("/demo/" + file)) {
                plans.by(TestGateway.SYSTEM)
                        .exchange()
                        .importDocument(new PlanExchange.Command(
                                FileFormats.yaml().read(in).orThrow(), false, Optional.empty()));
            }
        }
        IdentityUseCases identity = TestPeople.with(
                persistence.identity(), persistence.signInAttempts(), persistence.organisations(), CLOCK);
        HttpAdapter http = HttpAdapter.start(
                HttpAdapter.Settings.DEFAULT.withRequestsPerMinute(0),
                new HttpAdapter.Collaborators(
                        Optional.of(new Api(
                                plans,
                                journals,
                                identity.accounts(),
                                NetworkUseCases.of(gateway, CLOCK),
                                ImmutableList.of(FileFormats.yaml(), FileFormats.json(), FileFormats.xlsx()),
                                FileFormats.tables())),
                        Optional.of(new Pages(
                                plans,
                                journals,
                                identity,
                                new Pages.Settings(
                                        ReferenceData.shipped(),
                                        HealthRule.DEFAULT,
                                        FileFormats.tables(),
                                        Imprint.EMPTY,
                                        Demonstration.map(),
                                        CLOCK))),
                        identity.callers(),
                        new Once(
                                persistence.organisations(),
                                revision.counting(persistence.unitOfWork()),
                                CLOCK,
                                Once.KEPT),
                        revision,
                        ImmutableMap.of("database", () -> true),
                        CLOCK));
        return new DemonstrationServer(database, persistence, http, revision);
    }

    /** Where it answers. */
    public URI uri() {
        return http.uri();
    }

    @Override
    public void close() {
        http.close();
        revision.close();
        persistence.close();
        database.close();
    }
}
