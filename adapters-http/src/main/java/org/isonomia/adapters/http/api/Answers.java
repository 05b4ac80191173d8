package org.isonomia.adapters.http.api;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.isonomia.adapters.http.routing.Json;
import org.isonomia.application.document.Fields;
import org.isonomia.application.document.Node;
import org.isonomia.application.document.Position;
import org.isonomia.application.plan.PlanReading.Figures;
import org.isonomia.application.plan.PlanReading.ListedAction;
import org.isonomia.domain.access.Visibility;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.PartialPeriod;
import org.isonomia.domain.plan.Health;
import org.isonomia.domain.plan.Progress;

/** Makes answers. Enumerations are lower-kebab words, days ISO dates, progress a number from 0 to 1. */
final class Answers {

    private static final Node NULL = Node.nothing();

    private Answers() {}

    static void send(Context ctx, Node node) {
        ctx.contentType("application/json").result(Json.write(node));
    }

    /** A list of everything there is. */
    static Node list(Iterable<? extends Node> items) {
        return object(Map.of()).with("items", Node.sequence(items)).with("total", Node.number(Iterables.size(items)));
    }

    static Node.Mapping object(Map<String, ? extends Node> members) {
        return new Node.Mapping(ImmutableMap.copyOf(members), ImmutableMap.of(), Position.NOWHERE);
    }

    static String word(Enum<?> constant) {
        return Fields.wordOf(constant);
    }

    static Node text(Enum<?> constant) {
        return Node.text(word(constant));
    }

    static Node codes(Iterable<Code> codes) {
        return Node.sequence(Iterables.transform(codes, code -> Node.text(code.value())));
    }

    static Node progress(Progress progress) {
        String digits = progress.ratio().signum() == 0
                ? "0"
                : progress.ratio().stripTrailingZeros().toPlainString();
        return new Node.Scalar(Node.ScalarKind.NUMBER, digits, Position.NOWHERE);
    }

    static Node figures(Figures figures) {
        Map<String, Node> members = new LinkedHashMap<>();
        members.put(
                "progress", figures.progress().progress().map(Answers::progress).orElse(NULL));
        members.put("actions", Node.number(figures.actions()));
        members.put("counted", Node.number(figures.progress().counted()));
        members.put("abandoned", Node.number(figures.progress().abandoned()));
        members.put("byStatus", counts(figures.byStatus()));
        members.put("byHealth", counts(figures.byHealth()));
        return object(members);
    }

    private static Node counts(ImmutableMap<? extends Enum<?>, Integer> counts) {
        Map<String, Node> members = new LinkedHashMap<>();
        counts.forEach((word, count) -> members.put(word(word), Node.number(count)));
        return object(members);
    }

    static Node health(Health health) {
        Map<String, Node> members = new LinkedHashMap<>();
        members.put("state", text(health.state()));
        members.put("cause", text(health.cause()));
        members.put("reason", Node.text(Reasons.of(health)));
        health.deadline().ifPresent(deadline -> {
            Map<String, Node> parts = new LinkedHashMap<>();
            parts.put("day", Node.text(deadline.day().toString()));
            parts.put("kind", text(deadline.kind()));
            if (!deadline.label().isEmpty()) {
                parts.put("label", Node.text(deadline.label()));
            }
            members.put("deadline", object(parts));
        });
        put(members, "lastNews", health.lastNews());
        members.put("days", Node.number(health.days()));
        return object(members);
    }

    static Node.Mapping listed(ListedAction listed) {
        var row = listed.row();
        Map<String, Node> members = new LinkedHashMap<>();
        members.put("code", Node.text(row.code().value()));
        members.put("axis", Node.text(row.axis().value()));
        members.put("title", Node.text(row.title()));
        members.put("kind", text(row.kind()));
        members.put("level", text(row.level()));
        members.put("weight", Node.number(row.weight()));
        row.lead().ifPresent(lead -> {
            members.put("lead", Node.text(lead.value()));
            put(members, "leadLabel", row.leadLabel());
        });
        if (row.visibility() != Visibility.PUBLIC) {
            members.put("visibility", text(row.visibility()));
        }
        period(members, "planned", row.schedule().planned());
        period(members, "actual", row.schedule().actual());
        members.put("status", text(row.pulse().status()));
        members.put("progress", progress(row.progress()));
        members.put("health", health(listed.health()));
        members.put("version", Node.number(row.version()));
        return object(members);
    }

    static void period(Map<String, Node> members, String name, PartialPeriod period) {
        if (!period.isUnknown()) {
            Map<String, Node> parts = new LinkedHashMap<>();
            put(parts, "start", period.start());
            put(parts, "end", period.end());
            members.put(name, object(parts));
        }
    }

    static void put(Map<String, Node> members, String name, Optional<?> value) {
        value.ifPresent(present -> members.put(name, Node.text(present.toString())));
    }
}
