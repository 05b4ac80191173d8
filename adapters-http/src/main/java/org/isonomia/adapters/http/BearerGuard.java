package org.isonomia.adapters.http;

import io.javalin.http.Context;
import java.util.Optional;
import org.isonomia.adapters.http.routing.Guard;
import org.isonomia.adapters.http.routing.ProblemException;
import org.isonomia.adapters.http.routing.ProblemType;
import org.isonomia.application.access.TokenDigest;
import org.isonomia.application.spi.TokenRepository;

/** Lets through who sends an administration token as {@code Authorization: Bearer}. */
record BearerGuard(TokenRepository tokens) implements Guard {

    private static final String SCHEME = "Bearer ";
    private static final int LONGEST = 512;

    @Override
    public void check(Context ctx) {
        String header = Optional.ofNullable(ctx.header("Authorization")).orElse("");
        boolean bearer = header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        if (!bearer || !isToken(header.substring(SCHEME.length()).trim())) {
            throw new ProblemException(
                    ProblemType.CREDENTIAL_REQUIRED,
                    "send the administration token as \"Authorization: Bearer <token>\"");
        }
    }

    /** Whether this is an administration token. */
    boolean isToken(String token) {
        return !token.isEmpty() && token.length() <= LONGEST && tokens.contains(TokenDigest.of(token));
    }
}
