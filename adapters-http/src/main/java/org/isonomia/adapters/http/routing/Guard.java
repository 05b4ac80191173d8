package org.isonomia.adapters.http.routing;

import io.javalin.http.Context;
import java.util.Optional;
import org.isonomia.domain.access.Actor;

/** Finds out who sends a request. */
@FunctionalInterface
public interface Guard {

    /**
     * Who sends the request; empty if it carries no credential.
     *
     * @param access what it is sent to
     * @throws ProblemException if it carries one that is not valid, or that somebody else may have sent along
     */
    Optional<Actor> identify(Context ctx, Access access);
}
