package org.isonomia.application.spi.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.isonomia.application.spi.SignInAttemptRepository;
import org.isonomia.domain.identity.SecretDigest;

/** Attempts to sign in, in the memory of this process. */
public final class InMemoryAttempts implements SignInAttemptRepository {

    private record Row(int attempts, Instant windowEnd, Instant trustedUntil) {}

    private final Map<SecretDigest, Row> rows = new HashMap<>();

    @Override
    public synchronized Tally count(SecretDigest key, Instant now, Duration window) {
        Row row = rows.getOrDefault(key, new Row(0, Instant.MIN, Instant.MIN));
        Row counted = row.windowEnd().isAfter(now)
                ? new Row(row.attempts() + 1, row.windowEnd(), row.trustedUntil())
                : new Row(1, now.plus(window), row.trustedUntil());
        rows.put(key, counted);
        return new Tally(counted.attempts(), counted.windowEnd());
    }

    @Override
    public synchronized void takeBack(SecretDigest key) {
        rows.computeIfPresent(
                key, (same, row) -> new Row(Math.max(0, row.attempts() - 1), row.windowEnd(), row.trustedUntil()));
    }

    @Override
    public synchronized void trust(SecretDigest key, Instant until) {
        rows.put(key, new Row(0, Instant.EPOCH, until));
    }

    @Override
    public synchronized boolean isTrusted(SecretDigest key, Instant now) {
        return rows.containsKey(key) && rows.get(key).trustedUntil().isAfter(now);
    }

    @Override
    public synchronized void distrust(SecretDigest key) {
        rows.computeIfPresent(key, (same, row) -> new Row(row.attempts(), row.windowEnd(), Instant.MIN));
    }

    @Override
    public synchronized int sweep(Instant now) {
        int before = rows.size();
        rows.values()
                .removeIf(row ->
                        !row.windowEnd().isAfter(now) && !row.trustedUntil().isAfter(now));
        return before - rows.size();
    }
}
