package org.isonomia.adapters.http.pages;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.isonomia.application.document.Node;
import org.isonomia.application.document.Table;
import org.isonomia.application.plan.PlanReading.ActionList;
import org.isonomia.application.plan.PlanReading.ListedAction;
import org.isonomia.domain.kernel.PartialDate;

/** The lists of pages as tables for files. */
final class ListTables {

    private static final Node.Scalar EMPTY = Node.nothing();

    private static final ImmutableList<String> ACTION_COLUMNS = ImmutableList.of(
            "action.code",
            "list.axis",
            "action.title",
            "list.kind",
            "action.level",
            "status.short",
            "health.short",
            "health.reason",
            "who.lead",
            "action.plannedStart",
            "action.plannedEnd",
            "action.weight",
            "progress.percent");

    /** The columns of what a follow-up says, and of what is computed from it. */
    private static final ImmutableSet<String> FOLLOW_UP = ImmutableSet.of(
            "status.short",
            "health.short",
            "health.reason",
            "who.lead",
            "action.plannedStart",
            "action.plannedEnd",
            "action.weight",
            "progress.percent");

    private ListTables() {}

    static Table actions(Words words, ActionList list) {
        boolean illustration = list.plan().content().profile().illustration();
        ImmutableList<String> headings = ACTION_COLUMNS.stream()
                .map(column -> illustration && FOLLOW_UP.contains(column)
                        ? words.t("table.illustration", words.t(column))
                        : words.t(column))
                .collect(toImmutableList());
        return new Table(
                words.t("nav.actions"),
                headings,
                list.items().stream().map(item -> row(words, item)).collect(toImmutableList()));
    }

    private static ImmutableList<Node.Scalar> row(Words words, ListedAction item) {
        var row = item.row();
        return ImmutableList.of(
                Node.text(row.code().value()),
                Node.text(row.axis().value()),
                Node.text(row.title()),
                Node.text(words.label(row.kind())),
                Node.text(words.label(row.level())),
                Node.text(words.label(row.pulse().status())),
                Node.text(words.label(item.health().state())),
                Node.text(words.reason(item.health())),
                text(row.leadLabel()),
                text(row.schedule().planned().start().map(PartialDate::toString)),
                text(row.schedule().planned().end().map(PartialDate::toString)),
                Node.number(row.weight()),
                Node.number(row.progress().percent()));
    }

    static Table network(Words words, NetworkPage page) {
        ImmutableList<String> headings = Stream.of(
                        "network.code",
                        "network.commune",
                        "network.council",
                        "network.population",
                        "network.engaged",
                        "network.localplan",
                        "network.officer",
                        "network.actions")
                .map(words::t)
                .collect(toImmutableList());
        return new Table(
                words.t("nav.network"),
                headings,
                page.rows().stream()
                        .map(row -> ImmutableList.of(
                                Node.text(row.code().value()),
                                Node.text(row.name()),
                                text(row.council()),
                                number(row.population()),
                                text(row.engaged() ? Optional.of(words.t("network.engaged.yes")) : Optional.empty()),
                                text(row.plan(words)),
                                text(row.officer() ? Optional.of(words.t("network.officer.yes")) : Optional.empty()),
                                Node.number(row.actions())))
                        .collect(toImmutableList()));
    }

    private static Node.Scalar text(Optional<String> value) {
        return value.map(Node::text).orElse(EMPTY);
    }

    private static Node.Scalar number(OptionalLong value) {
        return value.isPresent() ? Node.number(value.getAsLong()) : EMPTY;
    }
}
