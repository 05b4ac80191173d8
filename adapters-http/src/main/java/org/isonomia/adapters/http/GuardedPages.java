package org.isonomia.adapters.http;

import io.javalin.http.Handler;
import org.isonomia.adapters.http.pages.PageRoutes;
import org.isonomia.adapters.http.routing.GuardedRoutes;

/** Hangs pages up under the guard of all routes. */
record GuardedPages(GuardedRoutes routes) implements PageRoutes {

    @Override
    public void get(String path, PageRoutes.Access access, Handler handler) {
        routes.get(path, guarded(access), handler);
    }

    @Override
    public void post(String path, PageRoutes.Access access, Handler handler) {
        routes.post(path, guarded(access), handler);
    }

    private static org.isonomia.adapters.http.routing.Access guarded(PageRoutes.Access access) {
        return switch (access) {
            case PUBLIC -> org.isonomia.adapters.http.routing.Access.PUBLIC;
            case ADMINISTRATOR -> org.isonomia.adapters.http.routing.Access.ADMINISTRATOR;
        };
    }
}
