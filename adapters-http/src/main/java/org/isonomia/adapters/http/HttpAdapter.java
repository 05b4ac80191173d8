package org.isonomia.adapters.http;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.isonomia.adapters.http.api.Api;
import org.isonomia.adapters.http.pages.Pages;
import org.isonomia.adapters.http.routing.Access;
import org.isonomia.adapters.http.routing.Guard;
import org.isonomia.adapters.http.routing.GuardedRoutes;
import org.isonomia.adapters.http.routing.ResponseCache;
import org.isonomia.application.access.Once;
import org.isonomia.application.identity.Callers;

/** The server: the JSON API, the pages, or both, and what operators ask. Runs from {@link #start} until {@link #close}. */
public final class HttpAdapter implements AutoCloseable {

    private final Javalin server;
    private final Settings settings;
    private final AtomicBoolean accepting;
    private final int port;

    private HttpAdapter(Javalin server, Settings settings, AtomicBoolean accepting) {
        this.server = server;
        this.port = server.port();
        this.settings = settings;
        this.accepting = accepting;
    }

    /**
     * How to listen, and how much to bear.
     *
     * @param host the address to listen on, such as {@code 127.0.0.1}
     * @param port the port to listen on; 0 for any that is free
     * @param maxBodyBytes how large a request's body may be, from 1024
     * @param requestsPerMinute how many requests one peer may make in a minute; 0 for as many as it likes
     * @param maxConnections how many connections may be open at once
     * @param trustedProxies the addresses of proxies whose {@code X-Forwarded-For} tells who is asking
     * @param idleTimeout after how much silence a connection is closed
     * @param stopTimeout how long requests may take to end when the server stops
     */
    public record Settings(
            String host,
            int port,
            long maxBodyBytes,
            int requestsPerMinute,
            int maxConnections,
            ImmutableSet<String> trustedProxies,
            Duration idleTimeout,
            Duration stopTimeout) {

        /** Loopback, any free port, 10 MiB, 1200 requests a minute, 30 seconds to be silent and to stop. */
        public static final Settings DEFAULT = new Settings(
                "127.0.0.1",
                0,
                10L * 1024 * 1024,
                1200,
                5000,
                ImmutableSet.of(),
                Duration.ofSeconds(30),
                Duration.ofSeconds(30));

        public Settings {
            requireNonNull(host, "host");
            checkArgument(port >= 0 && port <= 65_535, "port must be 0 to 65535: %s", port);
            checkArgument(maxBodyBytes >= 1024, "maxBodyBytes must be ≥ 1024: %s", maxBodyBytes);
            checkArgument(requestsPerMinute >= 0, "requestsPerMinute must be ≥ 0: %s", requestsPerMinute);
            checkArgument(maxConnections >= 1, "maxConnections must be ≥ 1: %s", maxConnections);
            requireNonNull(trustedProxies, "trustedProxies");
            checkArgument(idleTimeout.isPositive(), "idleTimeout must be positive: %s", idleTimeout);
            checkArgument(stopTimeout.isPositive(), "stopTimeout must be positive: %s", stopTimeout);
        }

        /** The same on another port. */
        public Settings onPort(int other) {
            return new Settings(
                    host,
                    other,
                    maxBodyBytes,
                    requestsPerMinute,
                    maxConnections,
                    trustedProxies,
                    idleTimeout,
                    stopTimeout);
        }

        /** The same with another limit of requests. */
        public Settings withRequestsPerMinute(int other) {
            return new Settings(
                    host, port, maxBodyBytes, other, maxConnections, trustedProxies, idleTimeout, stopTimeout);
        }
    }

    /**
     * What the server works with. It answers with the API, with pages, or with both; what it is not given does not exist.
     *
     * @param api the API
     * @param pages the pages
     * @param callers who knows whose token it is that a program sends
     * @param once what lets requests with a key happen once
     * @param revision a number that grows after every change to what is stored
     * @param checks what has to be well for the server to be ready, by name
     * @param clock what time it is
     */
    public record Collaborators(
            Optional<Api> api,
            Optional<Pages> pages,
            Callers callers,
            Once once,
            LongSupplier revision,
            ImmutableMap<String, BooleanSupplier> checks,
            InstantSource clock) {
        public Collaborators {
            requireNonNull(api, "api");
            requireNonNull(pages, "pages");
            requireNonNull(callers, "callers");
            requireNonNull(once, "once");
            requireNonNull(revision, "revision");
            requireNonNull(checks, "checks");
            requireNonNull(clock, "clock");
        }
    }

    /**
     * Starts the server; when this returns, it answers.
     *
     * @throws IllegalStateException if a route does not say who may call it
     * @throws IllegalArgumentException if nobody can listen there, because the port is taken
     */
    public static HttpAdapter start(Settings settings, Collaborators with) {
        AtomicBoolean accepting = new AtomicBoolean(true);
        Javalin server = Javalin.create(config -> configure(config, settings, with, accepting));
        GuardedRoutes.checkAll(server.unsafe.internalRouter.allHttpHandlers().stream()
                .map(parsed -> parsed.endpoint)
                .toList());
        try {
            return new HttpAdapter(server.start(), settings, accepting);
        } catch (JavalinBindException taken) {
            server.stop();
            throw new IllegalArgumentException(
                    "nobody can listen at " + settings.host() + ":" + settings.port()
                            + ": another program does, or it is not an address of this machine",
                    taken);
        }
    }

    private static void configure(
            JavalinConfig config, Settings settings, Collaborators with, AtomicBoolean accepting) {
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        BearerGuard bearer = new BearerGuard(with.callers());
        ErrorAnswers errors = new ErrorAnswers(with.pages().map(pages -> pages::error));
        ResponseCache cache = new ResponseCache(with.revision(), with.clock());
        RequestFrame frame = new RequestFrame(meters, new RateLimit(settings, with.clock()), settings.trustedProxies());
        new Listening(settings, new KeptAnswers(cache, frame)).apply(config);
        frame.apply(config.routes);
        errors.apply(config);
        GuardedRoutes routes = new GuardedRoutes(config.routes, bearer, cache, with.once());
        new OperatorRoutes(with.checks(), accepting, meters).register(routes);
        new StaticRoutes().register(routes);
        with.api().ifPresent(api -> api.register(routes));
        with.pages().ifPresent(pages -> {
            Guard guard = new PageGuard(bearer, pages);
            pages.register(new GuardedRoutes(config.routes, guard, cache, with.once()));
        });
    }

    /** Its routes, as {@code GET /health/live}. */
    ImmutableSet<String> routes() {
        return access().keySet();
    }

    /** Who may call which route. */
    ImmutableMap<String, Access> access() {
        return server.unsafe.internalRouter.allHttpHandlers().stream()
                .filter(parsed -> parsed.endpoint.method.isHttpMethod())
                .collect(ImmutableMap.toImmutableMap(
                        parsed -> parsed.endpoint.method.name() + " " + parsed.endpoint.path,
                        parsed -> GuardedRoutes.accessOf(parsed.endpoint)));
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    /** Where it answers on this machine. */
    public URI uri() {
        String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
        return URI.create("http://" + host + ":" + port());
    }

    /** Says from now on that it is not ready, so that no new requests are sent here; it goes on answering them. */
    public void drain() {
        accepting.set(false);
    }

    /** Stops: takes no new connections, and lets running requests end. */
    @Override
    public void close() {
        drain();
        server.stop();
    }
}
