package org.isonomia.adapters.http.pages;

import com.google.common.base.CharMatcher;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;
import org.isonomia.adapters.http.routing.Peer;

/**
 * The cookies of the pages. No script reads them, and under https nobody but this very host can have set them. They come along
 * when somebody follows a link from elsewhere, never with a form of another site.
 */
enum Cookie {
    /** Who is signed in; ends with the browser. */
    SESSION("isonomia", Optional.empty()),
    /** That somebody has signed in from here before. */
    DEVICE("isonomia-device", Optional.of(Duration.ofDays(90))),
    /** What to know again when somebody comes back from an identity provider. */
    PROVIDER("isonomia-provider", Optional.of(Duration.ofMinutes(10)));

    /** What may stand in a cookie without quotes, and nothing that ends one. */
    private static final CharMatcher VALUE = CharMatcher.inRange('!', '~').and(CharMatcher.noneOf("\",;\\"));

    private final String name;
    private final Optional<Duration> age;

    Cookie(String name, Optional<Duration> age) {
        this.name = name;
        this.age = age;
    }

    /** What the browser sent. */
    Optional<String> in(Context ctx) {
        return Optional.ofNullable(ctx.cookie(name(ctx))).filter(value -> !value.isEmpty());
    }

    /** Has the browser keep a value. */
    void put(Context ctx, String value) {
        if (!VALUE.matchesAllOf(value)) {
            throw new IllegalArgumentException("not a value of a cookie");
        }
        write(ctx, value + age.map(known -> "; Max-Age=" + known.toSeconds()).orElse(""));
    }

    /** Has the browser forget it. */
    void remove(Context ctx) {
        write(ctx, "; Max-Age=0");
    }

    private void write(Context ctx, String value) {
        ctx.res()
                .addHeader(
                        "Set-Cookie",
                        name(ctx) + "=" + value + "; Path=/; HttpOnly; SameSite=Lax"
                                + (Peer.of(ctx).secure() ? "; Secure" : ""));
    }

    private String name(Context ctx) {
        return Peer.of(ctx).secure() ? "__Host-" + name : name;
    }
}
