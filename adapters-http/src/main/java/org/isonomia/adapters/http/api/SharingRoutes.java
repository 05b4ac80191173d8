package org.isonomia.adapters.http.api;

import com.google.common.collect.ImmutableSet;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.isonomia.adapters.http.routing.Access;
import org.isonomia.adapters.http.routing.Callers;
import org.isonomia.adapters.http.routing.GuardedRoutes;
import org.isonomia.adapters.http.routing.ProblemException;
import org.isonomia.adapters.http.routing.ProblemType;
import org.isonomia.adapters.http.routing.Query;
import org.isonomia.adapters.http.routing.Versions;
import org.isonomia.application.access.UseCase;
import org.isonomia.application.document.Node;
import org.isonomia.application.network.NetworkUseCases;
import org.isonomia.application.network.PlanSharing;
import org.isonomia.application.network.PlanSharing.Received;
import org.isonomia.application.network.PlanSharing.SharedWith;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.domain.plan.PlanShare.Field;
import org.isonomia.domain.plan.SharedPlan;
import org.isonomia.domain.plan.SharedPlan.SharedAction;
import org.isonomia.domain.plan.SharedPlan.SharedAxis;

/** What organisations let their network see of plans, and what a network sees. */
record SharingRoutes(NetworkUseCases useCases) {

    private static final String SHARES = Api.PLAN + "/shares";
    private static final String SHARE = SHARES + "/{with}";
    private static final String RECEIVED = Api.ORGANISATION + "/shared-plans";

    void register(GuardedRoutes routes) {
        routes.get(SHARES, Access.to(UseCase.READ_SHARES), this::list);
        routes.get(SHARE, Access.to(UseCase.READ_SHARES), this::view);
        routes.put(SHARE, Access.to(UseCase.SHARE_PLAN), this::share);
        routes.delete(SHARE, Access.to(UseCase.END_SHARE), this::end);
        routes.get(Api.PLAN + "/share-preview", Access.to(UseCase.READ_SHARES), this::preview);
        routes.get(RECEIVED, Access.to(UseCase.READ_SHARES), this::received);
        routes.get(RECEIVED + "/{from}/{plan}", Access.to(UseCase.READ_SHARES), this::receivedOne);
    }

    private PlanSharing sharing(Context ctx) {
        return useCases.by(Callers.of(ctx)).sharing();
    }

    private void list(Context ctx) {
        Query.of(ctx);
        var shares = sharing(ctx).shares(Requests.code(ctx, "organisation"), Requests.code(ctx, "plan"));
        Answers.send(
                ctx,
                Answers.list(shares.shares().stream().map(SharingRoutes::shared).toList()));
    }

    private void view(Context ctx) {
        Query.of(ctx);
        show(ctx);
    }

    private void show(Context ctx) {
        var with = Requests.code(ctx, "with");
        SharedWith found =
                sharing(ctx).shares(Requests.code(ctx, "organisation"), Requests.code(ctx, "plan")).shares().stream()
                        .filter(shared -> shared.with().code().equals(with))
                        .findFirst()
                        .orElseThrow(() -> new NotFoundException("the plan is not shared with " + with));
        Versions.answer(ctx, found.version());
        Answers.send(ctx, shared(found));
    }

    private void share(Context ctx) {
        Query.of(ctx);
        Node.Mapping body = Requests.object(ctx);
        int expected = Versions.requiredOrNew(ctx);
        sharing(ctx)
                .share(
                        Requests.code(ctx, "organisation"),
                        Requests.code(ctx, "plan"),
                        Requests.code(ctx, "with"),
                        OptionalInt.of(expected),
                        fields(body));
        show(ctx);
        ctx.status(expected == 0 ? 201 : 200);
    }

