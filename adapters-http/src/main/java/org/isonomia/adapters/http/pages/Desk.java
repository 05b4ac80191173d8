package org.isonomia.adapters.http.pages;

import com.google.common.collect.ImmutableList;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.NotFoundResponse;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.isonomia.adapters.http.routing.Query;
import org.isonomia.application.plan.PlanKey;
import org.isonomia.domain.kernel.Code;

/** What all handlers of pages share: reading the address, making the frame, printing. */
final class Desk {

    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(ContentType.Html);

    private final Pages.Settings settings;
    private final Sessions sessions;

    Desk(Pages.Settings settings, Sessions sessions) {
        this.settings = settings;
        this.sessions = sessions;
    }

    Pages.Settings settings() {
        return settings;
    }

    Sessions sessions() {
        return sessions;
    }

    /** Prints a page that depends on nothing but its record. */
    static String print(String template, Object page) {
        StringOutput output = new StringOutput();
        TEMPLATES.render(template + ".jte", page, output);
        return output.toString();
    }

    void answer(Context ctx, int status, String template, Object page) {
        ctx.status(status);
        ctx.header("Content-Language", words(ctx).lang());
        ctx.header("Vary", "Cookie");
        ctx.header("Cache-Control", sessions.visitor(ctx).signedIn() ? "no-store" : "no-cache");
        ctx.contentType("text/html; charset=utf-8").result(print(template, page));
    }

    Words words(Context ctx) {
        if (ctx.path().equals("/en") || ctx.path().startsWith("/en/")) {
            return Words.in("en");
        }
        if (ctx.path().equals("/fr") || ctx.path().startsWith("/fr/")) {
            return Words.in("fr");
        }
        return Words.in(preferred(ctx));
    }

    static String preferred(Context ctx) {
        String header = Optional.ofNullable(ctx.header("Accept-Language")).orElse("");
        try {
            Locale best = Locale.lookup(
                    Locale.LanguageRange.parse(header.isBlank() ? "fr" : header),
                    ImmutableList.of(Locale.FRENCH, Locale.ENGLISH));
            return best != null && best.equals(Locale.ENGLISH) ? "en" : "fr";
        } catch (IllegalArgumentException malformed) {
            return "fr";
        }
    }

    static Links links(Context ctx, Words words) {
        return new Links(words.lang(), new PlanKey(code(ctx, "organisation"), code(ctx, "plan")));
    }

    /** Answers only addresses without a query, rather than ignoring what is asked for in one. */
    static Handler bare(Handler handler) {
        return ctx -> {
            Query.of(ctx);
            handler.handle(ctx);
        };
    }

    /** A code in the address; what cannot be a code does not exist. */
    static Code code(Context ctx, String parameter) {
        try {
            return Code.parse(ctx.pathParam(parameter));
        } catch (IllegalArgumentException notACode) {
            throw new NotFoundResponse();
        }
    }

    /** A value of the query that has to be one of a kind. */
    static BadRequestResponse unknown(String parameter, String value) {
        return new BadRequestResponse("unknown value for " + parameter + ": " + value);
    }

    Frame frame(Context ctx, String title) {
        return frame(ctx, title, ImmutableList.of());
    }

    Frame frame(Context ctx, String title, ImmutableList<Crumb> crumbs) {
        Words words = words(ctx);
        String now = now(words, ZoneOffset.UTC) + " UTC";
        return frame(ctx, Optional.empty(), "", title, crumbs, now);
    }

    Frame frame(Context ctx, Frame.Owner owner, String section, String title, ImmutableList<Crumb> crumbs) {
        String now = now(words(ctx), owner.organisation().timeZone());
        return frame(ctx, Optional.of(owner), section, title, crumbs, now);
    }

    private Frame frame(
            Context ctx,
            Optional<Frame.Owner> owner,
            String section,
            String title,
            ImmutableList<Crumb> crumbs,
            String now) {
        return new Frame(
                words(ctx),
                title,
                pathWithoutLanguage(ctx),
                owner,
                section,
                crumbs,
                sessions.visitor(ctx),
                settings.imprint(),
                now);
    }

    private String now(Words words, ZoneId zone) {
        return words.moment(LocalDateTime.ofInstant(settings.clock().instant(), zone));
    }

    private static String pathWithoutLanguage(Context ctx) {
        String path = ctx.path();
        boolean known = path.equals("/fr") || path.equals("/en") || path.startsWith("/fr/") || path.startsWith("/en/");
        String bare = known ? path.substring(3) : "";
        String query = ctx.queryString();
        boolean get = ctx.method().name().equals("GET");
        return (bare.isEmpty() ? "/" : bare) + (known && get && query != null && !bare.isEmpty() ? "?" + query : "");
    }
}
