package org.isonomia.adapters.http.pages;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.Optional;
import java.util.function.Predicate;
import org.isonomia.adapters.http.routing.Access;
import org.isonomia.adapters.http.routing.Callers;
import org.isonomia.adapters.http.routing.GuardedRoutes;
import org.isonomia.adapters.http.routing.Query;
import org.isonomia.application.plan.PlanKey;
import org.isonomia.application.plan.PlanReading;
import org.isonomia.application.plan.PlanReading.OrganisationPlans;
import org.isonomia.application.plan.PlanReading.Overview;
import org.isonomia.application.plan.PlanUseCases;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.plan.Plan;

/** Answers for the pages that belong to no plan, and signs in and out. */
final class InfoPages {

    private final Desk desk;
    private final PlanUseCases plans;

    InfoPages(Desk desk, PlanUseCases plans) {
        this.desk = desk;
        this.plans = plans;
    }

    void register(GuardedRoutes routes, String root, Predicate<String> token) {
        routes.get(root, Access.READING, Desk.bare(this::home));
        for (String name : ImmutableList.of("method", "accessibility", "legal", "api")) {
            routes.get(root + "/" + name, Access.READING, Desk.bare(ctx -> info(ctx, name)));
        }
        routes.get(root + "/sign-in", Access.PUBLIC, ctx -> {
            Query.of(ctx, "back");
            signInForm(ctx, false);
        });
        routes.post(root + "/sign-in", Access.PUBLIC, ctx -> signIn(ctx, token));
        routes.post(root + "/sign-out", Access.PUBLIC, this::signOut);
        routes.get(root + "/{organisation}", Access.READING, Desk.bare(this::organisation));
    }

    private void home(Context ctx) {
        Words words = desk.words(ctx);
        home(ctx, words.t("home.title"), reading(ctx).organisations());
    }

    /** The plans of one organisation. */
    private void organisation(Context ctx) {
        Code code = Desk.code(ctx, "organisation");
        OrganisationPlans owner = reading(ctx).organisations().stream()
                .filter(known -> known.organisation().code().equals(code))
                .findFirst()
                .orElseThrow(NotFoundResponse::new);
        home(ctx, owner.organisation().name(), ImmutableList.of(owner));
    }

    private void home(Context ctx, String title, ImmutableList<OrganisationPlans> owners) {
        Words words = desk.words(ctx);
        ImmutableList.Builder<HomePage.Card> cards = ImmutableList.builder();
        for (OrganisationPlans owner : owners) {
            for (Plan plan : owner.plans()) {
                PlanKey key = new PlanKey(owner.organisation().code(), plan.code());
                Overview seen = reading(ctx).overview(key);
                cards.add(new HomePage.Card(
                        new Links(words.lang(), key),
                        seen,
                        seen.plan().axes().roots().stream()
                                .map(axis -> AxisFigures.of(words, seen, axis.code()))
                                .collect(toImmutableList())));
            }
        }
        desk.answer(ctx, 200, "home", new HomePage(desk.frame(ctx, title), cards.build()));
    }

    private void info(Context ctx, String name) {
        Words words = desk.words(ctx);
        ImmutableList<InfoPage.Plan> plans = name.equals("api") ? plans(ctx, words) : ImmutableList.of();
        desk.answer(
                ctx,
                200,
                name,
                new InfoPage(
                        desk.frame(ctx, words.t(name + ".title")),
                        desk.settings().rule(),
                        desk.settings().places().credit(),
                        plans));
    }

    private ImmutableList<InfoPage.Plan> plans(Context ctx, Words words) {
        return reading(ctx).organisations().stream()
                .flatMap(owner -> owner.plans().stream()
                        .map(plan -> new InfoPage.Plan(
                                plan.content().profile().title(),
                                owner.organisation().language().getLanguage(),
                                new Links(
                                        words.lang(),
                                        new PlanKey(owner.organisation().code(), plan.code())))))
                .collect(toImmutableList());
    }

    private void signInForm(Context ctx, boolean refused) {
        Words words = desk.words(ctx);
        String back = ownPath(refused ? ctx.formParam("back") : ctx.queryParam("back"));
        Frame frame = desk.frame(ctx, words.t("signin.title"));
        ImmutableList<Badge> fields = ImmutableList.of(new Badge("back", back));
        desk.answer(
                ctx,
                refused ? 403 : 200,
                "signin",
                new SignInPage(frame, words.t("signin.lead"), frame.page("sign-in"), fields, true, refused));
    }

    private void signIn(Context ctx, Predicate<String> isToken) {
        String token = Optional.ofNullable(ctx.formParam("token")).orElse("").strip();
        if (token.isEmpty() || !isToken.test(token)) {
            signInForm(ctx, true);
            return;
        }
        desk.sessions().begin(ctx);
        String back = ownPath(ctx.formParam("back"));
        ctx.redirect(back.isEmpty() ? "/" + desk.words(ctx).lang() : back, HttpStatus.SEE_OTHER);
    }

    private void signOut(Context ctx) {
        if (desk.sessions().isGenuine(ctx)) {
            desk.sessions().end(ctx);
        }
        ctx.redirect("/" + desk.words(ctx).lang(), HttpStatus.SEE_OTHER);
    }

    /** The path if it leads to a page of ours; else empty, so that nobody is led elsewhere. */
    private static String ownPath(@org.jspecify.annotations.Nullable String path) {
        return path != null && path.matches("/(fr|en)(/[A-Za-z0-9._/-]*)?") && !path.contains("//") ? path : "";
    }

    private PlanReading reading(Context ctx) {
        return plans.by(Callers.of(ctx)).reading();
    }
}
