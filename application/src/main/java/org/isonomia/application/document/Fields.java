package org.isonomia.application.document;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.stream.Collectors.joining;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.isonomia.application.document.Node.Mapping;
import org.isonomia.application.document.Node.Scalar;
import org.isonomia.application.document.Node.ScalarKind;
import org.isonomia.application.document.Node.Sequence;
import org.isonomia.application.document.Problems.Target;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.RuleViolationException;
import org.isonomia.domain.kernel.Texts;
import org.isonomia.domain.kernel.Violation;

/**
 * Reads one mapping strictly: each key is asked for by name and type, everything that is wrong is noted with its place, and
 * a key nobody asked for is a mistake. A value that is wrong reads as absent, so that reading goes on to the end.
 */
public final class Fields {

    private final Mapping mapping;
    private final String pointer;
    private final Problems problems;
    private final int before;
    private final Set<String> asked = new HashSet<>();
    private final Map<String, ImmutableList<Integer>> kept = new HashMap<>();

    private Fields(Mapping mapping, String pointer, Problems problems) {
        this.mapping = mapping;
        this.pointer = pointer;
        this.problems = problems;
        this.before = problems.count();
    }

    /**
     * Reads a node that is to be a mapping.
     *
     * @param node the node
     * @param pointer its JSON pointer
     * @param problems where problems go
     * @param read makes the value from the fields, ending with {@link #make}
     * @return the value; empty if anything was wrong
     */
    public static <T> Optional<T> read(
            Node node, String pointer, Problems problems, Function<Fields, Optional<T>> read) {
        if (node instanceof Mapping mapping) {
            return read.apply(new Fields(mapping, pointer, problems));
        }
        problems.add(pointer, node.position(), DocumentViolations.WRONG_TYPE, describe(node), "a mapping of keys");
        return Optional.empty();
    }

    /** Where problems go. */
    public Problems problems() {
        return problems;
    }

    /** Where the mapping stood. */
    public Position position() {
        return mapping.position();
    }

    /** The JSON pointer of a key's value. */
    public String pointer(String key) {
        return pointer + '/' + key.replace("~", "~0").replace("/", "~1");
    }

    /** The JSON pointer of the mapping. */
    public String pointer() {
        return pointer;
    }

    /** Where a key stood. */
    public Position position(String key) {
        return mapping.positionOf(key);
    }

    /** The node under a key; absent if it is not there or null. */
    public Optional<Node> node(String key) {
        asked.add(key);
        return mapping.get(key).filter(node -> !(node instanceof Scalar scalar && scalar.isNull()));
    }

    /** The node under a key that must be there. */
    public Optional<Node> requiredNode(String key) {
        Optional<Node> node = node(key);
        if (node.isEmpty()) {
            problems.add(pointer(key), mapping.position(), DocumentViolations.MISSING, "", "the key " + key);
        }
        return node;
    }

    /** A text; numbers must be quoted, so that 1.10 stays 1.10 everywhere. */
    public Optional<String> text(String key) {
        return node(key)
                .flatMap(node -> scalar(
                        key, node, ImmutableSet.of(ScalarKind.TEXT), "text, in quotes if it looks like a number"));
    }

    /** A text that must be there. */
    public Optional<String> requiredText(String key) {
        return requiredNode(key).isPresent() ? text(key) : Optional.empty();
    }

    /**
     * A value written as text or as a bare number, such as a date or an amount.
     *
     * @param parse makes the value; throws {@link IllegalArgumentException} if the text means nothing
     * @param expected what would be right, for the problem
     */
    public <T> Optional<T> value(String key, Function<String, T> parse, String expected) {
        return node(key)
                .flatMap(node -> scalar(key, node, ImmutableSet.of(ScalarKind.TEXT, ScalarKind.NUMBER), expected))
                .flatMap(text -> parsed(key, text, parse, expected));
    }

    /** A {@link #value} that must be there. */
    public <T> Optional<T> required(String key, Function<String, T> parse, String expected) {
        return requiredNode(key).isPresent() ? value(key, parse, expected) : Optional.empty();
    }

    /** A code. */
    public Optional<Code> code(String key) {
        return text(key)
                .flatMap(text ->
                        parsed(key, text, Code::parse, "a code: letters, digits, dot, hyphen, underscore, at most 64"));
    }

    /** A code that must be there. */
    public Optional<Code> requiredCode(String key) {
        return requiredNode(key).isPresent() ? code(key) : Optional.empty();
    }

