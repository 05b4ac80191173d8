package org.isonomia.adapters.http;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.isonomia.adapters.http.routing.Bodies;
import org.isonomia.adapters.http.routing.Peer;
import org.isonomia.adapters.http.routing.ProblemException;
import org.isonomia.adapters.http.routing.ProblemType;
import org.isonomia.adapters.http.routing.SameOrigin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** What is done around every request, whether a route answers it or not. */
final class RequestFrame {

    private static final Logger LOG = LoggerFactory.getLogger(RequestFrame.class);
    private static final ImmutableSet<HandlerType> READING = ImmutableSet.of(HandlerType.GET, HandlerType.HEAD);
    static final String FORWARDED = "X-Forwarded-For";
    static final String OVERRIDE = "X-HTTP-Method-Override";

    private static final String BEGUN = "isonomia.begun";

    private final MeterRegistry meters;
    private final RateLimit limit;
    private final ImmutableSet<String> proxies;
    private final ConcurrentMap<Key, Timer> timers = new ConcurrentHashMap<>();

    private record Key(String method, String route, int status) {}

    RequestFrame(MeterRegistry meters, RateLimit limit, ImmutableSet<String> proxies) {
        this.meters = meters;
        this.limit = limit;
        this.proxies = proxies;
    }

    void apply(RoutesConfig routes) {
        routes.before(this::begin);
        routes.after(this::end);
    }

    private void begin(Context ctx) {
        ctx.attribute(BEGUN, System.nanoTime());
        String id = RequestId.next();
        MDC.put(RequestId.KEY, id);
        ctx.header(RequestId.HEADER, id);
        SecurityHeaders.ALL.forEach(ctx::header);
        if (ctx.req().getHeader(OVERRIDE) != null) {
            throw new ProblemException(
                    ProblemType.METHOD_OVERRIDE, "send the method itself, without X-HTTP-Method-Override");
        }
        Peer peer = peer(ctx);
        peer.remember(ctx);
        if (!ctx.path().startsWith("/health/")) {
            limit.take(peer.address());
        }
        if (!READING.contains(ctx.method()) && !ctx.path().startsWith("/api/")) {
            checkForm(ctx);
        }
    }

    /** What a browser sends to a page comes from one of ours; the API looks at no cookie and does not care. */
    private static void checkForm(Context ctx) {
        if (SameOrigin.denied(ctx)) {
            throw new ProblemException(ProblemType.FORBIDDEN, "the form was not sent from a page of ours");
        }
        Bodies.checkForm(ctx);
    }

    private String peer(String address, @Nullable String forwarded) {
        return forwarded == null || !proxies.contains(address)
                ? address
                : Iterables.getLast(Splitter.on(',').trimResults().split(forwarded));
    }

    private Peer peer(Context ctx) {
        String address = ctx.req().getRemoteAddr();
        String proto = proxies.contains(address) ? ctx.req().getHeader("X-Forwarded-Proto") : null;
        return new Peer(
                peer(address, ctx.req().getHeader(FORWARDED)), (proto == null ? ctx.scheme() : proto).equals("https"));
    }

    /** Whether a request that no route will see is within its peer's limit; it counts. */
    boolean admits(String address, @Nullable String forwarded) {
        return limit.admits(peer(address, forwarded));
    }

    /** Counts a request that no route has seen. */
    void answered(String route, int status, long nanos) {
        count(new Key("GET", route, status), nanos);
    }

    private void count(Key key, long nanos) {
        timers.computeIfAbsent(key, this::timer).record(nanos, TimeUnit.NANOSECONDS);
    }

    private void end(Context ctx) {
        if ("text/html".equals(ctx.res().getContentType())) {
            ctx.contentType("text/html; charset=utf-8");
        }
        long begun = Optional.<Long>ofNullable(ctx.attribute(BEGUN)).orElse(System.nanoTime());
        long nanos = System.nanoTime() - begun;
        String method = ctx.req().getMethod();
        Optional<Endpoint> matched = Optional.ofNullable(ctx.endpoints().matchedHttpEndpoint());
        String route = matched.map(endpoint -> endpoint.path).orElse("none");
        count(new Key(matched.isPresent() ? method : "other", route, ctx.statusCode()), nanos);
        boolean reading = method.equals("GET") || method.equals("HEAD");
        if (!reading || ctx.statusCode() == 401 || ctx.statusCode() == 429) {
            LOG.atInfo()
                    .addKeyValue("method", method)
                    .addKeyValue("route", route)
                    .addKeyValue("status", ctx.statusCode())
                    .addKeyValue("micros", nanos / 1000)
                    .addKeyValue("peer", Peer.of(ctx).address())
                    .log("request");
        }
        MDC.remove(RequestId.KEY);
    }

    private Timer timer(Key key) {
        return Timer.builder("http.server.requests")
                .description("Requests answered, by route")
                .tags("method", key.method(), "route", key.route(), "status", Integer.toString(key.status()))
                .register(meters);
    }
}
