package org.isonomia.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isonomia.application.spi.testing.TestGateway.by;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.isonomia.adapters.http.api.Api;
import org.isonomia.adapters.http.pages.Imprint;
import org.isonomia.adapters.http.pages.Pages;
import org.isonomia.adapters.http.pages.TilePlaces;
import org.isonomia.application.access.Gateway;
import org.isonomia.application.access.Once;
import org.isonomia.application.history.Journals;
import org.isonomia.application.identity.AccountManagement.Held;
import org.isonomia.application.identity.AccountManagement.Invite;
import org.isonomia.application.identity.IdentityUseCases;
import org.isonomia.application.network.NetworkUseCases;
import org.isonomia.application.plan.PlanUseCases;
import org.isonomia.application.plan.Today;
import org.isonomia.application.reference.ReferenceData;
import org.isonomia.application.spi.TableFormat;
import org.isonomia.application.spi.testing.InMemoryAttempts;
import org.isonomia.application.spi.testing.InMemoryIdentity;
import org.isonomia.application.spi.testing.InMemoryStores;
import org.isonomia.application.spi.testing.Ports;
import org.isonomia.application.spi.testing.Samples;
import org.isonomia.application.spi.testing.TestGateway;
import org.isonomia.application.spi.testing.TestPeople;
import org.isonomia.application.spi.testing.TestSigner;
import org.isonomia.domain.access.Actor;
import org.isonomia.domain.access.Role;
import org.isonomia.domain.access.Scope;
import org.isonomia.domain.identity.Login;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.Organisation;
import org.isonomia.domain.plan.HealthRule;

/** The real server on loopback over stores in memory, which hold the sample plan {@code plan} of {@code amp}. */
final class TestServer implements AutoCloseable {

    static final String TOKEN = TestPeople.TOKEN;
    static final String PLAN = "/api/v1/organisations/amp/plans/PMCD";

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    final AtomicLong revision = new AtomicLong();
    /** Whether the revision grows with every question, so that nothing is ever kept. */
    final AtomicBoolean counting = new AtomicBoolean(true);

    /** What is done when the server looks whether anything was written since it last answered. */
    final AtomicReference<Runnable> onRevision = new AtomicReference<>(() -> {});

    /** What is done when the server is asked whether it is ready. */
    final AtomicReference<Runnable> onCheck = new AtomicReference<>(() -> {});

    final AtomicBoolean well = new AtomicBoolean(true);
    final Ports ports = InMemoryStores.create().ports();
    final InMemoryIdentity people = new InMemoryIdentity();
    final HttpAdapter server;
    final IdentityUseCases identity;
    final HttpClient client = HttpClient.newHttpClient();

    private TestServer(HttpAdapter.Settings settings, ImmutableSet<Part> parts) {
        fill();
        InstantSource clock = () -> Instant.parse(Samples.TODAY + "T10:00:00Z");
        identity = TestPeople.with(people, new InMemoryAttempts(), ports.organisations(), clock);
        Gateway gateway = TestGateway.of(ports.organisations(), ports.unitOfWork(), clock);
        PlanUseCases useCases = PlanUseCases.of(
                gateway, UUID::randomUUID, new Today(clock), HealthRule.DEFAULT, ReferenceData.shipped());
        ImmutableList<TableFormat> tables = ImmutableList.of(
                new JsonFile.Column("csv", "text/csv", "csv"),
                new JsonFile.Column("csv-excel-fr", "text/csv", "csv"),
                new JsonFile.Column("xlsx", XLSX, "xlsx"));
        Journals journals = Journals.of(gateway, new TestSigner(1), clock);
        Api api = new Api(
                useCases,
                journals,
                identity.accounts(),
                NetworkUseCases.of(gateway, clock),
                ImmutableList.of(
                        new JsonFile("yaml", "application/yaml"),
                        new JsonFile("json", "application/json"),
                        new JsonFile("xlsx", XLSX)),
                tables);
        Pages pages = new Pages(
                useCases,
                journals,
                identity,
                new Pages.Settings(
                        ReferenceData.shipped(), HealthRule.DEFAULT, tables, Imprint.EMPTY, TilePlaces.NONE, clock));
        server = HttpAdapter.start(
                settings,
                new HttpAdapter.Collaborators(
                        Optional.of(api).filter(unused -> parts.contains(Part.API)),
                        Optional.of(pages).filter(unused -> parts.contains(Part.PAGES)),
                        identity.callers(),
                        new Once(ports.organisations(), ports.unitOfWork(), clock, Once.KEPT),
                        this::nextRevision,
                        ImmutableMap.of("test", () -> {
                            onCheck.get().run();
                            return well.get();
                        }),
                        clock));
    }

    private long nextRevision() {
        onRevision.get().run();
        return counting.get() ? revision.incrementAndGet() : revision.get();
    }

    /** What a server may offer. */
    enum Part {
        API,
        PAGES
    }

    TestServer(HttpAdapter.Settings settings) {
        this(settings, ImmutableSet.of(Part.API, Part.PAGES));
    }

    /** A server that offers nothing else. */
    static TestServer only(Part part) {
        return new TestServer(HttpAdapter.Settings.DEFAULT.withRequestsPerMinute(0), ImmutableSet.of(part));
    }

    static TestServer start() {
        return new TestServer(HttpAdapter.Settings.DEFAULT.withRequestsPerMinute(0));
    }

    private void fill() {
        Organisation organisation = Samples.organisation(new UUID(0, 7), "amp");
        ports.organisations().put(organisation);
        ports.unitOfWork().write(organisation.id(), stores -> {
            stores.directory().putAll(Samples.directory());
            stores.plans().add(Samples.plan());
            Samples.actions().forEach(action -> stores.actions().addAll(ImmutableList.of(action)));
            return true;
        });
    }

    /** Has whoever the token is of lead in another organisation, too. */
    void lead(String organisation) {
        Login login = Login.parse(TestPeople.LOGIN);
        Invite invite = new Invite(
                Code.parse(organisation),
                login,
                "administration",
                ImmutableList.of(new Held(Role.PLAN_LEAD, Scope.EVERYTHING)));
        assertThat(identity.accounts().invite(by(Actor.system("test")), invite).link())
                .isEmpty();
    }

    URI at(String path) {
        return URI.create(server.uri() + path);
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(at(path));
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = to(path);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** As it is sent, compressed or not. */
    HttpResponse<byte[]> bytes(String path, String... headers) throws IOException, InterruptedException {
        return client.send(to(path).headers(headers).build(), BodyHandlers.ofByteArray());
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpRequest.Builder change(String method, String path, String json) {
        return to(path).method(method, BodyPublishers.ofString(json))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", method.equals("PATCH") ? "application/merge-patch+json" : "application/json");
    }

    /** What the server answers to exactly these lines, up to when it closes the connection. */
    String raw(String... lines) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
