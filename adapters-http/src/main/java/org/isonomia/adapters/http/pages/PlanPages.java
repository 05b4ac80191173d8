package org.isonomia.adapters.http.pages;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.javalin.http.Context;
import org.isonomia.adapters.http.pages.PageRoutes.Access;
import org.isonomia.application.plan.PlanReading;
import org.isonomia.application.plan.PlanReading.Overview;

/** Answers for the pages of a plan. */
final class PlanPages {

    private final Desk desk;
    private final PlanReading reading;

    PlanPages(Desk desk, PlanReading reading) {
        this.desk = desk;
        this.reading = reading;
    }

    void register(PageRoutes routes, String plan) {
        routes.get(plan, Access.PUBLIC, this::overview);
    }

    private void overview(Context ctx) {
        Words words = desk.words(ctx);
        Links links = Desk.links(ctx, words);
        Overview seen = reading.overview(links.key());
        ImmutableList<AxisFigures> axes = seen.plan().axes().inReadingOrder().stream()
                .map(axis -> AxisFigures.of(words, seen, axis.code()))
                .collect(toImmutableList());
        Frame frame = desk.frame(
                ctx,
                new Desk.Owner(links, seen.organisation(), seen.plan()),
                "plan",
                words.say(seen.plan().content().profile().title()),
                ImmutableList.of());
        BudgetChart budget = BudgetChart.of(words, seen.plan().content().means());
        desk.answer(
                ctx,
                200,
                "plan",
                new PlanPage(frame, links, seen, axes, budget, desk.settings().rule()));
    }
}
