package org.isonomia.adapters.http;

import com.google.common.collect.ImmutableSet;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Optional;
import org.isonomia.adapters.http.pages.Pages;
import org.isonomia.adapters.http.routing.Access;
import org.isonomia.adapters.http.routing.Guard;
import org.isonomia.adapters.http.routing.ProblemException;
import org.isonomia.adapters.http.routing.ProblemType;
import org.isonomia.domain.access.Actor;

/**
 * Knows on pages who signed in there, and who sends a token; the API has a guard of its own and never looks at cookies. What
 * a signed-in browser sends to change something has to come from a form of ours. A form whose session has ended may bring
 * along what proves who sends it; it is shown again then.
 */
record PageGuard(BearerGuard bearer, Pages pages) implements Guard {

    private static final ImmutableSet<HandlerType> READING = ImmutableSet.of(HandlerType.GET, HandlerType.HEAD);

    @Override
    public Optional<Actor> identify(Context ctx, Access access) {
        Optional<Actor> known = pages.signedIn(ctx);
        if (known.isPresent()) {
            if (!access.isPublic() && !READING.contains(ctx.method()) && !pages.isGenuine(ctx)) {
                throw new ProblemException(ProblemType.FORBIDDEN, "the form was not sent from a page of ours");
            }
            return known;
        }
        Optional<Actor> proved = access.isPublic() ? Optional.empty() : pages.signIn(ctx);
        return proved.isPresent() ? proved : bearer.identify(ctx, access);
    }
}
