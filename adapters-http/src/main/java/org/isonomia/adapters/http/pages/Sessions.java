package org.isonomia.adapters.http.pages;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.common.io.BaseEncoding;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;

/** Who is signed in: random identifiers in a cookie, kept in memory, forgotten after eight hours without use. */
final class Sessions {

    private static final String PLAIN = "isonomia";
    private static final String SECURE = "__Host-isonomia";

    private static final String BEGUN = "isonomia.session";

    private final SecureRandom random = new SecureRandom();
    private final Cache<String, String> csrfBySession = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterAccess(Duration.ofHours(8))
            .build();

    Visitor visitor(Context ctx) {
        return csrf(ctx).map(csrf -> new Visitor(true, csrf)).orElse(Visitor.ANYBODY);
    }

    void begin(Context ctx) {
        String id = secret();
        csrfBySession.put(id, secret());
        ctx.attribute(BEGUN, id);
        boolean https = isHttps(ctx);
        ctx.res()
                .addHeader(
                        "Set-Cookie",
                        (https ? SECURE : PLAIN) + "=" + id + "; Path=/; HttpOnly; SameSite=Strict"
                                + (https ? "; Secure" : ""));
    }

    void end(Context ctx) {
        id(ctx).ifPresent(csrfBySession::invalidate);
        boolean https = isHttps(ctx);
        ctx.res()
                .addHeader(
                        "Set-Cookie",
                        (https ? SECURE : PLAIN) + "=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict"
                                + (https ? "; Secure" : ""));
    }

    /** Whether a form was sent from one of our pages by somebody who is signed in. */
    boolean isGenuine(Context ctx) {
        String sent = Optional.ofNullable(ctx.formParam("csrf")).orElse("");
        return csrf(ctx)
                .filter(known -> MessageDigest.isEqual(
                        known.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }

    private Optional<String> csrf(Context ctx) {
        return id(ctx).flatMap(id -> Optional.ofNullable(csrfBySession.getIfPresent(id)));
    }

    private static Optional<String> id(Context ctx) {
        String begun = ctx.attribute(BEGUN);
        return Optional.ofNullable(begun != null ? begun : ctx.cookie(isHttps(ctx) ? SECURE : PLAIN));
    }

    private static boolean isHttps(Context ctx) {
        return ctx.scheme().equals("https");
    }

    private String secret() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return BaseEncoding.base64Url().omitPadding().encode(bytes);
    }
}
