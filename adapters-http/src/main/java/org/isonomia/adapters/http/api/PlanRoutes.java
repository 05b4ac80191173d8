package org.isonomia.adapters.http.api;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.isonomia.adapters.http.routing.Access;
import org.isonomia.adapters.http.routing.Callers;
import org.isonomia.adapters.http.routing.GuardedRoutes;
import org.isonomia.adapters.http.routing.Query;
import org.isonomia.adapters.http.routing.Versions;
import org.isonomia.application.access.UseCase;
import org.isonomia.application.document.Node;
import org.isonomia.application.plan.PlanExchange;
import org.isonomia.application.plan.PlanReading.ListedAction;
import org.isonomia.application.plan.PlanReading.OrganisationPlans;
import org.isonomia.application.plan.PlanReading.Overview;
import org.isonomia.application.plan.PlanUseCases;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.application.spi.PlanSearch.TerritoryRow;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.plan.Engagement;
import org.isonomia.domain.plan.Plan;
import org.isonomia.domain.plan.PlanStatus;

/** Organisations, and plans as a whole. */
record PlanRoutes(PlanUseCases useCases) {

    void register(GuardedRoutes routes) {
        routes.get(Api.ROOT + "/organisations", Access.READING, this::organisations);
        routes.get(Api.ORGANISATION, Access.READING, this::organisation);
        routes.get(Api.ORGANISATION + "/plans", Access.READING, this::plans);
        routes.get(Api.PLAN, Access.READING, this::view);
        routes.patch(Api.PLAN, Access.to(UseCase.CHANGE_PLAN), this::change);
        routes.post(Api.PLAN + "/transitions", Access.to(UseCase.TRANSITION_PLAN), this::transition);
        routes.get(Api.PLAN + "/dashboard", Access.READING, this::dashboard);
        routes.get(Api.PLAN + "/network", Access.READING, this::network);
    }

    private void organisations(Context ctx) {
        Query query = CodedList.query(ctx);
        new CodedList<>(
                        useCases.by(Callers.of(ctx)).reading().organisations(),
                        known -> known.organisation().code(),
                        PlanRoutes::organisation)
                .send(ctx, query);
    }

    private void organisation(Context ctx) {
        Query.of(ctx);
        Answers.send(ctx, organisation(known(ctx)));
    }

    private void plans(Context ctx) {
        Query query = CodedList.query(ctx);
        new CodedList<>(known(ctx).plans(), Plan::code, PlanRoutes::summary).send(ctx, query);
    }

    private OrganisationPlans known(Context ctx) {
        Code code = Requests.code(ctx, "organisation");
        return useCases.by(Callers.of(ctx)).reading().organisations().stream()
                .filter(known -> known.organisation().code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("no organisation has this code: " + code));
    }

    private static Node organisation(OrganisationPlans known) {
        Map<String, Node> members = new LinkedHashMap<>();
        members.put("code", Node.text(known.organisation().code().value()));
        members.put("name", Node.text(known.organisation().name()));
        members.put("kind", Answers.text(known.organisation().kind()));
        known.organisation().siren().ifPresent(siren -> members.put("siren", Node.text(siren.value())));
        members.put("timeZone", Node.text(known.organisation().timeZone().getId()));
        members.put("language", Node.text(known.organisation().language().toLanguageTag()));
        members.put(
                "plans",
                Node.sequence(known.plans().stream().map(PlanRoutes::summary).toList()));
        return Answers.object(members);
    }

    private static Node summary(Plan plan) {
        Map<String, Node> members = new LinkedHashMap<>();
        members.put("code", Node.text(plan.code().value()));
        members.put("title", Node.text(plan.content().profile().title()));
        members.put("kind", Answers.text(plan.content().profile().kind()));
        members.put("status", Answers.text(plan.status()));
        Answers.period(members, "period", plan.content().profile().period());
        return Answers.object(members);
    }

    private void view(Context ctx) {
        Query.of(ctx);
        show(ctx);
    }

    private void show(Context ctx) {
        Overview overview = useCases.by(Callers.of(ctx)).reading().overview(Requests.plan(ctx));
        Versions.answer(ctx, overview.plan().version());
        Answers.send(ctx, plan(overview).with("figures", Answers.figures(overview.total())));
    }

