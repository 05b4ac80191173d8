package org.isonomia.adapters.http;

import io.javalin.http.Context;
import java.util.Optional;
import org.isonomia.adapters.http.routing.Access;
import org.isonomia.adapters.http.routing.Guard;
import org.isonomia.adapters.http.routing.ProblemException;
import org.isonomia.adapters.http.routing.ProblemType;
import org.isonomia.application.access.TokenDigest;
import org.isonomia.application.spi.TokenRepository;
import org.isonomia.domain.access.Actor;

/** Knows who sends an administration token as {@code Authorization: Bearer}. */
record BearerGuard(TokenRepository tokens) implements Guard {

    private static final String SCHEME = "Bearer ";
    private static final int LONGEST = 512;

    @Override
    public Optional<Actor> identify(Context ctx, Access access) {
        String header = ctx.req().getHeader("Authorization");
        if (header == null) {
            return Optional.empty();
        }
        boolean bearer = header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        if (!bearer || !isToken(header.substring(SCHEME.length()).trim())) {
            throw new ProblemException(ProblemType.CREDENTIAL_REQUIRED, "this token is not valid, or not any more");
        }
        return Optional.of(administration());
    }

    static Actor administration() {
        return Actor.system("administration");
    }

    /** Whether this is an administration token. */
    boolean isToken(String token) {
        return !token.isEmpty() && token.length() <= LONGEST && tokens.contains(TokenDigest.of(token));
    }
}
