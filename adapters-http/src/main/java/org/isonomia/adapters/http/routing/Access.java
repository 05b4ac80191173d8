package org.isonomia.adapters.http.routing;

import io.javalin.security.RouteRole;

/** Who may call a route. */
public enum Access implements RouteRole {
    /** Anybody, without a credential. */
    PUBLIC,
    /** Who holds an administration token, or signed in with one. */
    ADMINISTRATOR
}
