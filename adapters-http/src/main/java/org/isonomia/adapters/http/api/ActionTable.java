package org.isonomia.adapters.http.api;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.isonomia.application.document.Node;
import org.isonomia.application.document.Table;
import org.isonomia.application.plan.PlanReading.ActionList;
import org.isonomia.application.plan.PlanReading.ListedAction;
import org.isonomia.domain.plan.Deadline;

/** A list of actions as a flat table, whose headings are the API's own names. */
final class ActionTable {

    private static final Node.Scalar EMPTY = Node.nothing();
    private static final ImmutableList<String> HEADINGS = ImmutableList.of(
            "code",
            "axis",
            "title",
            "kind",
            "level",
            "status",
            "progress",
            "health",
            "deadline",
            "plannedStart",
            "plannedEnd",
            "actualStart",
            "actualEnd",
            "lead",
            "leadLabel",
            "weight",
            "illustration");

    private ActionTable() {}

    static Table of(ActionList list) {
        return new Table(
                "actions",
                HEADINGS,
                list.items().stream()
                        .map(listed ->
                                row(listed, list.plan().content().profile().illustration()))
                        .collect(ImmutableList.toImmutableList()));
    }

    private static ImmutableList<Node.Scalar> row(ListedAction listed, boolean illustration) {
        var row = listed.row();
        var schedule = row.schedule();
        return ImmutableList.of(
                Node.text(row.code().value()),
                Node.text(row.axis().value()),
                Node.text(row.title()),
                Node.text(Answers.word(row.kind())),
                Node.text(Answers.word(row.level())),
                Node.text(Answers.word(row.pulse().status())),
                (Node.Scalar) Answers.progress(row.progress()),
                Node.text(Answers.word(listed.health().state())),
                cell(row.pulse().next().map(Deadline::day)),
                cell(schedule.planned().start()),
                cell(schedule.planned().end()),
                cell(schedule.actual().start()),
                cell(schedule.actual().end()),
                cell(row.lead()),
                cell(row.leadLabel()),
                Node.number(row.weight()),
                Node.bool(illustration));
    }

    private static Node.Scalar cell(Optional<?> value) {
        return value.map(present -> Node.text(present.toString())).orElse(EMPTY);
    }
}
