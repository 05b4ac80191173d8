package org.isonomia.adapters.http.routing;

import com.google.common.base.Ascii;
import com.google.common.base.Strings;
import com.google.common.collect.ImmutableSet;
import io.javalin.http.Context;

/** What every body has to be before anybody looks into it. */
public final class Bodies {

    private static final String FORM = "application/x-www-form-urlencoded";

    /** The fields that a form may have several of, one for each box that is ticked. */
    private static final ImmutableSet<String> SEVERAL = ImmutableSet.of("units", "partners");

    private Bodies() {}

    /**
     * Makes sure that a body is sent as it is.
     *
     * @throws ProblemException if it is compressed or otherwise encoded
     */
    public static void refuseEncoded(Context ctx) {
        String encoding = Strings.nullToEmpty(ctx.req().getHeader("Content-Encoding"));
        if (!encoding.isEmpty() && !Ascii.equalsIgnoreCase(encoding, "identity")) {
            throw new ProblemException(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE, "send the body as it is, without Content-Encoding");
        }
    }

    /**
     * Makes sure that what is sent to a page is a form which says each thing once.
     *
     * @throws ProblemException if it is encoded, no form, or has a field twice of which only one would be looked at
     */
    public static void checkForm(Context ctx) {
        refuseEncoded(ctx);
        String type = Ascii.toLowerCase(Strings.nullToEmpty(ctx.req().getContentType()));
        if (!type.isEmpty() && !type.startsWith(FORM)) {
            throw new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE, "send " + FORM);
        }
        ctx.formParamMap().forEach((name, values) -> {
            if (values.size() > 1 && !SEVERAL.contains(name)) {
                throw new ProblemException(
                        ProblemType.UNKNOWN_PARAMETER, "given more than once: " + Ascii.truncate(name, 100, "…"));
            }
        });
    }
}
