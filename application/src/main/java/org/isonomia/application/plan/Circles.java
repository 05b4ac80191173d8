package org.isonomia.application.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.graph.GraphBuilder;
import com.google.common.graph.Graphs;
import com.google.common.graph.MutableGraph;
import java.util.Map;
import org.isonomia.application.document.DocumentViolations;
import org.isonomia.application.document.Fields;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.Violation;
import org.isonomia.domain.kernel.ViolationCode;
import org.isonomia.domain.network.DirectoryEntry;
import org.isonomia.domain.network.DirectoryEntry.Directory;
import org.isonomia.domain.network.OrganisationalUnit;
import org.isonomia.domain.network.Partner;
import org.isonomia.domain.network.Territory;
import org.isonomia.domain.plan.ActionLink;
import org.isonomia.domain.plan.Axis;
import org.isonomia.domain.plan.PlanViolations;

/** Finds what lies in itself: axes, units, territories, successions, and actions that depend on each other. */
final class Circles {

    private Circles() {}

    static void check(
            ImmutableList<Axis> axes,
            ImmutableList<ActionEntry> actions,
            ImmutableMap<Directory, ImmutableList<DirectoryEntry>> entries,
            Fields fields) {
        MutableGraph<String> parents = graph();
        axes.forEach(axis -> axis.parent().ifPresent(parent -> edge(parents, axis.code(), parent)));
        report(parents, PlanViolations.AXIS_CIRCLE, "axes", fields);
        MutableGraph<String> dependencies = graph();
        actions.forEach(action -> action.content().links().stream()
                .filter(link -> link.kind() == ActionLink.Kind.DEPENDS_ON)
                .forEach(link -> edge(dependencies, action.code(), link.target())));
        report(dependencies, PlanViolations.DEPENDENCY_CIRCLE, "actions", fields);
        for (Map.Entry<Directory, ImmutableList<DirectoryEntry>> directory : entries.entrySet()) {
            MutableGraph<String> graph = graph();
            directory.getValue().forEach(entry -> edges(graph, entry));
            report(graph, DocumentViolations.BAD_VALUE, DirectoryFormat.key(directory.getKey()), fields);
        }
    }

    /** Whether one more dependency would close a circle among actions. */
    static boolean closes(Iterable<ActionEntry> actions) {
        MutableGraph<String> dependencies = graph();
        actions.forEach(action -> action.content().links().stream()
                .filter(link -> link.kind() == ActionLink.Kind.DEPENDS_ON)
                .forEach(link -> edge(dependencies, action.code(), link.target())));
        return hasCycle(dependencies);
    }

    private static void edges(MutableGraph<String> graph, DirectoryEntry entry) {
        switch (entry) {
            case OrganisationalUnit unit -> unit.parent().ifPresent(parent -> edge(graph, unit.code(), parent));
            case Territory territory -> territory.memberOf().forEach(outer -> edge(graph, territory.code(), outer));
            case Partner partner -> partner.successors().forEach(next -> edge(graph, partner.code(), next));
            default -> {
                // functions and audiences do not lie in each other
            }
        }
    }

    private static MutableGraph<String> graph() {
        return GraphBuilder.directed().allowsSelfLoops(true).build();
    }

    private static void edge(MutableGraph<String> graph, Code from, Code to) {
        graph.putEdge(from.value(), to.value());
    }

    /** Peels off what nothing leads to; Guava's own search recurses, and depth is the author's to choose. */
    private static boolean hasCycle(MutableGraph<String> graph) {
        return !core(graph).nodes().isEmpty();
    }

    private static MutableGraph<String> core(MutableGraph<String> graph) {
        MutableGraph<String> rest = Graphs.copyOf(graph);
        java.util.ArrayDeque<String> free = new java.util.ArrayDeque<>();
        rest.nodes().stream().filter(node -> rest.outDegree(node) == 0).forEach(free::add);
        while (!free.isEmpty()) {
            String node = free.pop();
            ImmutableList<String> before = ImmutableList.copyOf(rest.predecessors(node));
            rest.removeNode(node);
            before.stream().filter(one -> rest.outDegree(one) == 0).forEach(free::add);
        }
        return rest;
    }

    private static void report(MutableGraph<String> graph, ViolationCode code, String key, Fields fields) {
        MutableGraph<String> core = core(graph);
        if (!core.nodes().isEmpty()) {
            String members =
                    String.join(", ", core.nodes().stream().sorted().limit(10).toList());
            fields.problems()
                    .add(
                            fields.pointer(key),
                            fields.position(key),
                            Violation.of(code, "these " + key + " refer to each other in a circle: " + members)
                                    .with(Map.of("value", members, "expected", "no circle")));
        }
    }
}
