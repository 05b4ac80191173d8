package org.isonomia.application.plan;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.graph.GraphBuilder;
import com.google.common.graph.MutableGraph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.isonomia.application.document.DocumentViolations;
import org.isonomia.application.document.Node;
import org.isonomia.application.document.Problems;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.Violation;
import org.isonomia.domain.kernel.ViolationCode;
import org.isonomia.domain.network.Audience;
import org.isonomia.domain.network.DirectoryEntry;
import org.isonomia.domain.network.DirectoryEntry.Directory;
import org.isonomia.domain.network.OrganisationalUnit;
import org.isonomia.domain.network.Partner;
import org.isonomia.domain.network.Person;
import org.isonomia.domain.network.Territory;
import org.isonomia.domain.plan.ActionLink;
import org.isonomia.domain.plan.PlanViolations;

/** Finds what lies in itself: axes, units, territories, successions, and actions that depend on each other. */
final class Circles {

    private static final int TOLD = 20;

    private Circles() {}

    /**
     * One thing that names another.
     *
     * @param from the code of what names
     * @param to the code of what it names
     * @param pointer where: within the entry of what names, or in a document within all of it
     */
    record Step(Code from, Code to, String pointer) {}

    /**
     * Things that lead back to the first of them.
     *
     * @param steps the way round
     */
    record Circle(ImmutableList<Step> steps) {

        /** The step of one of these things, or the first. */
        Step stepOf(Collection<Code> wanted) {
            return steps.stream()
                    .filter(step -> wanted.contains(step.from()))
                    .findFirst()
                    .orElse(steps.getFirst());
        }

        Violation violation(ViolationCode code, String what) {
            Stream<Code> way = Stream.concat(
                    steps.stream().limit(TOLD).map(Step::from),
                    Stream.of(steps.getLast().to()));
            String members = way.map(Code::value).collect(java.util.stream.Collectors.joining(" → "));
            return Violation.of(code, "these " + what + " lead back to where they began: " + members)
                    .with(Map.of("value", members, "expected", "no circle"));
        }
    }

    /** Notes the circles of what a document says, also of entries that are otherwise wrong. */
    static void check(Problems problems, Node document) {
        check("axes", "axis", PlanViolations.AXIS_CIRCLE, problems, document);
        check("actions", "action", PlanViolations.DEPENDENCY_CIRCLE, problems, document);
        for (Directory directory : Directory.values()) {
            check(
                    DirectoryFormat.key(directory),
                    DirectoryFormat.sort(directory),
                    DocumentViolations.BAD_VALUE,
                    problems,
                    document);
        }
    }

    private static void check(String list, String sort, ViolationCode code, Problems problems, Node document) {
        of(problems.leads(sort), lead -> Stream.of(new Step(lead.from(), lead.to(), lead.pointer())))
                .forEach(circle -> {
                    String pointer = circle.steps().getFirst().pointer();
                    problems.add(pointer, Node.positionAt(document, pointer), circle.violation(code, list));
                });
    }

    /** The circles among these things, none of which share a member; one of each sort of way round. */
    static <T> ImmutableList<Circle> of(Iterable<T> things, Function<T, Stream<Step>> steps) {
        Map<Code, List<Step>> leaving = new LinkedHashMap<>();
        MutableGraph<Code> graph = GraphBuilder.directed().allowsSelfLoops(true).build();
        things.forEach(thing -> steps.apply(thing).forEach(step -> {
            leaving.computeIfAbsent(step.from(), code -> new ArrayList<>()).add(step);
            graph.putEdge(step.from(), step.to());
        }));
        ImmutableList.Builder<Circle> circles = ImmutableList.builder();
        peel(graph, graph.nodes());
        Optional<Code> start = begin(leaving, graph);
        while (start.isPresent()) {
            Circle circle = walk(start.get(), leaving, graph);
            circles.add(circle);
            ImmutableList<Code> members =
                    circle.steps().stream().map(Step::from).collect(toImmutableList());
            ImmutableList<Code> around = members.stream()
                    .flatMap(member -> graph.adjacentNodes(member).stream())
                    .collect(toImmutableList());
            members.forEach(graph::removeNode);
            peel(graph, around);
            start = begin(leaving, graph);
        }
        return circles.build();
    }

    private static Optional<Code> begin(Map<Code, List<Step>> leaving, MutableGraph<Code> graph) {
        return graph.nodes().isEmpty()
                ? Optional.empty()
                : leaving.keySet().stream().filter(graph.nodes()::contains).findFirst();
    }

    /** Takes away what leads nowhere; Guava's own search recurses, and depth is the author's to choose. */
    private static void peel(MutableGraph<Code> graph, Collection<Code> from) {
        ArrayDeque<Code> free = new ArrayDeque<>();
        from.stream()
                .filter(node -> graph.nodes().contains(node) && graph.outDegree(node) == 0)
                .forEach(free::add);
        while (!free.isEmpty()) {
            Code node = free.pop();
            if (graph.nodes().contains(node)) {
                ImmutableList<Code> before = ImmutableList.copyOf(graph.predecessors(node));
                graph.removeNode(node);
                before.stream()
                        .filter(one -> graph.nodes().contains(one) && graph.outDegree(one) == 0)
                        .forEach(free::add);
            }
        }
    }

    /** From any node of what is left one comes to a circle; the way to it does not count. */
    private static Circle walk(Code start, Map<Code, List<Step>> leaving, MutableGraph<Code> graph) {
        Map<Code, Integer> seen = new LinkedHashMap<>();
        List<Step> way = new ArrayList<>();
        Code at = start;
        while (!seen.containsKey(at)) {
            seen.put(at, way.size());
            Step next = leaving.getOrDefault(at, List.of()).stream()
                    .filter(step -> graph.nodes().contains(step.to()))
                    .findFirst()
                    .orElseThrow();
            way.add(next);
            at = next.to();
        }
        return new Circle(ImmutableList.copyOf(way.subList(seen.get(at), way.size())));
    }

    static Stream<Step> steps(ActionEntry action) {
        List<ActionLink> links = action.content().links();
        return IntStream.range(0, links.size())
                .filter(i -> links.get(i).kind() == ActionLink.Kind.DEPENDS_ON)
                .mapToObj(i -> new Step(action.code(), links.get(i).target(), "/links/" + i + "/action"));
    }

    static Stream<Step> steps(DirectoryEntry entry) {
        return switch (entry) {
            case OrganisationalUnit unit ->
                unit.parent().stream().map(parent -> new Step(unit.code(), parent, "/parent"));
            case Territory territory ->
                steps(territory.code(), territory.memberOf().asList(), "/memberOf/");
            case Partner partner -> steps(partner.code(), partner.successors().asList(), "/successors/");
            case Person person -> Stream.empty();
            case Audience audience -> Stream.empty();
        };
    }

    private static Stream<Step> steps(Code from, List<Code> to, String pointer) {
        return IntStream.range(0, to.size()).mapToObj(i -> new Step(from, to.get(i), pointer + i));
    }
}