    /** A code that refers to something. */
    public Optional<Code> reference(String key, Target target) {
        Optional<Code> code = code(key);
        code.ifPresent(known -> problems.refer(target, known, pointer(key), position(key)));
        return code;
    }

    /** A word of an enumeration, written in lower case with hyphens. */
    public <E extends Enum<E>> Optional<E> word(String key, Class<E> type) {
        return node(key)
                .flatMap(node -> scalar(key, node, ImmutableSet.of(ScalarKind.TEXT), words(type)))
                .flatMap(text -> {
                    Optional<E> found = Stream.of(type.getEnumConstants())
                            .filter(constant -> wordOf(constant).equals(text))
                            .findFirst();
                    if (found.isEmpty()) {
                        problems.add(
                                pointer(key), valuePosition(key), DocumentViolations.NOT_ONE_OF, text, words(type));
                    }
                    return found;
                });
    }

    /** A word that must be there. */
    public <E extends Enum<E>> Optional<E> requiredWord(String key, Class<E> type) {
        return requiredNode(key).isPresent() ? word(key, type) : Optional.empty();
    }

    /** How a constant is written in documents. */
    public static String wordOf(Enum<?> constant) {
        return Texts.word(constant);
    }

    private static <E extends Enum<E>> String words(Class<E> type) {
        return "one of "
                + Stream.of(type.getEnumConstants()).map(Fields::wordOf).collect(joining(", "));
    }

    /** A whole number. */
    public OptionalLong integer(String key) {
        return integer(key, Long.MIN_VALUE, "a whole number of at most 18 digits");
    }

    /** A whole number of things, at least 0. */
    public OptionalLong count(String key) {
        return integer(key, 0, "a whole number from 0 to 999999999999999999");
    }

