package org.isonomia.adapters.http.api;

import static java.util.stream.Collectors.joining;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.isonomia.adapters.http.routing.Access;
import org.isonomia.adapters.http.routing.Callers;
import org.isonomia.adapters.http.routing.GuardedRoutes;
import org.isonomia.adapters.http.routing.ProblemException;
import org.isonomia.adapters.http.routing.ProblemType;
import org.isonomia.adapters.http.routing.Query;
import org.isonomia.application.access.UseCase;
import org.isonomia.application.document.Node;
import org.isonomia.application.plan.PlanExchange;
import org.isonomia.application.plan.PlanUseCases;
import org.isonomia.application.spi.DocumentFormat;

/** Plan files, in and out. */
record ExchangeRoutes(PlanUseCases useCases, ImmutableList<DocumentFormat> formats) {

    void register(GuardedRoutes routes) {
        routes.post(Api.ROOT + "/organisations/-/imports", Access.to(UseCase.IMPORT_PLAN), this::read);
        for (DocumentFormat format : formats) {
            routes.get(Api.PLAN + "/export." + format.name(), Access.READING, ctx -> export(ctx, format));
            routes.get(Api.ROOT + "/imports/template." + format.name(), Access.READING, ctx -> template(ctx, format));
        }
    }

    private void read(Context ctx) {
        Query query = Query.of(ctx, "dryRun", "amendmentDate", "amendmentReason", "amendmentDeliberation");
        boolean dryRun = query.one("dryRun").map(ExchangeRoutes::truth).orElse(false);
        String type = Requests.mediaType(ctx);
        DocumentFormat format = formats.stream()
                .filter(known -> known.mediaType().equals(type))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        "send "
                                + formats.stream()
                                        .map(DocumentFormat::mediaType)
                                        .collect(joining(" or "))));
        Node document = format.read(new ByteArrayInputStream(ctx.bodyAsBytes())).orThrow();
        PlanExchange.Outcome outcome = useCases.by(Callers.of(ctx))
                .exchange()
                .importDocument(new PlanExchange.Command(document, dryRun, Requests.amendment(query)));
        Answers.send(ctx, outcome(outcome));
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new ProblemException(
                        ProblemType.UNKNOWN_PARAMETER,
                        "dryRun can be true or false, not " + Ascii.truncate(text, 40, "…"));
        };
    }

    private static Node outcome(PlanExchange.Outcome outcome) {
        Map<String, Node> members = new LinkedHashMap<>();
        members.put("organisation", Node.text(outcome.plan().organisation().value()));
        members.put("plan", Node.text(outcome.plan().plan().value()));
        members.put("applied", Node.bool(outcome.applied()));
        members.put(
                "changes",
                Node.sequence(
                        outcome.changes().stream().map(ExchangeRoutes::change).toList()));
        return Answers.object(members);
    }

    private static Node change(PlanExchange.Change change) {
        Map<String, Node> members = new LinkedHashMap<>();
        members.put("kind", Answers.text(change.kind()));
        members.put("subject", Node.text(change.subject()));
        members.put("keys", Node.sequence(change.keys().stream().map(Node::text).toList()));
        return Answers.object(members);
    }

    private void export(Context ctx, DocumentFormat format) {
        Query.of(ctx);
        var key = Requests.plan(ctx);
        send(
                ctx,
                format,
                useCases.by(Callers.of(ctx)).exchange().export(key),
                key.plan().value());
    }

    private void template(Context ctx, DocumentFormat format) {
        Query.of(ctx);
        send(ctx, format, PlanExchange.template(), "isonomia-template");
    }

    private static void send(Context ctx, DocumentFormat format, Node document, String name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        format.write(document, bytes);
        ctx.header("Content-Disposition", "attachment; filename=\"" + name + "." + format.name() + "\"")
                .contentType(format.mediaType())
                .result(bytes.toByteArray());
    }
}
