package org.isonomia.adapters.http.routing;

import static com.google.common.base.Preconditions.checkState;
import static java.util.Objects.requireNonNull;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.javalin.security.Roles;
import java.util.Optional;
import java.util.Set;
import org.isonomia.application.access.Once;
import org.isonomia.domain.access.Actor;

/**
 * The only way to register a route: each says who may call it. GET is registered with HEAD, which runs the same handler
 * behind the same guard.
 */
public final class GuardedRoutes {

    private final RoutesConfig routes;
    private final Guard guard;
    private final ResponseCache cache;
    private final OnlyOnce once;

    /**
     * @param routes where routes are registered
     * @param guard who finds out who is asking
     * @param cache where answers to public reading are kept
     * @param once what lets requests with a key happen once
     */
    public GuardedRoutes(RoutesConfig routes, Guard guard, ResponseCache cache, Once once) {
        this.routes = requireNonNull(routes, "routes");
        this.guard = requireNonNull(guard, "guard");
        this.cache = requireNonNull(cache, "cache");
        this.once = new OnlyOnce(once);
    }

    /** Registers reading whose answer depends on nothing but the address, the stored data and the day. */
    public void get(String path, Access access, Handler handler) {
        Handler reading = access.isPublic() ? cache.around(handler) : Rendered.around(handler);
        getLive(path, access, reading);
    }

    /** Registers reading whose answer may change at any moment; it is neither kept nor given an entity tag. */
    public void getLive(String path, Access access, Handler handler) {
        add(HandlerType.GET, path, access, handler);
        add(HandlerType.HEAD, path, access, handler);
    }

    /** Registers a POST, which happens once however often it is sent with the same key. */
    public void post(String path, Access access, Handler handler) {
        add(HandlerType.POST, path, access, once.around(access, Rendered.tagging(handler)));
    }

    /**
     * Registers a POST whose answer may hold a secret: it is shown once and never kept, so a key does not bring it back. Sent twice,
     * it has to do no harm by itself.
     */
    public void postUnkept(String path, Access access, Handler handler) {
        add(HandlerType.POST, path, access, OnlyOnce.unkept(Rendered.tagging(handler)));
    }

    /** Registers a PUT. */
    public void put(String path, Access access, Handler handler) {
        add(HandlerType.PUT, path, access, Rendered.tagging(handler));
    }

    /** Registers a PATCH. */
    public void patch(String path, Access access, Handler handler) {
        add(HandlerType.PATCH, path, access, Rendered.tagging(handler));
    }

    /** Registers a DELETE. */
    public void delete(String path, Access access, Handler handler) {
        add(HandlerType.DELETE, path, access, Rendered.tagging(handler));
    }

    private void add(HandlerType method, String path, Access access, Handler handler) {
        requireNonNull(access, "access");
        routes.addEndpoint(Endpoint.create(method, path)
                .addMetadata(new Roles(Set.of(access)))
                .handler(new Guarded(access, guard, handler)));
    }

    /**
     * Makes sure that nothing answers requests that did not come through here.
     *
     * @throws IllegalStateException if something does
     */
    public static void checkAll(Iterable<Endpoint> endpoints) {
        for (Endpoint endpoint : endpoints) {
            checkState(
                    !endpoint.method.isHttpMethod() || endpoint.handler instanceof Guarded,
                    "%s %s was registered without saying who may call it",
                    endpoint.method,
                    endpoint.path);
        }
    }

    /** Who may call a route that was registered here. */
    public static Access accessOf(Endpoint endpoint) {
        return ((Guarded) endpoint.handler).access();
    }

    private record Guarded(Access access, Guard guard, Handler handler) implements Handler {
        @Override
        public void handle(Context ctx) throws Exception {
            Optional<Actor> actor = guard.identify(ctx, access);
            if (actor.isEmpty() && !access.isPublic()) {
                throw new ProblemException(
                        ProblemType.CREDENTIAL_REQUIRED, "send a token as \"Authorization: Bearer <token>\"");
            }
            Callers.remember(ctx, actor);
            handler.handle(ctx);
        }
    }
}
