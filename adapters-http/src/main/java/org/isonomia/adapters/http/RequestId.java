package org.isonomia.adapters.http;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Numbers under which the log speaks of requests: unique within a run, and mixed so that they are easy to tell apart. */
final class RequestId {

    static final String HEADER = "X-Request-Id";
    static final String KEY = "requestId";

    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;
    private static final AtomicLong LAST = new AtomicLong(new SecureRandom().nextLong());

    private RequestId() {}

    static String next() {
        long mixed = LAST.addAndGet(MULTIPLIER);
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return Long.toUnsignedString(mixed ^ (mixed >>> 31), 36);
    }
}
