package org.isonomia.adapters.http.routing;

import com.google.common.base.Splitter;
import io.javalin.http.Context;
import java.util.Optional;

/** Versions as clients see them: the first part of entity tags. */
public final class Versions {

    private Versions() {}

    /** Says which version the answer shows; its entity tag will begin with it. */
    public static void answer(Context ctx, int version) {
        Rendered.version(ctx, version);
    }

    /**
     * The version a change was made against: of several that If-Match lists, the latest, since an older one can only be
     * stale (RFC 9110, section 13.1.1).
     *
     * @throws ProblemException if the request does not name one
     */
    public static int required(Context ctx) {
        String header = Optional.ofNullable(ctx.header("If-Match")).orElse("").trim();
        if (header.isEmpty() || header.equals("*")) {
            throw new ProblemException(
                    ProblemType.PRECONDITION_REQUIRED,
                    "send If-Match with the ETag of what is to change; * would change what nobody has read");
        }
        if (!header.matches("(W/)?\"[^\"]*\"(\\s*,\\s*(W/)?\"[^\"]*\")*")) {
            throw new ProblemException(
                    ProblemType.MALFORMED_REQUEST,
                    "If-Match must be an ETag as it was answered, with its quotes, such as \"3-abc\"");
        }
        return Splitter.on(',')
                .trimResults()
                .splitToStream(header)
                .flatMapToInt(tag -> Rendered.versionOf(tag).stream())
                .max()
                .orElseThrow(() -> new ProblemException(
                        ProblemType.STALE_VERSION, "If-Match names no version of this: read it again"));
    }

    /**
     * The version a change was made against, or 0 if the request adds something that must not be there yet, which {@code
     * If-None-Match: *} says.
     *
     * @throws ProblemException if the request says neither
     */
    public static int requiredOrNew(Context ctx) {
        String none =
                Optional.ofNullable(ctx.header("If-None-Match")).orElse("").trim();
        return none.equals("*") && ctx.header("If-Match") == null ? 0 : required(ctx);
    }
}
