package org.isonomia.bootstrap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.isonomia.application.document.MappingWriter;
import org.isonomia.application.document.Node;
import org.isonomia.application.history.Verdict;
import org.isonomia.application.plan.PlanExchange;
import org.isonomia.domain.kernel.Violation;

/** Reports of commands as documents, so that scripts read them like everything else. */
final class Reports {
    private static final ImmutableSet<String> NUMBERS = ImmutableSet.of("line", "column");

    private Reports() {}

    static Node violations(ImmutableList<Violation> violations) {
        return new MappingWriter()
                .number("errors", violations.size(), -1)
                .list("violations", violations.stream().map(Reports::violation).toList())
                .build();
    }

    private static Node violation(Violation violation) {
        MappingWriter out =
                new MappingWriter().text("code", violation.code().value()).text("message", violation.message());
        violation.attributes().forEach((name, value) -> {
            if (NUMBERS.contains(name)) {
                out.number(name, Long.parseLong(value), -1);
            } else {
                out.text(name, value);
            }
        });
        return out.build();
    }

    static Node outcome(PlanExchange.Outcome outcome) {
        return new MappingWriter()
                .text("plan", outcome.plan().toString())
                .flag("applied", outcome.applied())
                .list(
                        "changes",
                        outcome.changes().stream()
                                .map(change -> new MappingWriter()
                                        .word("kind", change.kind())
                                        .text("subject", change.subject())
                                        .list(
                                                "keys",
                                                change.keys().stream()
                                                        .map(Node::text)
                                                        .toList())
                                        .build())
                                .toList())
                .build();
    }

    static Node verdict(Verdict verdict) {
        return new MappingWriter()
                .text("verdict", verdict.isGood() ? "good" : "bad")
                .number("entries", verdict.entries(), -1)
                .number("erased", verdict.erased(), -1)
                .list(
                        "findings",
                        verdict.findings().stream()
                                .map(finding -> new MappingWriter()
                                        .word("kind", finding.kind())
                                        .number("first", finding.first(), -1)
                                        .number("last", finding.last(), -1)
                                        .text("detail", finding.detail())
                                        .build())
                                .toList())
                .build();
    }

    static String place(Violation violation) {
        return violation
                .attribute("line")
                .map(line -> ":" + line
                        + violation.attribute("column").map(c -> ":" + c).orElse(""))
                .or(() -> violation
                        .attribute("sheet")
                        .map(sheet ->
                                " " + sheet + "!" + violation.attribute("cell").orElse("")))
                .or(() -> violation.pointer().map(pointer -> " " + pointer))
                .orElse("");
    }
}
