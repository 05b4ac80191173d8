package org.isonomia.adapters.http;

import com.google.common.collect.ImmutableMap;
import io.javalin.http.Context;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.isonomia.adapters.http.routing.Access;
import org.isonomia.adapters.http.routing.GuardedRoutes;
import org.isonomia.adapters.http.routing.ProblemException;
import org.isonomia.adapters.http.routing.ProblemType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What machines that run the server ask it. Tells the public yes or no; which check failed is in the log. */
record OperatorRoutes(
        ImmutableMap<String, BooleanSupplier> checks, AtomicBoolean accepting, PrometheusMeterRegistry meters) {

    private static final Logger LOG = LoggerFactory.getLogger(OperatorRoutes.class);

    void register(GuardedRoutes routes) {
        routes.getLive("/health/live", Access.PUBLIC, ctx -> plain(ctx).result("alive\n"));
        routes.getLive("/health/ready", Access.PUBLIC, this::ready);
        routes.getLive(
                "/metrics",
                Access.PUBLIC,
                ctx -> plain(ctx)
                        .contentType("text/plain; version=0.0.4; charset=utf-8")
                        .result(meters.scrape()));
    }

    private void ready(Context ctx) {
        if (!accepting.get() || !isWell()) {
            throw new ProblemException(ProblemType.UNAVAILABLE, "not ready");
        }
        plain(ctx).result("ready\n");
    }

    private boolean isWell() {
        boolean well = true;
        for (Map.Entry<String, BooleanSupplier> check : checks.entrySet()) {
            if (!check.getValue().getAsBoolean()) {
                LOG.warn("not ready: {}", check.getKey());
                well = false;
            }
        }
        return well;
    }

    private static Context plain(Context ctx) {
        return ctx.header("Cache-Control", "no-store").contentType("text/plain; charset=utf-8");
    }
}
