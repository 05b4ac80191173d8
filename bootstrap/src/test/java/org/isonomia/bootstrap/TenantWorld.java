package org.isonomia.bootstrap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.hash.HashCode;
import com.google.common.io.Resources;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.isonomia.adapters.files.FileFormats;
import org.isonomia.adapters.http.HttpAdapter;
import org.isonomia.adapters.http.api.Api;
import org.isonomia.adapters.persistence.PersistenceAdapter;
import org.isonomia.application.access.Gateway;
import org.isonomia.application.access.Once;
import org.isonomia.application.document.Node;
import org.isonomia.application.history.Journals;
import org.isonomia.application.identity.IdentityUseCases;
import org.isonomia.application.journal.JournalWriter;
import org.isonomia.application.network.NetworkUseCases;
import org.isonomia.application.plan.PlanExchange;
import org.isonomia.application.plan.PlanUseCases;
import org.isonomia.application.plan.Today;
import org.isonomia.application.reference.ReferenceData;
import org.isonomia.application.spi.testing.Samples;
import org.isonomia.application.spi.testing.TestGateway;
import org.isonomia.application.spi.testing.TestPeople;
import org.isonomia.application.spi.testing.TestSigner;
import org.isonomia.domain.access.Grant;
import org.isonomia.domain.access.Permission;
import org.isonomia.domain.access.Role;
import org.isonomia.domain.access.Scope;
import org.isonomia.domain.network.Organisation;
import org.isonomia.domain.network.OrganisationId;
import org.isonomia.domain.plan.HealthRule;
import org.isonomia.postgres.testing.TestDatabase;
import org.isonomia.postgres.testing.TestServer;

/**
 * An installation with a real database, whose API answers over HTTP, and with the tenants {@code alpha} and {@code beta}.
 * Requests are those of a plan lead of alpha, who is nobody in beta.
 */
final class TenantWorld implements AutoCloseable {

    static final String ALPHA = "alpha";
    static final String BETA = "beta";

    private static final String LEAD = "lead";

    private static final InstantSource CLOCK = () -> Instant.parse("2026-11-24T10:00:00Z");

    private final HttpClient client = HttpClient.newHttpClient();
    private final TestDatabase database;
    private final PersistenceAdapter persistence;
    private final Revision revision;
    private final HttpAdapter http;
    final PlanUseCases plans;
    final NetworkUseCases networks;
    final Journals journals;

    TenantWorld() {
        database = TestServer.shared()
                .freshDatabase(
                        "tenants", owner -> PersistenceAdapter.migrate(owner.url(), owner.user(), owner.password()));
        persistence = PersistenceAdapter.open(PersistenceAdapter.Settings.of(
                database.app().url(), database.app().user(), database.app().password()));
        revision = new Revision();
        // One salt for all, because a counted one would tell what others wrote.
        Gateway gateway = new Gateway(
                persistence.organisations(),
                revision.counting(persistence.unitOfWork()),
                new JournalWriter(CLOCK, () -> HashCode.fromBytes(new byte[16])),
                PlanUseCases.watch());
        plans = PlanUseCases.of(
                gateway, UUID::randomUUID, new Today(CLOCK), HealthRule.DEFAULT, ReferenceData.shipped());
        networks = NetworkUseCases.of(gateway, CLOCK);
        journals = Journals.of(gateway, new TestSigner(1), CLOCK);
        persistence.organisations().put(organisation(1, ALPHA));
        IdentityUseCases identity = TestPeople.with(
                persistence.identity(), persistence.signInAttempts(), persistence.organisations(), CLOCK);
        // Not the one that the other tests ask as, who runs the installation and so lets people in everywhere.
        OrganisationId alpha = organisation(1, ALPHA).id();
        TestPeople.enrol(
                persistence.identity(),
                100,
                LEAD,
                UnaryOperator.identity(),
                ImmutableSet.copyOf(Permission.values()),
                CLOCK.instant(),
                ImmutableList.of(Grant.of(Role.PLAN_LEAD, alpha, Scope.EVERYTHING)));
        persistence.organisations().put(organisation(2, BETA));
        http = HttpAdapter.start(
                HttpAdapter.Settings.DEFAULT.withRequestsPerMinute(0),
                new HttpAdapter.Collaborators(
                        Optional.of(new Api(
                                plans,
                                journals,
                                identity.accounts(),
                                networks,
                                ImmutableList.of(FileFormats.yaml(), FileFormats.json(), FileFormats.xlsx()),
                                FileFormats.tables())),
                        Optional.empty(),
                        identity.callers(),
                        new Once(
                                persistence.organisations(),
                                revision.counting(persistence.unitOfWork()),
                                CLOCK,
                                Once.KEPT),
                        revision,
                        ImmutableMap.of(),
                        CLOCK));
    }

    private static Organisation organisation(long id, String code) {
        return Samples.organisation(new UUID(0, id), code);
    }

    /** Imports the demonstration's plan and follow-up as a tenant's, each of whose texts is changed. */
    void importAs(String organisation, String find, String replace) throws IOException {
        for (String file : ImmutableList.of("plan.yaml", "follow-up.yaml")) {
            String text = Resources.toString(Resources.getResource("demo/" + file), StandardCharsets.UTF_8)
                    .replace("code: amp\n", "code: " + organisation + "\n")
                    .replace("organisation: amp\n", "organisation: " + organisation + "\n")
                    .replace(find, replace);
            Node document = FileFormats.yaml()
                    .read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                    .orThrow();
            plans.by(TestGateway.SYSTEM)
                    .exchange()
                    .importDocument(new PlanExchange.Command(document, false, Optional.empty()));
        }
    }

    /** Sends a request as who leads in alpha; empty headers are not sent. */
    HttpResponse<String> send(String method, String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(http.uri() + path))
                .header("Authorization", "Bearer " + TestPeople.token(LEAD))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            if (!headers[i + 1].isEmpty()) {
                request.header(headers[i], headers[i + 1]);
            }
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        http.close();
        revision.close();
        persistence.close();
        database.close();
    }
}
