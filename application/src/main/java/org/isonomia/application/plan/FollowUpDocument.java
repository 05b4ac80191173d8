package org.isonomia.application.plan;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isonomia.application.document.DocumentViolations;
import org.isonomia.application.document.Fields;
import org.isonomia.application.document.Node;
import org.isonomia.application.document.Problems;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.RuleViolationException;
import org.isonomia.domain.kernel.Violation;

/**
 * A follow-up document: what happened, laid over a plan that exists. Keys present replace, keys absent stay.
 *
 * @param plan which plan
 * @param document the document
 */
record FollowUpDocument(PlanKey plan, Node.Mapping document) {

    private static final String HEADER = "follow-up/1";
    private static final ImmutableSet<String> OVER_PLAN = ImmutableSet.of("illustration", "status", "period");
    private static final ImmutableSet<String> ADDED = ImmutableSet.of("units", "people");
    private static final ImmutableSet<String> OVER_ACTION = ImmutableSet.of(
            "code",
            "weight",
            "lead",
            "sponsor",
            "units",
            "planned",
            "actual",
            "recurrence",
            "milestones",
            "links",
            "documents",
            "statuses");

    static boolean isOne(Node document) {
        return document instanceof Node.Mapping mapping
                && mapping.get("isonomia").orElse(null) instanceof Node.Scalar header
                && header.text().equals(HEADER);
    }

    /** Reads what can be checked without the plan: keys and codes. The rest is checked where it is laid. */
    static Optional<FollowUpDocument> read(Node node, Problems problems) {
        return Fields.read(node, "", problems, fields -> {
            fields.requiredText("isonomia");
            Optional<Code> organisation = fields.requiredCode("organisation");
            Optional<Code> plan = fields.requiredCode("plan");
            OVER_PLAN.forEach(fields::node);
            ADDED.forEach(fields::node);
            fields.list("actions", (action, at) -> checkAction(action, at, problems));
            return fields.make(() -> new FollowUpDocument(
                    new PlanKey(organisation.orElseThrow(), plan.orElseThrow()), (Node.Mapping) node));
        });
    }

    private static Optional<Code> checkAction(Node node, String pointer, Problems problems) {
        return Fields.read(node, pointer, problems, fields -> {
            Optional<Code> code = Parts.claimedCode(fields, "action");
            OVER_ACTION.forEach(fields::node);
            return fields.make(code::orElseThrow);
        });
    }

    /**
     * The plan's document with this one laid over it.
     *
     * @throws RuleViolationException if it names actions that the plan does not have
     */
    Node over(Node exported) {
        Node.Mapping result = (Node.Mapping) exported;
        Node.Mapping planEntry = (Node.Mapping) result.get("plan").orElseThrow();
        for (String key : OVER_PLAN) {
            if (document.get(key).isPresent()) {
                planEntry = planEntry.with(key, document.get(key).get());
            }
        }
        result = result.with("plan", planEntry);
        for (String key : ADDED) {
            if (document.get(key).isPresent()) {
                result =
                        result.with(key, laid(result.get(key), document.get(key).get(), true));
            }
        }
        if (document.get("actions").isPresent()) {
            result = result.with(
                    "actions",
                    laid(result.get("actions"), document.get("actions").get(), false));
        }
        return result;
    }

    /** Lays entries over entries of the same code; entries that are new are added, or left for the reader to refuse. */
    private static Node laid(Optional<Node> below, Node above, boolean mayAdd) {
        Map<String, Node> entries = new LinkedHashMap<>();
        items(below).forEach(entry -> entries.put(code(entry), entry));
        List<Violation> unknown = new ArrayList<>();
        ImmutableList<Node> laid = items(Optional.of(above));
        for (int i = 0; i < laid.size(); i++) {
            Node entry = laid.get(i);
            Node known = entries.get(code(entry));
            if (known instanceof Node.Mapping base && entry instanceof Node.Mapping patch) {
                Node.Mapping merged = base;
                for (Map.Entry<String, Node> change : patch.entries().entrySet()) {
                    merged = merged.with(change.getKey(), change.getValue());
                }
                entries.put(code(entry), new Node.Mapping(merged.entries(), patch.keyPositions(), patch.position()));
            } else if (mayAdd) {
                entries.put(code(entry), entry);
            } else {
                unknown.add(Violation.of(DocumentViolations.DANGLING, "the plan has no action " + code(entry))
                        .with(Node.positionAt(entry, "/code").attributes())
                        .with(Map.of(
                                "value", code(entry), "expected", "action", "pointer", "/actions/" + i + "/code")));
            }
        }
        RuleViolationException.throwIfAny(unknown);
        return Node.sequence(entries.values());
    }

    /** A violation of the laid document at the place in this one that it is about, if this one says it. */
    Violation own(Violation violation, Node laid) {
        String pointer = violation.pointer().orElse("");
        List<String> parts = Splitter.on('/').limit(4).splitToList(pointer);
        if (parts.size() >= 3 && parts.get(1).equals("plan") && OVER_PLAN.contains(parts.get(2))) {
            return at(violation, pointer.substring("/plan".length()));
        }
        if (parts.size() >= 3 && (parts.get(1).equals("actions") || ADDED.contains(parts.get(1)))) {
            String list = parts.get(1);
            String code = code(items(((Node.Mapping) laid).get(list)).get(Integer.parseInt(parts.get(2))));
            ImmutableList<Node> own = items(document.get(list));
            for (int i = 0; i < own.size(); i++) {
                if (code(own.get(i)).equals(code)) {
                    return at(violation, "/" + list + "/" + i + (parts.size() > 3 ? "/" + parts.get(3) : ""));
                }
            }
        }
        return violation;
    }

    private Violation at(Violation violation, String pointer) {
        return violation.with(Node.positionAt(document, pointer).attributes()).with("pointer", pointer);
    }

    private static ImmutableList<Node> items(Optional<Node> node) {
        return node.orElse(null) instanceof Node.Sequence sequence ? sequence.items() : ImmutableList.of();
    }

    private static String code(Node entry) {
        return entry instanceof Node.Mapping mapping && mapping.get("code").orElse(null) instanceof Node.Scalar scalar
                ? scalar.text()
                : "";
    }
}
