package org.isonomia.application.document;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ListMultimap;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.Violation;
import org.isonomia.domain.kernel.ViolationCode;

/**
 * Everything that is wrong with one document, and every code it refers to, gathered while it is read. Not safe for use by
 * several threads.
 */
public final class Problems {

    private static final int MOST_TOLD = 1_000;

    private final List<Violation> violations = new ArrayList<>();
    private final Set<String> places = new HashSet<>();
    private final ListMultimap<String, Lead> leads = ArrayListMultimap.create();
    private final List<Reference> references = new ArrayList<>();
    private final Map<String, Map<String, String>> claims = new HashMap<>();

    /** What a code may refer to. */
    public enum Target {
        UNIT,
        PERSON,
        PARTNER,
        AUDIENCE,
        TERRITORY,
        AXIS,
        ACTION,
        CRITERION,
        DOMAIN
    }

    /**
     * A code somewhere in the document.
     *
     * @param target what it refers to
     * @param code the code
     * @param pointer the JSON pointer of the place
     * @param position where the place stood
     */
    public record Reference(Target target, Code code, String pointer, Position position) {}

    /** Notes a problem at a place. */
    public void add(String pointer, Position position, Violation violation) {
        places.add(pointer);
        violations.add(violation.with(Map.of("pointer", pointer)).with(position.attributes()));
    }

    /** Notes a problem with a value at a place, saying what would be right. */
    public void add(String pointer, Position position, ViolationCode code, String value, String expected) {
        String what = value.isEmpty() ? "" : " (is " + quoted(value) + ")";
        add(
                pointer,
                position,
                Violation.of(code, "expected " + expected + what)
                        .with(Map.of("value", shortened(value), "expected", expected)));
    }

    private static String quoted(String value) {
        return '"' + shortened(value) + '"';
    }

    private static String shortened(String value) {
        return value.length() <= 120 ? value : value.substring(0, 117) + "...";
    }

    /** Whether something is wrong at this very place. */
    boolean hasAt(String pointer) {
        return places.contains(pointer);
    }

    /**
     * One thing that leads to another of its sort, such as an axis to the one it lies in.
     *
     * @param from the code of what leads
     * @param to the code of what it leads to
     * @param pointer the JSON pointer of the place that says so
     */
    public record Lead(Code from, Code to, String pointer) {}

    /** Notes that a thing leads to another of its sort, whatever else is wrong with it. */
    public void lead(String sort, Code from, Code to, String pointer) {
        leads.put(sort, new Lead(from, to, pointer));
    }

    /** What leads from one thing of a sort to another, in the order of the document. */
    public ImmutableList<Lead> leads(String sort) {
        return ImmutableList.copyOf(leads.get(sort));
    }

    /** Notes that a code is referred to. */
    public void refer(Target target, Code code, String pointer, Position position) {
        references.add(new Reference(target, code, pointer, position));
    }

    /** Notes a name that may occur once; a second one of the same sort is a problem. */
    public void claim(String sort, String name, String pointer, Position position) {
        String first = claims.computeIfAbsent(sort, key -> new HashMap<>()).putIfAbsent(name, pointer);
        if (first != null) {
            add(
                    pointer,
                    position,
                    Violation.of(
                                    DocumentViolations.DUPLICATE,
                                    sort + " " + quoted(name) + " is named twice; the first stands at " + first)
                            .with(Map.of("value", shortened(name), "expected", sort, "first", first)));
        }
    }

    /** Notes a name that is wrong itself, so that what refers to it is not told to be wrong as well. */
    public void claimAsWell(String sort, String name, String pointer) {
        claims.computeIfAbsent(sort, key -> new HashMap<>()).putIfAbsent(name, pointer);
    }

    /** The pointer at which a name was claimed first. */
    public Optional<String> claimedAt(String sort, String name) {
        return Optional.ofNullable(claims.getOrDefault(sort, Map.of()).get(name));
    }

    /** The names claimed of one sort, those of entries that are otherwise wrong included. */
    public ImmutableSet<String> claimed(String sort) {
        return ImmutableSet.copyOf(claims.getOrDefault(sort, Map.of()).keySet());
    }

    /** Notes each code referred to that names nothing; what is known of a target is asked once. */
    public void resolve(Function<Target, ? extends Set<Code>> known) {
        Map<Target, Set<Code>> all = new EnumMap<>(Target.class);
        for (Reference reference : references) {
            if (!all.computeIfAbsent(reference.target(), known).contains(reference.code())) {
                String sort = Fields.wordOf(reference.target());
                add(
                        reference.pointer(),
                        reference.position(),
                        Violation.of(
                                        DocumentViolations.DANGLING,
                                        "no " + sort + " has the code "
                                                + quoted(reference.code().value()))
                                .with(Map.of("value", reference.code().value(), "expected", sort)));
            }
        }
    }

    /** The codes referred to, of one sort. */
    public ImmutableList<Code> referred(Target target) {
        return references.stream()
                .filter(reference -> reference.target() == target)
                .map(Reference::code)
                .distinct()
                .collect(ImmutableList.toImmutableList());
    }

    /** How many problems there are. */
    public int count() {
        return violations.size();
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return violations.isEmpty();
    }

    /**
     * The problems in the order of the lines, or of the cells of each sheet; those without a place first. Beyond a
     * thousand, the last one says how many more there are.
     */
    public ImmutableList<Violation> all() {
        return inOrder(violations);
    }

    /** Violations in the order of their places, a thousand at most and one that says how many more there are. */
    public static ImmutableList<Violation> inOrder(List<Violation> found) {
        ImmutableList<Violation> sorted = Places.sorted(found);
        if (sorted.size() <= MOST_TOLD) {
            return sorted;
        }
        int more = sorted.size() - MOST_TOLD;
        return ImmutableList.<Violation>builder()
                .addAll(sorted.subList(0, MOST_TOLD))
                .add(Violation.of(DocumentViolations.TOO_MANY, "and " + more + " more: a thousand are told at a time")
                        .with("value", Integer.toString(more)))
                .build();
    }
}