    private OptionalLong integer(String key, long least, String expected) {
        Optional<Long> number = node(key)
                .flatMap(node -> scalar(key, node, ImmutableSet.of(ScalarKind.NUMBER), expected))
                .flatMap(text -> parsed(
                        key,
                        text,
                        digits -> {
                            long value = Long.parseLong(digits);
                            checkArgument(value >= least, "%s < %s", value, least);
                            return value;
                        },
                        expected));
        return number.map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    /** A truth value; false if it is not there. */
    public boolean flag(String key) {
        return node(key)
                .flatMap(node -> scalar(key, node, ImmutableSet.of(ScalarKind.BOOLEAN), "true or false"))
                .map(Boolean::parseBoolean)
                .orElse(false);
    }

    /** A list of entries; absent reads as empty. Entries that are wrong are left out. */
    public <T> ImmutableList<T> list(String key, BiFunction<Node, String, Optional<T>> entry) {
        Optional<Node> node = node(key);
        if (node.isEmpty()) {
            return ImmutableList.of();
        }
        if (!(node.get() instanceof Sequence sequence)) {
            problems.add(pointer(key), position(key), DocumentViolations.WRONG_TYPE, describe(node.get()), "a list");
            return ImmutableList.of();
        }
        ImmutableList.Builder<T> entries = ImmutableList.builder();
        ImmutableList.Builder<Integer> places = ImmutableList.builder();
        for (int i = 0; i < sequence.items().size(); i++) {
            Optional<T> read = entry.apply(sequence.items().get(i), pointer(key) + '/' + i);
            if (read.isPresent()) {
                entries.add(read.get());
                places.add(i);
            }
        }
        kept.put(key, places.build());
        return entries.build();
    }

    /** Whether every entry of a {@link #list} could be read; a list that is not there could. */
    public boolean isWhole(String key) {
        int there = mapping.get(key).orElse(null) instanceof Sequence sequence
                ? sequence.items().size()
                : 0;
        return kept.getOrDefault(key, ImmutableList.of()).size() == there;
    }

    /** A list of codes that refer to things of one sort, each named once. */
    public ImmutableSet<Code> references(String key, Target target) {
        Set<Code> seen = new HashSet<>();
        return ImmutableSet.copyOf(list(key, (node, at) -> {
            if (!(node instanceof Scalar scalar) || scalar.kind() != ScalarKind.TEXT) {
                problems.add(
                        at,
                        node.position(),
                        DocumentViolations.WRONG_TYPE,
                        describe(node),
                        "a code, in quotes if it looks like a number");
                return Optional.empty();
            }
            try {
                Code code = Code.parse(scalar.text());
                problems.refer(target, code, at, scalar.position());
                if (!seen.add(code)) {
                    problems.add(at, scalar.position(), DocumentViolations.DUPLICATE, code.value(), "each code once");
                }
                return Optional.of(code);
            } catch (IllegalArgumentException e) {
                problems.add(at, scalar.position(), DocumentViolations.BAD_VALUE, scalar.text(), "a code");
                return Optional.empty();
            }
        }));
    }

    /** A mapping under a key, read by its own fields. */
    public <T> Optional<T> mapping(String key, Function<Fields, Optional<T>> read) {
        return node(key).flatMap(node -> read(node, pointer(key), problems, read));
    }

    /**
     * Ends the reading: notes keys nobody asked for, and makes the value if nothing in this mapping was wrong. What the value
     * itself refuses is noted at the mapping, or where in it the refusal points.
     */
    public <T> Optional<T> make(Supplier<T> value) {
        for (Map.Entry<String, Node> entry : mapping.entries().entrySet()) {
            if (!asked.contains(entry.getKey())) {
                problems.add(
                        pointer(entry.getKey()),
                        mapping.positionOf(entry.getKey()),
                        DocumentViolations.UNKNOWN_KEY,
                        entry.getKey(),
                        "one of " + asked.stream().sorted().collect(joining(", ")));
            }
        }
        if (problems.count() > before) {
            return Optional.empty();
        }
        try {
            return Optional.of(value.get());
        } catch (RuleViolationException e) {
            e.violations().forEach(this::refuse);
        } catch (IllegalArgumentException e) {
            String rule = String.valueOf(e.getMessage());
            Violation broken = Violation.of(DocumentViolations.BAD_VALUE, rule).with("expected", rule);
            problems.add(pointer, mapping.position(), broken);
        }
        return Optional.empty();
    }

    /**
     * Notes what a rule refuses, at the place within the mapping that the violation's pointer names; the rule counts the
     * entries of a {@link #list} that could be read. Where something is wrong already it adds nothing.
     */
    public void refuse(Violation violation) {
        String within = asWritten(violation.pointer().orElse(""));
        if (within.isEmpty() || !problems.hasAt(pointer + within)) {
            problems.add(pointer + within, Node.positionAt(mapping, within), violation);
        }
    }

    private String asWritten(String within) {
        List<String> tokens = Splitter.on('/').limit(4).splitToList(within);
        ImmutableList<Integer> places = tokens.size() < 3 ? null : kept.get(tokens.get(1));
        if (places == null) {
            return within;
        }
        String place = Integer.toString(places.get(Integer.parseInt(tokens.get(2))));
        return '/' + tokens.get(1) + '/' + place + (tokens.size() > 3 ? '/' + tokens.get(3) : "");
    }

    private Optional<String> scalar(String key, Node node, Set<ScalarKind> kinds, String expected) {
        if (node instanceof Scalar scalar && kinds.contains(scalar.kind())) {
            return whole(key, scalar.text());
        }
        problems.add(pointer(key), valuePosition(key), DocumentViolations.WRONG_TYPE, describe(node), expected);
        return Optional.empty();
    }

    private Optional<String> whole(String key, String text) {
        Optional<String> fault = Texts.brokenCharacter(text);
        fault.ifPresent(what -> problems.add(
                pointer(key),
                valuePosition(key),
                Violation.of(DocumentViolations.BAD_VALUE, "a character is broken: " + what)
                        .with("expected", "a text of whole characters")));
        return fault.isPresent() ? Optional.empty() : Optional.of(text);
    }

    private <T> Optional<T> parsed(String key, String text, Function<String, T> parse, String expected) {
        try {
            return Optional.of(parse.apply(text));
        } catch (IllegalArgumentException | ArithmeticException | java.time.DateTimeException e) {
            problems.add(pointer(key), valuePosition(key), DocumentViolations.BAD_VALUE, text, expected);
            return Optional.empty();
        }
    }

    private Position valuePosition(String key) {
        return mapping.get(key)
                .map(Node::position)
                .filter(position -> !position.equals(Position.NOWHERE))
                .orElseGet(() -> mapping.positionOf(key));
    }

    private static String describe(Node node) {
        return switch (node) {
            case Scalar scalar -> scalar.isNull() ? "null" : scalar.text();
            case Sequence sequence -> "a list of " + sequence.items().size();
            case Mapping inner -> "a mapping";
        };
    }
}
