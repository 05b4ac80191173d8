package org.isonomia.adapters.http;

import java.time.Duration;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.isonomia.adapters.http.routing.ProblemType;

/**
 * Refuses bodies that are too large, and lets clients read that they are: a connection that is closed before it was read to
 * its end takes an answer with it that is still on its way. So what is left of a body whose length is known is read and thrown
 * away, up to a bound.
 */
final class BodyLimit extends Handler.Wrapper {

    private static final long MOST_DRAINED = 64L * 1024 * 1024;
    private static final long LONGEST_NANOS = Duration.ofSeconds(10).toNanos();

    private final long most;

    BodyLimit(long most) {
        this.most = most;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        long declared = request.getLength();
        if (declared == 0 || (declared < 0 && !request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING))) {
            return super.handle(request, response, callback);
        }
        if (declared <= most) {
            return super.handle(new Counted(request), response, callback);
        }
        boolean bearable = declared <= MOST_DRAINED && !request.getHeaders().contains(HttpHeader.EXPECT);
        EarlyErrors.answer(ProblemType.BODY_TOO_LARGE, response, bearable ? new Drain(request, callback) : callback);
        return true;
    }

    /** A body without a length, or with a wrong one, up to the limit. */
    private final class Counted extends Request.Wrapper {

        private long read;

        Counted(Request request) {
            super(request);
        }

        @Override
        public Content.Chunk read() {
            if (read > most) {
                return tooLarge();
            }
            Content.Chunk chunk = super.read();
            if (chunk == null || Content.Chunk.isFailure(chunk)) {
                return chunk;
            }
            read += chunk.remaining();
            if (read > most) {
                chunk.release();
                return tooLarge();
            }
            return chunk;
        }

        private static Content.Chunk tooLarge() {
            return Content.Chunk.from(new HttpException.RuntimeException(ProblemType.BODY_TOO_LARGE.status()));
        }
    }

    /** Reads what is left of a body once the answer is written, and only then lets the request end. */
    private static final class Drain implements Callback {

        private final Request request;
        private final Callback callback;
        private long begun;
        private long read;

        Drain(Request request, Callback callback) {
            this.request = request;
            this.callback = callback;
        }

        @Override
        public void succeeded() {
            begun = System.nanoTime();
            drain();
        }

        @Override
        public void failed(Throwable failure) {
            callback.failed(failure);
        }

        @Override
        public InvocationType getInvocationType() {
            return callback.getInvocationType();
        }

        private void drain() {
            while (read <= MOST_DRAINED && System.nanoTime() - begun <= LONGEST_NANOS) {
                Content.Chunk chunk = request.read();
                if (chunk == null) {
                    request.demand(this::drain);
                    return;
                }
                read += chunk.remaining();
                chunk.release();
                if (chunk.isLast() || Content.Chunk.isFailure(chunk)) {
                    break;
                }
            }
            callback.succeeded();
        }
    }
}
