package org.isonomia.adapters.http;

import io.javalin.http.Context;
import java.util.Optional;
import org.isonomia.adapters.http.routing.Access;
import org.isonomia.adapters.http.routing.Guard;
import org.isonomia.adapters.http.routing.ProblemException;
import org.isonomia.adapters.http.routing.ProblemType;
import org.isonomia.application.identity.Callers;
import org.isonomia.domain.access.Actor;

/** Knows for whom a program acts that sends a token as {@code Authorization: Bearer}. */
record BearerGuard(Callers callers) implements Guard {

    private static final String SCHEME = "Bearer ";

    @Override
    public Optional<Actor> identify(Context ctx, Access access) {
        String header = ctx.req().getHeader("Authorization");
        if (header == null) {
            return Optional.empty();
        }
        boolean bearer = header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        Actor actor = bearer
                ? callers.ofToken(header.substring(SCHEME.length()).trim()).actor()
                : Actor.PUBLIC;
        if (actor.isPublic()) {
            throw new ProblemException(ProblemType.CREDENTIAL_REQUIRED, "this token is not valid, or not any more");
        }
        return Optional.of(actor);
    }
}
