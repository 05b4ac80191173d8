package org.isonomia.adapters.http.api;

import io.javalin.http.Context;
import java.util.Map;
import org.isonomia.adapters.http.routing.Access;
import org.isonomia.adapters.http.routing.GuardedRoutes;
import org.isonomia.adapters.http.routing.Query;
import org.isonomia.adapters.http.routing.Versions;
import org.isonomia.application.document.Node;
import org.isonomia.application.plan.PlanReading.Overview;
import org.isonomia.application.plan.PlanUseCases;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.plan.Axis;
import org.isonomia.domain.plan.Plan;

/** The axes of a plan, which share its version. */
record AxisRoutes(PlanUseCases useCases) {

    private static final String AXIS = Api.PLAN + "/axes/{axis}";

    void register(GuardedRoutes routes) {
        routes.get(Api.PLAN + "/axes", Access.PUBLIC, this::list);
        routes.get(AXIS, Access.PUBLIC, this::view);
        routes.put(AXIS, Access.ADMINISTRATOR, this::replace);
        routes.patch(AXIS, Access.ADMINISTRATOR, this::change);
        routes.delete(AXIS, Access.ADMINISTRATOR, this::remove);
    }

    private void list(Context ctx) {
        Query.of(ctx);
        Overview overview = useCases.reading().overview(Requests.plan(ctx));
        Versions.answer(ctx, overview.plan().version());
        Answers.send(
                ctx,
                Answers.list(overview.plan().axes().inReadingOrder().stream()
                        .map(Axis::code)
                        .map(code -> axis(overview, code))
                        .toList()));
    }

    private Node axis(Overview overview, Code code) {
        Node.Mapping entry = (Node.Mapping) useCases.exchange().writeAxis(overview.plan(), code);
        var figures = overview.axes().get(code);
        return figures == null ? entry : entry.with("figures", Answers.figures(figures));
    }

    private void view(Context ctx) {
        Query.of(ctx);
        show(ctx);
    }

    private void show(Context ctx) {
        Code code = Requests.code(ctx, "axis");
        Overview overview = useCases.reading().overview(Requests.plan(ctx));
        if (overview.plan().axes().find(code).isEmpty()) {
            throw new NotFoundException("no axis has this code: " + code);
        }
        Versions.answer(ctx, overview.plan().version());
        Answers.send(ctx, axis(overview, code));
    }

    private void replace(Context ctx) {
        Node.Mapping wanted = Requests.object(ctx);
        Code code = Requests.code(ctx, "axis");
        Plan plan = useCases.reading().plan(Requests.plan(ctx));
        boolean known = plan.axes().find(code).isPresent();
        Node stored = known ? useCases.exchange().writeAxis(plan, code) : Answers.object(Map.of());
        change(ctx, code, Replacement.patch(stored, Replacement.withoutComputed(wanted)));
        ctx.status(known ? 200 : 201);
    }

    private void change(Context ctx) {
        Code code = Requests.code(ctx, "axis");
        Node.Mapping patch = Requests.patch(ctx);
        if (useCases.reading().plan(Requests.plan(ctx)).axes().find(code).isEmpty()) {
            throw new NotFoundException("no axis has this code: " + code + "; PUT adds one");
        }
        change(ctx, code, patch);
    }

    private void change(Context ctx, Code code, Node.Mapping patch) {
        useCases.editing().changeAxis(Requests.plan(ctx), code, Requests.edit(ctx, Versions.required(ctx), patch));
        show(ctx);
    }

    private void remove(Context ctx) {
        useCases.editing()
                .removeAxis(
                        Requests.plan(ctx),
                        Requests.code(ctx, "axis"),
                        Requests.edit(ctx, Versions.required(ctx), Answers.object(Map.of())));
        ctx.status(204);
    }
}
