package org.isonomia.adapters.http.routing;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Keeps the answers to public reads while nothing was changed and no day has begun anywhere: days begin at full quarters of
 * an hour in every time zone. Requests with a credential or a cookie pass by it, in both directions: what is kept is what
 * everybody may see.
 */
public final class ResponseCache {

    private static final long QUARTER_MILLIS = 15L * 60 * 1000;
    private static final long MAX_BYTES = 64L * 1024 * 1024;
    private static final int MAX_KEY = 2000;

    private final LongSupplier revision;
    private final InstantSource clock;
    private final Cache<String, Kept> answers = Caffeine.newBuilder()
            .maximumWeight(MAX_BYTES)
            .weigher((String key, Kept kept) -> 2 * key.length() + kept.answer().weight())
            .build();

    private record Kept(long revision, long quarter, Rendered answer) {}

    /**
     * @param revision a number that grows with every change to what is stored, after the change
     * @param clock what time it is
     */
    public ResponseCache(LongSupplier revision, InstantSource clock) {
        this.revision = requireNonNull(revision, "revision");
        this.clock = requireNonNull(clock, "clock");
    }

    Handler around(Handler handler) {
        Handler uncached = Rendered.around(handler);
        return ctx -> {
            if (ctx.req().getHeader("Authorization") != null || ctx.req().getHeader("Cookie") != null) {
                uncached.handle(ctx);
            } else {
                answer(ctx, handler);
            }
        };
    }

    /**
     * The answer to everybody who asks this, if it is known.
     *
     * @param address path and query, as they came
     */
    public Optional<Rendered> find(String address) {
        Kept kept = answers.getIfPresent(address);
        return kept != null && kept.revision() == revision.getAsLong() && kept.quarter() == quarter()
                ? Optional.of(kept.answer())
                : Optional.empty();
    }

    private long quarter() {
        return clock.millis() / QUARTER_MILLIS;
    }

    private void answer(Context ctx, Handler handler) throws Exception {
        String query = ctx.req().getQueryString();
        String path = ctx.req().getRequestURI();
        String key = query == null ? path : path + "?" + query;
        long now = revision.getAsLong();
        long quarter = quarter();
        Kept kept = answers.getIfPresent(key);
        if (kept != null && kept.revision() == now && kept.quarter() == quarter) {
            kept.answer().send(ctx);
            return;
        }
        handler.handle(ctx);
        Optional<Rendered> rendered = Rendered.of(ctx);
        if (rendered.isPresent()) {
            boolean forAll =
                    Callers.of(ctx).actor().isPublic() && rendered.get().isForEverybody();
            if (forAll && key.length() <= MAX_KEY) {
                answers.put(key, new Kept(now, quarter, rendered.get()));
            }
            rendered.get().send(ctx);
        }
    }
}
