package org.isonomia.adapters.http.api;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.isonomia.adapters.http.routing.Access;
import org.isonomia.adapters.http.routing.Callers;
import org.isonomia.adapters.http.routing.GuardedRoutes;
import org.isonomia.adapters.http.routing.Query;
import org.isonomia.adapters.http.routing.Versions;
import org.isonomia.application.access.UseCase;
import org.isonomia.application.document.Node;
import org.isonomia.application.plan.PlanReading.AssessedAction;
import org.isonomia.application.plan.PlanUseCases;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.domain.kernel.Code;

/** The milestones of an action, which share its version: each change is a patch of the action. */
record MilestoneRoutes(PlanUseCases useCases, ActionRoutes actions) {

    private static final String ALL = ActionRoutes.ACTION + "/milestones";
    private static final String ONE = ALL + "/{milestone}";

    void register(GuardedRoutes routes) {
        routes.get(ALL, Access.READING, this::list);
        routes.get(ONE, Access.READING, this::view);
        routes.put(ONE, Access.to(UseCase.CHANGE_ACTIONS), this::replace);
        routes.patch(ONE, Access.to(UseCase.CHANGE_ACTIONS), this::change);
        routes.delete(ONE, Access.to(UseCase.CHANGE_ACTIONS), this::remove);
    }

    private void list(Context ctx) {
        Query.of(ctx);
        Answers.send(ctx, Answers.list(milestones(read(ctx))));
    }

    private void view(Context ctx) {
        Query.of(ctx);
        show(ctx);
    }

    private void show(Context ctx) {
        Answers.send(
                ctx,
                find(milestones(read(ctx)), Requests.code(ctx, "milestone")).orElseThrow(() -> absent(ctx)));
    }

    private AssessedAction read(Context ctx) {
        AssessedAction view =
                useCases.by(Callers.of(ctx)).reading().assessed(Requests.plan(ctx), Requests.code(ctx, "action"));
        Versions.answer(ctx, view.action().version());
        return view;
    }

    private ImmutableList<Node> milestones(AssessedAction view) {
        return actions.entry(view)
                .get("milestones")
                .map(known -> ((Node.Sequence) known).items())
                .orElse(ImmutableList.of());
    }

    private static Optional<Node> find(ImmutableList<Node> milestones, Code code) {
        return milestones.stream()
                .filter(milestone -> isCalled(milestone, code))
                .findFirst();
    }

    private static boolean isCalled(Node milestone, Code code) {
        return milestone instanceof Node.Mapping mapping
                && mapping.get("code").filter(Node.text(code.value())::equals).isPresent();
    }

    private static NotFoundException absent(Context ctx) {
        return new NotFoundException("no milestone has this code: " + Requests.code(ctx, "milestone"));
    }

    private void replace(Context ctx) {
        Node.Mapping wanted = Requests.object(ctx);
        Code code = Requests.code(ctx, "milestone");
        boolean known = find(milestones(read(ctx)), code).isPresent();
        save(
                ctx,
                code,
                Optional.of(wanted.get("code").isPresent() ? wanted : wanted.with("code", Node.text(code.value()))));
        show(ctx);
        ctx.status(known ? 200 : 201);
    }

    private void change(Context ctx) {
        Node.Mapping patch = Requests.patch(ctx);
        Code code = Requests.code(ctx, "milestone");
        Node stored = find(milestones(read(ctx)), code).orElseThrow(() -> absent(ctx));
        save(ctx, code, Optional.of(Node.mergePatch(stored, patch)));
        show(ctx);
    }

    private void remove(Context ctx) {
        Code code = Requests.code(ctx, "milestone");
        if (find(milestones(read(ctx)), code).isEmpty()) {
            throw absent(ctx);
        }
        save(ctx, code, Optional.empty());
        ctx.status(204);
    }

    private void save(Context ctx, Code code, Optional<Node> wanted) {
        int version = Versions.required(ctx);
        List<Node> changed = new ArrayList<>();
        boolean placed = false;
        for (Node milestone : milestones(read(ctx))) {
            if (!isCalled(milestone, code)) {
                changed.add(milestone);
            } else {
                wanted.ifPresent(changed::add);
                placed = true;
            }
        }
        if (!placed) {
            wanted.ifPresent(changed::add);
        }
        actions.save(ctx, version, Answers.object(ImmutableMap.of("milestones", Node.sequence(changed))));
    }
}
