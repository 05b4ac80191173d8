package org.isonomia.adapters.http.api;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.isonomia.adapters.http.routing.Access;
import org.isonomia.adapters.http.routing.Callers;
import org.isonomia.adapters.http.routing.GuardedRoutes;
import org.isonomia.adapters.http.routing.Query;
import org.isonomia.adapters.http.routing.Versions;
import org.isonomia.application.access.UseCase;
import org.isonomia.application.document.Node;
import org.isonomia.application.plan.Edit;
import org.isonomia.application.plan.PlanEditing.ActionEdit;
import org.isonomia.application.plan.PlanExchange;
import org.isonomia.application.plan.PlanKey;
import org.isonomia.application.plan.PlanReading.AssessedAction;
import org.isonomia.application.plan.PlanUseCases;
import org.isonomia.domain.kernel.Code;

/** One action: read, added, changed, removed, and its status declared. */
record ActionRoutes(PlanUseCases useCases) {

    static final String ACTION = Api.PLAN + "/actions/{action}";

    void register(GuardedRoutes routes) {
        routes.post(Api.PLAN + "/actions", Access.to(UseCase.ADD_ACTION), this::add);
        routes.get(ACTION, Access.READING, this::view);
        routes.put(ACTION, Access.to(UseCase.CHANGE_ACTIONS), this::replace);
        routes.patch(ACTION, Access.to(UseCase.CHANGE_ACTIONS), this::change);
        routes.delete(ACTION, Access.to(UseCase.REMOVE_ACTION), this::remove);
        routes.post(ACTION + "/statuses", Access.to(UseCase.CHANGE_ACTIONS), this::declare);
    }

    private void add(Context ctx) {
        Node.Mapping entry = Replacement.withoutComputed(Requests.object(ctx));
        PlanKey key = Requests.plan(ctx);
        Code code = useCases.by(Callers.of(ctx))
                .editing()
                .addAction(key, new Edit(OptionalInt.empty(), entry, Requests.amendment(ctx)));
        ctx.header(
                "Location",
                Api.ROOT + "/organisations/" + key.organisation() + "/plans/" + key.plan() + "/actions/" + code);
        show(ctx, code);
        ctx.status(201);
    }

    private void view(Context ctx) {
        Query.of(ctx);
        show(ctx, Requests.code(ctx, "action"));
    }

    private void show(Context ctx, Code code) {
        AssessedAction view = useCases.by(Callers.of(ctx)).reading().assessed(Requests.plan(ctx), code);
        Map<String, Node> computed = new LinkedHashMap<>();
        computed.put("status", Answers.text(view.action().status()));
        computed.put("progress", Answers.progress(view.action().progress()));
        computed.put("health", Answers.health(view.health()));
        Versions.answer(ctx, view.action().version());
        Answers.send(
                ctx,
                entry(view)
                        .with("computed", Answers.object(computed))
                        .with("version", Node.number(view.action().version())));
    }

    /** The action's entry as files have it. */
    Node.Mapping entry(AssessedAction view) {
        return (Node.Mapping) PlanExchange.write(view.action());
    }

    private void replace(Context ctx) {
        Node.Mapping wanted = Replacement.withoutComputed(Requests.object(ctx));
        int version = Versions.required(ctx);
        AssessedAction stored =
                useCases.by(Callers.of(ctx)).reading().assessed(Requests.plan(ctx), Requests.code(ctx, "action"));
        change(ctx, version, Node.patchTo(entry(stored), wanted));
    }

    private void change(Context ctx) {
        Node.Mapping patch = Requests.patch(ctx);
        change(ctx, Versions.required(ctx), patch);
    }

    private void change(Context ctx, int version, Node.Mapping patch) {
        save(ctx, version, patch);
        show(ctx, Requests.code(ctx, "action"));
    }

    /** Changes the action that the address names. */
    void save(Context ctx, int version, Node.Mapping patch) {
        Code code = Requests.code(ctx, "action");
        useCases.by(Callers.of(ctx))
                .editing()
                .changeActions(
                        Requests.plan(ctx),
                        ImmutableList.of(new ActionEdit(code, OptionalInt.of(version), patch)),
                        Requests.amendment(ctx));
    }

    private void remove(Context ctx) {
        Edit edit = Requests.edit(ctx, Versions.required(ctx), Answers.object(ImmutableMap.of()));
        useCases.by(Callers.of(ctx)).editing().removeAction(Requests.plan(ctx), Requests.code(ctx, "action"), edit);
        ctx.status(204);
    }

    private void declare(Context ctx) {
        Node.Mapping status = Requests.object(ctx);
        int version = Versions.required(ctx);
        AssessedAction stored =
                useCases.by(Callers.of(ctx)).reading().assessed(Requests.plan(ctx), Requests.code(ctx, "action"));
        List<Node> history = new ArrayList<>();
        entry(stored).get("statuses").ifPresent(known -> history.addAll(((Node.Sequence) known).items()));
        history.add(status);
        change(ctx, version, Answers.object(ImmutableMap.of("statuses", Node.sequence(history))));
        ctx.status(201);
    }
}
