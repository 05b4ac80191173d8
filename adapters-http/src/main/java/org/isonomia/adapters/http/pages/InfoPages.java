package org.isonomia.adapters.http.pages;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import org.isonomia.adapters.http.routing.Access;
import org.isonomia.adapters.http.routing.Callers;
import org.isonomia.adapters.http.routing.GuardedRoutes;
import org.isonomia.application.plan.PlanKey;
import org.isonomia.application.plan.PlanReading;
import org.isonomia.application.plan.PlanReading.OrganisationPlans;
import org.isonomia.application.plan.PlanReading.Overview;
import org.isonomia.application.plan.PlanUseCases;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.plan.Plan;

/** Answers for the pages that belong to no plan. */
final class InfoPages {

    private final Desk desk;
    private final PlanUseCases plans;

    InfoPages(Desk desk, PlanUseCases plans) {
        this.desk = desk;
        this.plans = plans;
    }

    void register(GuardedRoutes routes, String root) {
        routes.get(root, Access.READING, Desk.bare(this::home));
        for (String name : ImmutableList.of("method", "accessibility", "legal", "api")) {
            routes.get(root + "/" + name, Access.READING, Desk.bare(ctx -> info(ctx, name)));
        }
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

    private PlanReading reading(Context ctx) {
        return plans.by(Callers.of(ctx)).reading();
    }
}
