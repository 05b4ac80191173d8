package org.isonomia.adapters.http;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.javalin.http.HttpResponseException;
import io.javalin.validation.ValidationException;
import org.eclipse.jetty.http.HttpException;
import org.isonomia.adapters.http.routing.ProblemException;
import org.isonomia.adapters.http.routing.ProblemType;
import org.isonomia.application.spi.DuplicateCodeException;
import org.isonomia.application.spi.EntryInUseException;
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
            case StaleAggregateException stale -> problem(ProblemType.STALE_VERSION, stale);
            case DuplicateCodeException duplicate -> problem(ProblemType.DUPLICATE_CODE, duplicate);
            case EntryInUseException inUse -> problem(ProblemType.ENTRY_IN_USE, inUse);
            case HttpResponseException http -> fromServer(http.getStatus());
            case ValidationException invalid ->
                new ProblemException(ProblemType.MALFORMED_REQUEST, "a parameter has no meaning");
            default -> unforeseen(thrown);
        };
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
