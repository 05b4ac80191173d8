package org.isonomia.adapters.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.isonomia.adapters.http.routing.ProblemException;
import org.isonomia.adapters.http.routing.ProblemType;

/** How many requests a peer may make: a bucket each, filled evenly, for at most a hundred thousand peers at once. */
final class RateLimit {

    private static final int PEERS = 100_000;

    private final int perMinute;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(PEERS)
            .expireAfterAccess(Duration.ofMinutes(2))
            .build();

    RateLimit(HttpAdapter.Settings settings, InstantSource clock) {
        this.perMinute = settings.requestsPerMinute();
        this.time = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return TimeUnit.MILLISECONDS.toNanos(clock.millis());
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }

    /** Whether the peer may make one more request; it counts. */
    boolean admits(String peer) {
        return perMinute == 0 || buckets.get(peer, unused -> full()).tryConsume(1);
    }

    void take(String peer) {
        if (!admits(peer)) {
            throw new ProblemException(
                    ProblemType.TOO_MANY_REQUESTS, "at most " + perMinute + " requests a minute; wait before the next");
        }
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .withCustomTimePrecision(time)
                .build();
    }
}
