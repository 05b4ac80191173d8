package org.isonomia.adapters.http.routing;

import io.javalin.http.Context;

/** Decides whether a request comes from an administrator. */
@FunctionalInterface
public interface Guard {

    /**
     * Returns quietly if the request carries a valid credential.
     *
     * @throws ProblemException if it does not
     */
    void check(Context ctx);
}
