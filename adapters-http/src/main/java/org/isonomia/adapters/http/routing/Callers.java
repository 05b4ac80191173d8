package org.isonomia.adapters.http.routing;

import com.google.common.base.Strings;
import io.javalin.http.Context;
import java.util.Optional;
import org.isonomia.application.access.Caller;
import org.isonomia.domain.access.Actor;

/** Who calls, as routes tell use cases. */
public final class Callers {

    private static final String ACTOR = "isonomia.actor";
    private static final String REQUEST_ID = "X-Request-Id";

    private Callers() {}

    static void remember(Context ctx, Optional<Actor> actor) {
        actor.ifPresent(known -> ctx.attribute(ACTOR, known));
    }

    /** Who sent the request. */
    public static Caller of(Context ctx) {
        Actor actor = Optional.<Actor>ofNullable(ctx.attribute(ACTOR)).orElse(Actor.PUBLIC);
        String id = Strings.nullToEmpty(ctx.res().getHeader(REQUEST_ID));
        return new Caller(actor, id.isEmpty() ? "-" : id);
    }
}
