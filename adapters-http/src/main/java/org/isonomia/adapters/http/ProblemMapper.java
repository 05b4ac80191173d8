package org.isonomia.adapters.http;

import com.google.common.base.Ascii;
import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.javalin.http.HttpResponseException;
import io.javalin.validation.ValidationException;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import org.eclipse.jetty.http.HttpException;
import org.isonomia.adapters.http.routing.ProblemException;
import org.isonomia.adapters.http.routing.ProblemType;
import org.isonomia.application.access.KeyInUseException;
import org.isonomia.application.access.KeyReusedException;
import org.isonomia.application.plan.UnknownFilterException;
import org.isonomia.application.spi.BusyException;
import org.isonomia.application.spi.DuplicateCodeException;
import org.isonomia.application.spi.EntryInUseException;
import org.isonomia.application.spi.ForbiddenException;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.application.spi.StaleAggregateException;
import org.isonomia.domain.kernel.RuleViolationException;

/** Which refusal an exception is. What nobody foresaw is our fault, and its words stay in the log. */
final class ProblemMapper {

    static final String OUR_FAULT = "the failure has been logged under the request's id";

    private ProblemMapper() {}

    static ProblemException toProblem(Throwable thrown) {
        return switch (thrown) {
            case ProblemException problem -> problem;
            case RuleViolationException refusal ->
                new ProblemException(
                        ProblemType.RULE_VIOLATION,
                        refusal.violations().size() == 1
                                ? "a rule is broken; violations tells which"
                                : refusal.violations().size() + " rules are broken; violations tells which",
                        refusal.violations(),
                        ImmutableMap.of());
            case NotFoundException absent -> problem(ProblemType.NOT_FOUND, absent);
            case ForbiddenException forbidden -> problem(ProblemType.FORBIDDEN, forbidden);
            case StaleAggregateException stale -> problem(ProblemType.STALE_VERSION, stale);
            case DuplicateCodeException duplicate -> problem(ProblemType.DUPLICATE_CODE, duplicate);
            case EntryInUseException inUse -> problem(ProblemType.ENTRY_IN_USE, inUse);
            case KeyInUseException inUse -> problem(ProblemType.KEY_IN_USE, inUse);
            case KeyReusedException reused -> problem(ProblemType.KEY_REUSED, reused);
            case BusyException busy -> problem(ProblemType.UNAVAILABLE, busy);
            case UnknownFilterException unknown -> problem(ProblemType.UNKNOWN_PARAMETER, unknown);
            // The server looks for the charset of a body's type when it is first asked for the type.
            case UnsupportedCharsetException charset -> unreadable(charset.getCharsetName());
            case IllegalCharsetNameException charset -> unreadable(charset.getCharsetName());
            case HttpResponseException http -> fromServer(http.getStatus());
            case ValidationException invalid ->
                new ProblemException(ProblemType.MALFORMED_REQUEST, "a parameter has no meaning");
            default -> unforeseen(thrown);
        };
    }

    private static ProblemException unreadable(String charset) {
        return new ProblemException(
                ProblemType.UNSUPPORTED_MEDIA_TYPE,
                "the charset can only be utf-8, not " + Ascii.truncate(charset, 40, "…"));
    }

    private static ProblemException problem(ProblemType type, Exception thrown) {
        return new ProblemException(type, Strings.nullToEmpty(thrown.getMessage()));
    }

    private static ProblemException fromServer(int status) {
        ProblemType type = ProblemType.of(status);
        return new ProblemException(type, type.title());
    }

    private static ProblemException unforeseen(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpException http) {
                return fromServer(http.getCode());
            }
        }
        return new ProblemException(ProblemType.INTERNAL_ERROR, OUR_FAULT, ImmutableList.of(), ImmutableMap.of());
    }
}