    /** The fields a body names; what answers add to it may be sent back. */
    private static ImmutableSet<Field> fields(Node.Mapping body) {
        Requests.only(body, "fields", "with", "version");
        if (!(body.get("fields").orElse(null) instanceof Node.Sequence given)) {
            throw new ProblemException(ProblemType.MALFORMED_BODY, "/fields must be there, as a list of words");
        }
        ImmutableSet.Builder<Field> fields = ImmutableSet.builder();
        given.items()
                .forEach(item -> fields.add(Requests.member(
                        Field.class, "fields", item instanceof Node.Scalar scalar ? scalar.text() : item.toString())));
        return fields.build();
    }

    private void end(Context ctx) {
        Query.of(ctx);
        sharing(ctx)
                .end(
                        Requests.code(ctx, "organisation"),
                        Requests.code(ctx, "plan"),
                        Requests.code(ctx, "with"),
                        OptionalInt.of(Versions.required(ctx)));
        ctx.status(204);
    }

    private void preview(Context ctx) {
        Query query = Query.of(ctx, "field");
        ImmutableSet.Builder<Field> fields = ImmutableSet.builder();
        query.all("field").forEach(word -> fields.add(Requests.word(Field.class, "field", word)));
        Answers.send(
                ctx,
                Answers.object(seen(sharing(ctx)
                        .preview(Requests.code(ctx, "organisation"), Requests.code(ctx, "plan"), fields.build()))));
    }

    private void received(Context ctx) {
        Query.of(ctx);
        Answers.send(
                ctx,
                Answers.list(sharing(ctx).received(Requests.code(ctx, "organisation")).stream()
                        .map(SharingRoutes::received)
                        .toList()));
    }

    private void receivedOne(Context ctx) {
        Query.of(ctx);
        Answers.send(
                ctx,
                received(sharing(ctx)
                        .received(
                                Requests.code(ctx, "organisation"),
                                Requests.code(ctx, "from"),
                                Requests.code(ctx, "plan"))));
    }

    private static Node shared(SharedWith shared) {
        Map<String, Node> members = new LinkedHashMap<>();
        members.put("with", Node.text(shared.with().code().value()));
        members.put("fields", NetworkRoutes.words(shared.fields()));
        members.put("version", Node.number(shared.version()));
        return Answers.object(members);
    }

    private static Node received(Received received) {
        Map<String, Node> members = new LinkedHashMap<>();
        members.put("from", Node.text(received.from().code().value()));
        members.put("name", Node.text(received.from().name()));
        members.putAll(seen(received.plan()));
        return Answers.object(members);
    }

    private static Map<String, Node> seen(SharedPlan plan) {
        Map<String, Node> members = new LinkedHashMap<>();
        var heading = plan.heading();
        members.put("code", Node.text(heading.code().value()));
        members.put("title", Node.text(heading.title()));
        members.put("illustration", Node.bool(heading.illustration()));
        members.put("fields", NetworkRoutes.words(plan.fields()));
        heading.status().ifPresent(status -> members.put("status", Answers.text(status)));
        Answers.period(members, "period", heading.period());
        Answers.put(members, "description", heading.description());
        if (plan.fields().contains(Field.AXES)) {
            members.put(
                    "axes",
                    Node.sequence(plan.axes().stream().map(SharingRoutes::axis).toList()));
        }
        if (plan.fields().contains(Field.ACTIONS)) {
            members.put(
                    "actions",
                    Node.sequence(
                            plan.actions().stream().map(SharingRoutes::action).toList()));
        }
        return members;
    }

    private static Node axis(SharedAxis axis) {
        Map<String, Node> members = new LinkedHashMap<>();
        members.put("code", Node.text(axis.code().value()));
        Answers.put(members, "parent", axis.parent());
        members.put("title", Node.text(axis.title()));
        return Answers.object(members);
    }

    private static Node action(SharedAction action) {
        Map<String, Node> members = new LinkedHashMap<>();
        members.put("code", Node.text(action.code().value()));
        members.put("title", Node.text(action.title()));
        Answers.put(members, "axis", action.axis());
        action.status().ifPresent(status -> members.put("status", Answers.text(status)));
        action.progress().ifPresent(progress -> members.put("progress", Answers.progress(progress)));
        Answers.period(members, "planned", action.planned());
        return Answers.object(members);
    }
}
