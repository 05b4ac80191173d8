package org.isonomia.adapters.http.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Strings;
import com.google.common.hash.Hashing;
import io.javalin.http.Context;
import java.security.MessageDigest;
import java.util.Optional;
import org.isonomia.application.identity.Caller;
import org.isonomia.application.identity.IdentityUseCases;
import org.isonomia.application.identity.Outcome;
import org.isonomia.domain.access.Actor;

/** Who is signed in: the cookie holds an opaque secret, the use cases know for each request what it is worth. */
final class Sessions {

    private static final String CALLER = "isonomia.caller";
    private static final String GENUINE = "isonomia.genuine";
    private static final String SECRET = "isonomia.session";

    private final IdentityUseCases identity;

    Sessions(IdentityUseCases identity) {
        this.identity = requireNonNull(identity, "identity");
    }

    /** Who sent the request, by their session. */
    Caller caller(Context ctx) {
        Caller known = ctx.attribute(CALLER);
        if (known != null) {
            return known;
        }
        // If the question fails, the page that says so does not ask again.
        ctx.attribute(CALLER, Caller.PUBLIC);
        Caller found = secret(ctx).map(identity.callers()::ofSession).orElse(Caller.PUBLIC);
        ctx.attribute(CALLER, found);
        return found;
    }

    Visitor visitor(Context ctx) {
        Caller caller = caller(ctx);
        return caller.session().isPresent()
                ? new Visitor(true, csrf(ctx).orElseThrow(), caller.actor())
                : new Visitor(false, "", Actor.PUBLIC);
    }

    /** Has the browser keep what became of somebody's proof, and the rest of this request know it. */
    void keep(Context ctx, Outcome outcome) {
        switch (outcome) {
            case Outcome.SignedIn in -> {
                Cookie.SESSION.in(ctx).ifPresent(identity.signIn()::signOut);
                put(ctx, in.secret().value());
                Cookie.DEVICE.put(ctx, in.device().value());
            }
            case Outcome.SecondFactorDue due -> put(ctx, due.secret().value());
            case Outcome.Refused refused -> {}
            case Outcome.Throttled throttled -> {}
        }
    }

    /** Has the browser keep a session's new secret. */
    void put(Context ctx, String secret) {
        Cookie.SESSION.put(ctx, secret);
        ctx.attribute(SECRET, secret);
        ctx.attribute(CALLER, null);
    }

    void end(Context ctx) {
        secret(ctx).ifPresent(identity.signIn()::signOut);
        Cookie.SESSION.remove(ctx);
        ctx.attribute(SECRET, "");
        ctx.attribute(CALLER, Caller.PUBLIC);
    }

    /** Whether a form was sent from one of our pages by somebody who is signed in. */
    boolean isGenuine(Context ctx) {
        // A proof that comes along with a form gives the session another secret; the form stays ours.
        boolean genuine = ctx.attribute(GENUINE) != null || carriesSecret(ctx);
        if (genuine) {
            ctx.attribute(GENUINE, true);
        }
        return genuine && caller(ctx).session().isPresent();
    }

    private boolean carriesSecret(Context ctx) {
        String sent = Strings.nullToEmpty(ctx.formParam("csrf"));
        return caller(ctx).session().isPresent()
                && csrf(ctx)
                        .filter(known -> MessageDigest.isEqual(known.getBytes(UTF_8), sent.getBytes(UTF_8)))
                        .isPresent();
    }

    /** What forms of a session carry: it follows from the session's secret, and the secret does not follow from it. */
    private static Optional<String> csrf(Context ctx) {
        return secret(ctx)
                .map(secret -> Hashing.hmacSha256(secret.getBytes(UTF_8))
                        .hashString("forms", UTF_8)
                        .toString());
    }

    /** What the cookie of the session holds, or will. */
    static Optional<String> secret(Context ctx) {
        String put = ctx.attribute(SECRET);
        return put == null ? Cookie.SESSION.in(ctx) : Optional.of(put).filter(secret -> !secret.isEmpty());
    }
}
