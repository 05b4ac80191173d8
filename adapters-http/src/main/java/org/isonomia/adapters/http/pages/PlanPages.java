package org.isonomia.adapters.http.pages;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Optional;
import org.isonomia.adapters.http.routing.Access;
import org.isonomia.adapters.http.routing.Callers;
import org.isonomia.adapters.http.routing.GuardedRoutes;
import org.isonomia.application.plan.ActionFilter;
import org.isonomia.application.plan.PlanReading;
import org.isonomia.application.plan.PlanReading.ActionView;
import org.isonomia.application.plan.PlanReading.Overview;
import org.isonomia.application.plan.PlanUseCases;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.plan.Axis;

/** Answers for the pages of a plan, an axis and an action. */
final class PlanPages {

    private final Desk desk;
    private final PlanUseCases plans;

    PlanPages(Desk desk, PlanUseCases plans) {
        this.desk = desk;
        this.plans = plans;
    }

    void register(GuardedRoutes routes, String plan) {
        routes.get(plan, Access.READING, Desk.bare(this::overview));
        routes.get(plan + "/axes/{axis}", Access.READING, Desk.bare(this::axis));
        routes.get(plan + "/actions/{action}", Access.READING, Desk.bare(this::action));
        routes.get(plan + "/timeline", Access.READING, Desk.bare(this::timeline));
    }

    private void overview(Context ctx) {
        Words words = desk.words(ctx);
        Links links = Desk.links(ctx, words);
        Overview seen = reading(ctx).overview(links.key());
        ImmutableList<AxisFigures> axes = seen.plan().axes().inReadingOrder().stream()
                .map(axis -> AxisFigures.of(words, seen, axis.code()))
                .collect(toImmutableList());
        Frame frame = desk.frame(
                ctx,
                new Frame.Owner(links, seen.organisation(), seen.plan()),
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

    private void axis(Context ctx) {
        Words words = desk.words(ctx);
        Links links = Desk.links(ctx, words);
        Code code = Desk.code(ctx, "axis");
        Overview seen = reading(ctx).overview(links.key());
        ImmutableList<Axis> order = seen.plan().axes().inReadingOrder();
        Axis axis = seen.plan().axes().find(code).orElseThrow(NotFoundResponse::new);
        int at = order.indexOf(axis);
        Frame frame = desk.frame(
                ctx,
                new Frame.Owner(links, seen.organisation(), seen.plan()),
                "plan",
                words.t("axis.number", code) + ". " + words.say(axis.title()),
                ImmutableList.of(
                        Crumb.to(words.t("nav.plan"), links.plan()), Crumb.here(words.t("axis.number", code))));
        desk.answer(
                ctx,
                200,
                "axis",
                new AxisPage(
                        frame,
                        links,
                        AxisFigures.of(words, seen, code),
                        seen.plan().axes().children(code).stream()
                                .map(child -> AxisFigures.of(words, seen, child.code()))
                                .collect(toImmutableList()),
                        reading(ctx)
                                .actions(links.key(), ActionFilter.inAxis(code), ActionFilter.Paging.EVERYTHING)
                                .items(),
                        at > 0 ? Optional.of(order.get(at - 1)) : Optional.empty(),
                        at + 1 < order.size() ? Optional.of(order.get(at + 1)) : Optional.empty()));
    }

    private void action(Context ctx) {
        Words words = desk.words(ctx);
        Links links = Desk.links(ctx, words);
        ActionView seen = reading(ctx).action(links.key(), Desk.code(ctx, "action"));
        Frame frame = desk.frame(
                ctx,
                new Frame.Owner(links, seen.organisation(), seen.plan()),
                "actions",
                seen.action().code() + " "
                        + words.say(seen.action().content().profile().title()),
                ImmutableList.of(
                        Crumb.to(words.t("nav.plan"), links.plan()),
                        Crumb.to(
                                words.t("axis.number", seen.action().axis()),
                                links.axis(seen.action().axis())),
                        Crumb.here(seen.action().code().value())));
        desk.answer(
                ctx,
                200,
                "action",
                new ActionPage(frame, links, seen, desk.settings().reference()));
    }

    private void timeline(Context ctx) {
        Words words = desk.words(ctx);
        Links links = Desk.links(ctx, words);
        PlanReading.Timeline seen = reading(ctx).timeline(links.key());
        Frame frame = desk.frame(
                ctx,
                new Frame.Owner(links, seen.organisation(), seen.plan()),
                "timeline",
                words.t("timeline.title"),
                ImmutableList.of(Crumb.to(words.t("nav.plan"), links.plan()), Crumb.here(words.t("nav.timeline"))));
        desk.answer(ctx, 200, "timeline", Timelines.of(frame, links, seen));
    }

    private PlanReading reading(Context ctx) {
        return plans.by(Callers.of(ctx)).reading();
    }
}
