package org.isonomia.adapters.http.api;

import com.google.common.collect.ImmutableList;
import io.javalin.http.Context;
import java.util.Map;
import org.isonomia.adapters.http.routing.Access;
import org.isonomia.adapters.http.routing.Callers;
import org.isonomia.adapters.http.routing.GuardedRoutes;
import org.isonomia.adapters.http.routing.Query;
import org.isonomia.adapters.http.routing.Versions;
import org.isonomia.application.access.UseCase;
import org.isonomia.application.document.Node;
import org.isonomia.application.plan.PlanExchange;
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
        routes.get(Api.PLAN + "/axes", Access.READING, this::list);
        routes.get(AXIS, Access.READING, this::view);
        routes.put(AXIS, Access.to(UseCase.CHANGE_AXIS), this::replace);
        routes.patch(AXIS, Access.to(UseCase.CHANGE_AXIS), this::change);
        routes.delete(AXIS, Access.to(UseCase.REMOVE_AXIS), this::remove);
    }

    private void list(Context ctx) {
        Query query = CodedList.query(ctx);
        Overview overview = useCases.by(Callers.of(ctx)).reading().overview(Requests.plan(ctx));
        Versions.answer(ctx, overview.plan().version());
        new CodedList<>(
                        ImmutableList.copyOf(overview.plan().axes().inReadingOrder()),
                        Axis::code,
                        axis -> axis(overview, axis.code()))
                .send(ctx, query);
    }

    private Node axis(Overview overview, Code code) {
        Node.Mapping entry = (Node.Mapping) PlanExchange.writeAxis(overview.plan(), code);
        var figures = overview.axes().get(code);
        return figures == null ? entry : entry.with("figures", Answers.figures(figures));
    }

    private void view(Context ctx) {
        Query.of(ctx);
        show(ctx);
    }

    private void show(Context ctx) {
        Code code = Requests.code(ctx, "axis");
        Overview overview = useCases.by(Callers.of(ctx)).reading().overview(Requests.plan(ctx));
        if (overview.plan().axes().find(code).isEmpty()) {
            throw new NotFoundException("no axis has this code: " + code);
        }
        Versions.answer(ctx, overview.plan().version());
        Answers.send(ctx, axis(overview, code));
    }

    private void replace(Context ctx) {
        Node.Mapping wanted = Requests.object(ctx);
        Code code = Requests.code(ctx, "axis");
        Plan plan = useCases.by(Callers.of(ctx)).reading().plan(Requests.plan(ctx));
        boolean known = plan.axes().find(code).isPresent();
        Node stored = known ? PlanExchange.writeAxis(plan, code) : Answers.object(Map.of());
        change(ctx, code, Node.patchTo(stored, Replacement.withoutComputed(wanted)));
        ctx.status(known ? 200 : 201);
    }

    private void change(Context ctx) {
        Code code = Requests.code(ctx, "axis");
        Node.Mapping patch = Requests.patch(ctx);
        if (useCases.by(Callers.of(ctx))
                .reading()
                .plan(Requests.plan(ctx))
                .axes()
                .find(code)
                .isEmpty()) {
            throw new NotFoundException("no axis has this code: " + code + "; PUT adds one");
        }
        change(ctx, code, patch);
    }

    private void change(Context ctx, Code code, Node.Mapping patch) {
        useCases.by(Callers.of(ctx))
                .editing()
                .changeAxis(Requests.plan(ctx), code, Requests.edit(ctx, Versions.required(ctx), patch));
        show(ctx);
    }

    private void remove(Context ctx) {
        useCases.by(Callers.of(ctx))
                .editing()
                .removeAxis(
                        Requests.plan(ctx),
                        Requests.code(ctx, "axis"),
                        Requests.edit(ctx, Versions.required(ctx), Answers.object(Map.of())));
        ctx.status(204);
    }
}