    private Node.Mapping plan(Overview overview) {
        Node.Mapping entry = (Node.Mapping) PlanExchange.write(overview.plan());
        return entry.with("status", Answers.text(overview.plan().status()))
                .with("version", Node.number(overview.plan().version()));
    }

    private void change(Context ctx) {
        Node.Mapping patch = Requests.patch(ctx);
        useCases.by(Callers.of(ctx))
                .editing()
                .changePlan(Requests.plan(ctx), Requests.edit(ctx, Versions.required(ctx), patch));
        show(ctx);
    }

    private void transition(Context ctx) {
        Query.of(ctx);
        Node.Mapping body = Requests.object(ctx);
        Requests.only(body, "status");
        PlanStatus target = Requests.word(PlanStatus.class, "status", Requests.text(body, "status"));
        useCases.by(Callers.of(ctx))
                .editing()
                .transition(Requests.plan(ctx), OptionalInt.of(Versions.required(ctx)), target);
        show(ctx);
    }

    private void dashboard(Context ctx) {
        Query.of(ctx);
        Overview overview = useCases.by(Callers.of(ctx)).reading().overview(Requests.plan(ctx));
        Node.Mapping plan = plan(overview);
        Map<String, Node> members = new LinkedHashMap<>();
        members.put("today", Node.text(overview.today().toString()));
        members.put("plan", summary(overview.plan()));
        members.put(
                "illustration", Node.bool(overview.plan().content().profile().illustration()));
        members.put("figures", Answers.figures(overview.total()));
        members.put("axes", axes(overview));
        members.put("late", listed(overview.late()));
        members.put("next", listed(overview.next()));
        members.put("means", plan.get("means").orElse(Node.mapping(ImmutableMap.of())));
        Answers.send(ctx, Answers.object(members));
    }

    private static Node axes(Overview overview) {
        return Node.sequence(overview.plan().axes().inReadingOrder().stream()
                .map(axis -> {
                    Map<String, Node> members = new LinkedHashMap<>();
                    members.put("code", Node.text(axis.code().value()));
                    Answers.put(members, "parent", axis.parent());
                    members.put("title", Node.text(axis.title()));
                    var figures = overview.axes().get(axis.code());
                    if (figures != null) {
                        members.put("figures", Answers.figures(figures));
                    }
                    return Answers.object(members);
                })
                .toList());
    }

    private static Node listed(Iterable<ListedAction> actions) {
        return Node.sequence(Iterables.transform(actions, Answers::listed));
    }

    private void network(Context ctx) {
        Query.of(ctx);
        var network = useCases.by(Callers.of(ctx)).reading().network(Requests.plan(ctx));
        Answers.send(
                ctx,
                Answers.list(network.territories().stream()
                        .map(row -> territory(row, network.plan()))
                        .toList()));
    }

    private static Node territory(TerritoryRow row, Plan plan) {
        Map<String, Node> members = new LinkedHashMap<>();
        members.put("code", Node.text(row.code().value()));
        members.put("name", Node.text(row.name()));
        members.put("kind", Answers.text(row.kind()));
        row.population().ifPresent(people -> members.put("population", Node.number(people)));
        members.put("memberOf", Answers.codes(row.memberOf()));
        members.put("actions", Node.number(row.actions()));
        members.put(
                "engagements",
                Node.sequence(plan.content().engagements().stream()
                        .filter(engagement -> engagement.territory().equals(row.code()))
                        .map(PlanRoutes::engagement)
                        .toList()));
        return Answers.object(members);
    }

    private static Node engagement(Engagement engagement) {
        Map<String, Node> members = new LinkedHashMap<>();
        members.put("kind", Answers.text(engagement.kind()));
        Answers.put(members, "domain", engagement.domain());
        Answers.put(members, "since", engagement.since());
        Answers.put(members, "note", engagement.note());
        members.put(
                "statements",
                Node.sequence(engagement.statements().stream()
                        .map(statement -> Answers.object(ImmutableMap.of(
                                "ref", Node.text(statement.reference()),
                                "level", Answers.text(statement.level()),
                                "quote", Node.text(statement.quote()))))
                        .toList()));
        return Answers.object(members);
    }
}
