package org.isonomia.adapters.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.isonomia.adapters.http.routing.ProblemException;
import org.isonomia.adapters.http.routing.ProblemType;
import org.isonomia.adapters.http.routing.Problems;

/** Answers what fails before any route is asked, such as an address that could be read in two ways. */
final class EarlyErrors implements Request.Handler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        answer(ProblemType.of(response.getStatus()), response, callback);
        return true;
    }

    /** Refuses a request, and says that this connection takes no more. */
    static void answer(ProblemType type, Response response, Callback callback) {
        String id = RequestId.next();
        response.setStatus(type.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problems.MEDIA_TYPE);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put(RequestId.HEADER, id);
        // The server reads no further here: who sends the next request on this connection would get no answer.
        response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());
        SecurityHeaders.ALL.forEach((name, value) -> response.getHeaders().put(name, value));
        byte[] body = Problems.write(new ProblemException(type, "the server refused the request as it stands"), id);
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
