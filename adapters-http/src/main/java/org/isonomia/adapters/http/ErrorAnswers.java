package org.isonomia.adapters.http;

import com.google.common.base.Strings;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.validation.ValidationException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.isonomia.adapters.http.routing.ProblemException;
import org.isonomia.adapters.http.routing.ProblemType;
import org.isonomia.adapters.http.routing.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers everything that goes wrong, once it has been told which refusal it is. */
final class ErrorAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);

    /** Answers refusals of pages. */
    @FunctionalInterface
    interface ErrorPages {

        /** Answers with a page for this status. */
        void answer(Context ctx, int status, String requestId);
    }

    private final Optional<ErrorPages> pages;

    ErrorAnswers(Optional<ErrorPages> pages) {
        this.pages = pages;
    }

    void apply(JavalinConfig config) {
        config.routes.exception(Exception.class, (e, ctx) -> answer(ctx, e));
        config.routes.exception(HttpResponseException.class, (e, ctx) -> answer(ctx, e));
        config.routes.exception(ValidationException.class, (e, ctx) -> answer(ctx, e));
        config.router.javaLangErrorHandler(ErrorAnswers::answer);
    }

    private void answer(Context ctx, Exception thrown) {
        ProblemException problem = ProblemMapper.toProblem(thrown);
        String id = Strings.nullToEmpty(ctx.res().getHeader(RequestId.HEADER));
        if (problem.type() == ProblemType.INTERNAL_ERROR) {
            LOG.error("request failed", thrown);
        }
        if (thrown instanceof HttpResponseException http && http.getDetails().containsKey("availableMethods")) {
            ctx.header("Allow", http.getDetails().get("availableMethods"));
        }
        ctx.header("Cache-Control", "no-store");
        if (problem.type() == ProblemType.UNAVAILABLE) {
            ctx.header("Retry-After", "5");
        }
        if (problem.type() == ProblemType.KEY_IN_USE) {
            ctx.header("Retry-After", "1");
        }
        if (pages.isEmpty() || isForPrograms(ctx)) {
            answer(ctx, problem, id);
        } else {
            pages.get().answer(ctx, problem.type().status(), id);
        }
    }

    private static boolean isForPrograms(Context ctx) {
        String path = ctx.req().getRequestURI();
        return path.startsWith("/api/")
                || path.startsWith("/static/")
                || path.startsWith("/health/")
                || path.equals("/metrics");
    }

    private static void answer(Context ctx, ProblemException problem, String id) {
        ctx.status(problem.type().status());
        if (problem.type() == ProblemType.CREDENTIAL_REQUIRED) {
            ctx.header("WWW-Authenticate", "Bearer");
        }
        if (problem.type() == ProblemType.TOO_MANY_REQUESTS) {
            ctx.header("Retry-After", "10");
        }
        ctx.contentType(Problems.MEDIA_TYPE).result(Problems.write(problem, id));
    }

    private static void answer(HttpServletResponse response, Error error) {
        LOG.error("request failed", error);
        if (response.isCommitted()) {
            return;
        }
        ProblemException problem = new ProblemException(ProblemType.INTERNAL_ERROR, ProblemMapper.OUR_FAULT);
        response.setStatus(problem.type().status());
        response.setContentType(Problems.MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-store");
        try {
            response.getOutputStream()
                    .write(Problems.write(problem, Strings.nullToEmpty(response.getHeader(RequestId.HEADER))));
        } catch (IOException gone) {
            LOG.debug("nobody there to be told", gone);
        }
    }
}
