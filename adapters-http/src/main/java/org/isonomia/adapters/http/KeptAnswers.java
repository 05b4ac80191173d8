package org.isonomia.adapters.http;

import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.isonomia.adapters.http.routing.Rendered;
import org.isonomia.adapters.http.routing.ResponseCache;
import org.isonomia.application.spi.BusyException;

/**
 * Gives kept answers before the router is asked, which tries one pattern after the other. Only what is asked for in the
 * plainest way; everything else, refusals among it, is left to the routes, which answer the same.
 */
final class KeptAnswers extends Handler.Wrapper {

    private static final HttpFields SECURITY = security();

    private final ResponseCache cache;
    private final RequestFrame frame;

    KeptAnswers(ResponseCache cache, RequestFrame frame) {
        this.cache = cache;
        this.frame = frame;
    }

    private static HttpFields security() {
        HttpFields.Mutable fields = HttpFields.build();
        SecurityHeaders.ALL.forEach((name, value) -> {
            if (!Rendered.keeps(name)) {
                fields.add(new PreEncodedHttpField(name, value));
            }
        });
        return fields.asImmutable();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        long begun = System.nanoTime();
        Optional<Rendered> kept = isPlain(request) ? find(request) : Optional.empty();
        if (kept.isEmpty()
                || !frame.admits(
                        Request.getRemoteAddr(request), request.getHeaders().get(RequestFrame.FORWARDED))) {
            return super.handle(request, response, callback);
        }
        response.getHeaders().add(new HttpField(RequestId.HEADER, RequestId.next()));
        response.getHeaders().add(SECURITY);
        kept.get().write(request.getHeaders().get(HttpHeader.ACCEPT_ENCODING), response, callback);
        frame.answered(kept.get().route(), response.getStatus(), System.nanoTime() - begun);
        return true;
    }

    /** Whether it asks for the whole answer, and as nobody in particular. */
    private static boolean isPlain(Request request) {
        HttpFields headers = request.getHeaders();
        return HttpMethod.GET.is(request.getMethod())
                && !headers.contains(HttpHeader.AUTHORIZATION)
                && !headers.contains(HttpHeader.COOKIE)
                && !headers.contains(HttpHeader.IF_NONE_MATCH)
                && !headers.contains(HttpHeader.EXPECT)
                && !headers.contains(RequestFrame.OVERRIDE);
    }

    private Optional<Rendered> find(Request request) {
        try {
            return cache.find(request.getHttpURI().getPathQuery());
        } catch (BusyException unknown) {
            return Optional.empty();
        }
    }
}
