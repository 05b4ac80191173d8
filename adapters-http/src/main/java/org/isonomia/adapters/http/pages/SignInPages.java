package org.isonomia.adapters.http.pages;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import org.isonomia.adapters.http.pages.SignInPage.Step;
import org.isonomia.adapters.http.routing.Access;
import org.isonomia.adapters.http.routing.GuardedRoutes;
import org.isonomia.adapters.http.routing.Query;
import org.isonomia.application.identity.IdentityUseCases;
import org.isonomia.application.identity.Outcome;
import org.isonomia.application.identity.ProviderSignIn.Departure;
import org.isonomia.application.spi.ProviderRefusedException;
import org.jspecify.annotations.Nullable;

/** Answers for signing in, by password, code and identity provider, and for signing out. */
final class SignInPages {

    /** What stands before the way back in the cookie of a departure; no provider's memory holds it. */
    private static final char BEFORE_BACK = '~';

    private final Desk desk;
    private final Entrance entrance;
    private final IdentityUseCases identity;

    SignInPages(Desk desk, Entrance entrance) {
        this.desk = desk;
        this.entrance = entrance;
        this.identity = entrance.identity();
    }

    void register(GuardedRoutes routes, String root) {
        routes.getLive(root + "/sign-in", Access.PUBLIC, ctx -> {
            Query.of(ctx, "back");
            ask(ctx, 200, Step.PASSWORD, ownPath(ctx.queryParam("back")), Optional.empty());
        });
        routes.post(root + "/sign-in", Access.PUBLIC, ctx -> answer(ctx, entrance.byPassword(ctx), Step.PASSWORD));
        routes.getLive(root + "/sign-in/code", Access.PUBLIC, ctx -> {
            Query.of(ctx, "back");
            ask(ctx, 200, Step.CODE, ownPath(ctx.queryParam("back")), Optional.empty());
        });
        routes.post(root + "/sign-in/code", Access.PUBLIC, this::code);
        routes.getLive(root + "/sign-in/with/{provider}", Access.PUBLIC, this::depart);
        routes.post(root + "/sign-out", Access.PUBLIC, this::signOut);
    }

    /** The address where browsers come back to from identity providers, in whatever language they left. */
    void registerReturn(GuardedRoutes routes) {
        routes.getLive("/sign-in/{provider}/return", Access.PUBLIC, this::arrive);
    }

    private void code(Context ctx) {
        if (ctx.formParam("restart") == null) {
            answer(ctx, entrance.byCode(ctx), Step.CODE);
        } else {
            String back = ownPath(ctx.formParam("back"));
            String query = back.isEmpty() ? "" : "?back=" + Links.escape(back);
            ctx.redirect("/" + desk.words(ctx).lang() + "/sign-in" + query, HttpStatus.SEE_OTHER);
        }
    }

    private void answer(Context ctx, Outcome outcome, Step step) {
        String back = ownPath(ctx.formParam("back"));
        if (outcome instanceof Outcome.SignedIn || outcome instanceof Outcome.SecondFactorDue) {
            lead(ctx, outcome, desk.words(ctx).lang(), back);
            return;
        }
        Words words = desk.words(ctx);
        ask(ctx, entrance.status(ctx, outcome), step, back, Entrance.problem(words, outcome, step == Step.CODE));
    }

    /** Leads somebody on who proved who they are, or half of it. */
    static void lead(Context ctx, Outcome outcome, String lang, String back) {
        String next = outcome instanceof Outcome.SignedIn
                ? (back.isEmpty() ? "/" + lang : back)
                : "/" + lang + "/sign-in/code" + (back.isEmpty() ? "" : "?back=" + Links.escape(back));
        ctx.header("Cache-Control", "no-store");
        ctx.redirect(next, HttpStatus.SEE_OTHER);
    }

    private void ask(Context ctx, int status, Step step, String back, Optional<String> problem) {
        Words words = desk.words(ctx);
        boolean code = step == Step.CODE;
        Frame frame = desk.frame(ctx, words.t(code ? "signin.code.title" : "signin.title"));
        String suffix = back.isEmpty() ? "" : "?back=" + Links.escape(back);
        ImmutableList<Badge> providers = code
                ? ImmutableList.of()
                : identity.providers().providers().stream()
                        .map(name -> new Badge(name, frame.page("sign-in/with/" + Links.escape(name)) + suffix))
                        .collect(toImmutableList());
        desk.answer(
                ctx,
                status,
                "signin",
                new SignInPage(
                        frame,
                        words.t(code ? "signin.code.lead" : "signin.lead"),
                        frame.page(code ? "sign-in/code" : "sign-in"),
                        ImmutableList.of(new Badge("back", back)),
                        step,
                        Strings.nullToEmpty(ctx.formParam("login")),
                        problem,
                        providers));
        ctx.header("Cache-Control", "no-store");
    }

    private void depart(Context ctx) {
        String back = ownPath(Query.of(ctx, "back").one("back").orElse(""));
        try {
            Departure departure = identity.providers().begin(ctx.pathParam("provider"), false);
            String way = back.isEmpty() ? "/" + desk.words(ctx).lang() : back;
            Cookie.PROVIDER.put(ctx, departure.memory() + BEFORE_BACK + way);
            ctx.header("Cache-Control", "no-store");
            ctx.redirect(departure.address().toString(), HttpStatus.FOUND);
        } catch (ProviderRefusedException refused) {
            refuse(ctx, 502, back);
        }
    }

    private void arrive(Context ctx) {
        String kept = Cookie.PROVIDER.in(ctx).orElse("");
        int end = kept.lastIndexOf(BEFORE_BACK);
        String memory = end < 0 ? "" : kept.substring(0, end);
        String back = ownPath(end < 0 ? "" : kept.substring(end + 1));
        String lang = back.startsWith("/en") ? "en" : "fr";
        Cookie.PROVIDER.remove(ctx);
        ImmutableListMultimap.Builder<String, String> parameters = ImmutableListMultimap.builder();
        ctx.queryParamMap().forEach(parameters::putAll);
        try {
            Outcome outcome = entrance.kept(
                    ctx,
                    identity.providers()
                            .finish(ctx.pathParam("provider"), memory, parameters.build(), Entrance.client(ctx)));
            if (outcome instanceof Outcome.SignedIn || outcome instanceof Outcome.SecondFactorDue) {
                lead(ctx, outcome, lang, back);
            } else if (outcome instanceof Outcome.Throttled) {
                Words words = desk.words(ctx);
                ask(ctx, entrance.status(ctx, outcome), Step.PASSWORD, back, Entrance.problem(words, outcome, false));
            } else {
                refuse(ctx, 403, back);
            }
        } catch (ProviderRefusedException refused) {
            refuse(ctx, 403, back);
        }
    }

    private void refuse(Context ctx, int status, String back) {
        Words words = desk.words(ctx);
        ask(ctx, status, Step.PASSWORD, back, Optional.of(words.t("signin.provider.refused")));
    }

    private void signOut(Context ctx) {
        if (desk.sessions().isGenuine(ctx)) {
            desk.sessions().end(ctx);
        }
        ctx.redirect("/" + desk.words(ctx).lang(), HttpStatus.SEE_OTHER);
    }

    /** The path if it leads to a page of ours; else empty, so that nobody is led elsewhere. */
    static String ownPath(@Nullable String path) {
        return path != null && path.matches("/(fr|en)(/[A-Za-z0-9._/-]*)?") && !path.contains("//") ? path : "";
    }
}
