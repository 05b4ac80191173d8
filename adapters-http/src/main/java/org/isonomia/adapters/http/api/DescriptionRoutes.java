package org.isonomia.adapters.http.api;

import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableMap;
import com.google.common.io.ByteStreams;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.isonomia.adapters.http.routing.Access;
import org.isonomia.adapters.http.routing.GuardedRoutes;
import org.isonomia.adapters.http.routing.ProblemException;
import org.isonomia.adapters.http.routing.ProblemType;
import org.isonomia.adapters.http.routing.Query;

/** The API's own description, a page to read it, and the schemas of plan files. */
final class DescriptionRoutes {

    private static final String VIEWER = "/META-INF/resources/webjars/swagger-ui/5.34.1/";
    private static final String OWN = "/org/isonomia/adapters/http/api/";

    /** The viewer sets styles on elements, and draws with images of its own. */
    private static final String POLICY = "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
            + "font-src 'self'; script-src 'self'; connect-src 'self'; form-action 'none'; frame-ancestors 'none'; "
            + "base-uri 'none'";

    private record File(String resource, String type) {}

    private static final ImmutableMap<String, File> FILES = ImmutableMap.<String, File>builder()
            .put(Api.ROOT + "/openapi.yaml", new File(OWN + "openapi.yaml", "application/yaml"))
            .put(Api.ROOT + "/openapi.json", new File(OWN + "openapi.json", "application/json"))
            .put(Api.ROOT + "/schemas/plan-1.schema.json", schema("plan-1"))
            .put(Api.ROOT + "/schemas/follow-up-1.schema.json", schema("follow-up-1"))
            .put("/api/docs", new File(OWN + "docs.html", "text/html; charset=utf-8"))
            .put("/api/docs/start.js", new File(OWN + "docs.js", "text/javascript; charset=utf-8"))
            .put("/api/docs/swagger-ui.css", new File(VIEWER + "swagger-ui.css", "text/css; charset=utf-8"))
            .put(
                    "/api/docs/swagger-ui-bundle.js",
                    new File(VIEWER + "swagger-ui-bundle.js", "text/javascript; charset=utf-8"))
            .buildOrThrow();

    private static File schema(String name) {
        return new File("/org/isonomia/schemas/" + name + ".schema.json", "application/schema+json");
    }

    void register(GuardedRoutes routes) {
        for (Map.Entry<String, File> entry : FILES.entrySet()) {
            checkState(
                    DescriptionRoutes.class.getResource(entry.getValue().resource()) != null,
                    "not in the program: %s",
                    entry.getValue());
            routes.get(entry.getKey(), Access.PUBLIC, ctx -> send(ctx, entry.getValue()));
        }
        routes.get("/problems/{type}", Access.PUBLIC, DescriptionRoutes::problem);
    }

    private static void send(Context ctx, File file) throws IOException {
        Query.of(ctx);
        try (InputStream content = DescriptionRoutes.class.getResourceAsStream(file.resource())) {
            if (content == null) {
                throw new IOException("gone from the program: " + file);
            }
            ctx.header("Content-Security-Policy", POLICY).contentType(file.type());
            ctx.result(ByteStreams.toByteArray(content));
        }
    }

    private static void problem(Context ctx) {
        Query.of(ctx);
        ProblemType type = ProblemType.find(ctx.pathParam("type"))
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "no problem is called that"));
        ctx.contentType("text/plain; charset=utf-8")
                .result(type.title() + "\n\nStatus " + type.status() + ", type " + type.uri()
                        + ". docs/problems.md tells what to do about it.\n");
    }
}
