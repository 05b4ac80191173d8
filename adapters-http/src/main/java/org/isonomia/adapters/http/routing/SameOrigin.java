package org.isonomia.adapters.http.routing;

import io.javalin.http.Context;
import java.util.Optional;

/** From where a browser says that a request was sent. Programs that are not browsers do not say. */
public final class SameOrigin {

    private SameOrigin() {}

    /** Whether it says that a page of another site sent it. */
    public static boolean denied(Context ctx) {
        return says(ctx).filter(same -> !same).isPresent();
    }

    /** Whether it says that a page of ours sent it. */
    public static boolean affirmed(Context ctx) {
        return says(ctx).orElse(false);
    }

    private static Optional<Boolean> says(Context ctx) {
        return Optional.ofNullable(ctx.header("Sec-Fetch-Site"))
                .map(site -> site.equals("same-origin"))
                .or(() -> Optional.ofNullable(ctx.header("Origin")).map(origin -> origin.endsWith("://" + ctx.host())));
    }
}
