package org.isonomia.adapters.http;

import com.google.common.collect.ImmutableMap;
import com.google.common.io.ByteStreams;
import com.google.common.io.Files;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import org.isonomia.adapters.http.routing.Access;
import org.isonomia.adapters.http.routing.GuardedRoutes;
import org.isonomia.adapters.http.routing.ProblemException;
import org.isonomia.adapters.http.routing.ProblemType;

/** Style, fonts and images, from the program itself. */
final class StaticRoutes {

    private static final String ROOT = "/web/static/";
    private static final ImmutableMap<String, String> TYPES = ImmutableMap.<String, String>builder()
            .put("css", "text/css; charset=utf-8")
            .put("js", "text/javascript; charset=utf-8")
            .put("svg", "image/svg+xml")
            .put("png", "image/png")
            .put("ico", "image/x-icon")
            .put("woff2", "font/woff2")
            .put("txt", "text/plain; charset=utf-8")
            .buildOrThrow();

    void register(GuardedRoutes routes) {
        routes.get("/static/<file>", Access.PUBLIC, ctx -> send(ctx, ROOT, ctx.pathParam("file")));
    }

    /** Answers with a file of the program; what is not one, or of no kind we serve, does not exist. */
    static void send(Context ctx, String root, String file) throws IOException {
        String type = TYPES.get(Files.getFileExtension(file));
        if (type == null || !file.matches("[a-z0-9-]+(/[a-z0-9-]+)*(\\.[a-z0-9-]+)*")) {
            throw absent(file);
        }
        try (InputStream content = StaticRoutes.class.getResourceAsStream(root + file)) {
            if (content == null) {
                throw absent(file);
            }
            ctx.header("Cache-Control", "public, max-age=3600").contentType(type);
            ctx.result(ByteStreams.toByteArray(content));
        }
    }

    private static ProblemException absent(String file) {
        return new ProblemException(ProblemType.NOT_FOUND, "no such file: " + file);
    }
}
