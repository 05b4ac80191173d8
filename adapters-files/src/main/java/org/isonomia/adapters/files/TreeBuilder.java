package org.isonomia.adapters.files;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isonomia.application.document.Node;
import org.isonomia.application.document.Node.Scalar;
import org.isonomia.application.document.Node.ScalarKind;
import org.isonomia.application.document.Position;
import org.isonomia.domain.kernel.ValueWithViolations;
import org.isonomia.domain.kernel.Violation;

/**
 * Puts a tree together from what a parser meets, in the order of the source; in a mapping, keys and values by turns. Of
 * two entries under one key the first is kept. Not safe for several threads.
 */
final class TreeBuilder {

    static final int MAX_DEPTH = 64;

    /** Half as much again as a plan of ten thousand actions with twenty milestones each. */
    private static final int MAX_NODES = 3_000_000;

    /** A plan file is a mapping: of what is none there is no need to read more to say so. */
    private static final int MAX_NODES_OF_OTHERS = 10_000;

    /** Five times the actions of the largest plan that is measured. */
    static final int MAX_ITEMS = 50_000;

    /** Thirty times the keys of the widest entry there is. */
    static final int MAX_KEYS = 1_000;

    private static final int MAX_VIOLATIONS = 1_000;

    private final Deque<Frame> open = new ArrayDeque<>();
    private final List<Violation> violations = new ArrayList<>();
    private Optional<Node> root = Optional.empty();
    private int nodes;

    /** Opens a mapping; false if that is deeper than allowed. */
    boolean startMapping(Position position) {
        open.push(new MappingFrame(position));
        return open.size() <= MAX_DEPTH;
    }

    /** Opens a sequence; false if that is deeper than allowed. */
    boolean startSequence(Position position) {
        open.push(new SequenceFrame(position));
        return open.size() <= MAX_DEPTH;
    }

    /** Closes what was opened last. */
    void end() {
        add(open.pop().close());
    }

    /** Adds a node to what is open: the next item, the next key, or the value of the last key. */
    void add(Node node) {
        nodes++;
        if (open.isEmpty()) {
            root = Optional.of(node);
        } else {
            open.peek().add(node);
        }
    }

    /** The violation of holding more nodes than allowed, once there are. */
    Optional<Violation> overflow(Position position) {
        if (violations.size() >= MAX_VIOLATIONS) {
            String message = "a thousand errors before this place: the rest of the file was not read";
            return Optional.of(FileCodes.at(position, FileCodes.TOO_MANY, message));
        }
        if (nodes > MAX_NODES_OF_OTHERS && !isMapping()) {
            String message = "a list of more than ten thousand values where a mapping of keys is meant";
            return Optional.of(FileCodes.at(position, FileCodes.TOO_LARGE, message)
                    .with("expected", "a mapping that begins with isonomia: plan/1"));
        }
        if (open.peek() instanceof SequenceFrame list && list.count > MAX_ITEMS) {
            return Optional.of(FileCodes.at(position, FileCodes.TOO_LARGE, "a list of more than 50,000 entries")
                    .with("expected", "at most 50,000 entries in a list"));
        }
        if (open.peek() instanceof MappingFrame mapping && mapping.entries.size() > MAX_KEYS) {
            return Optional.of(FileCodes.at(position, FileCodes.TOO_LARGE, "a mapping of more than 1,000 keys")
                    .with("expected", "at most 1,000 keys in a mapping"));
        }
        return nodes <= MAX_NODES
                ? Optional.empty()
                : Optional.of(FileCodes.at(position, FileCodes.TOO_LARGE, "more than three million values"));
    }

    /** Notes what is wrong; beyond a thousand and one that says so, further ones are dropped. */
    void report(Violation violation) {
        if (violations.size() < MAX_VIOLATIONS) {
            violations.add(violation);
        } else if (violations.size() == MAX_VIOLATIONS) {
            violations.add(
                    violation.code().equals(FileCodes.TOO_MANY)
                            ? violation
                            : Violation.of(FileCodes.TOO_MANY, "a thousand errors, and more that are not told"));
        }
    }

    private boolean isMapping() {
        return open.isEmpty()
                ? root.map(node -> node instanceof Node.Mapping).orElse(true)
                : open.getLast() instanceof MappingFrame;
    }

    /** The tree and what is wrong with it. */
    ValueWithViolations<Node> result() {
        return new ValueWithViolations<>(root, ImmutableList.copyOf(violations));
    }

    /** Only what is wrong: the tree is not whole. */
    ValueWithViolations<Node> refusal() {
        return ValueWithViolations.refused(violations);
    }

    private interface Frame {
        void add(Node node);

        Node close();
    }

    private static final class SequenceFrame implements Frame {

        private final Position position;
        private final ImmutableList.Builder<Node> items = ImmutableList.builder();
        private int count;

        SequenceFrame(Position position) {
            this.position = position;
        }

        @Override
        public void add(Node node) {
            count++;
            items.add(node);
        }

        @Override
        public Node close() {
            return new Node.Sequence(items.build(), position);
        }
    }

    private final class MappingFrame implements Frame {

        private final Position position;
        private final Map<String, Node> entries = new LinkedHashMap<>();
        private final Map<String, Position> keyPositions = new LinkedHashMap<>();
        private Optional<Node> key = Optional.empty();

        MappingFrame(Position position) {
            this.position = position;
        }

        @Override
        public void add(Node node) {
            if (key.isEmpty()) {
                key = Optional.of(node);
                return;
            }
            put(key.get(), node);
            key = Optional.empty();
        }

        private void put(Node name, Node value) {
            if (!(name instanceof Scalar scalar) || scalar.kind() != ScalarKind.TEXT) {
                report(FileCodes.at(
                        name.position(), FileCodes.KEY_NOT_TEXT, "a key must be a text, in quotes if needed"));
                return;
            }
            String text = scalar.text();
            if (entries.putIfAbsent(text, value) == null) {
                keyPositions.put(text, name.position());
            } else {
                report(FileCodes.at(name.position(), FileCodes.DUPLICATE_KEY, "the key is there twice: " + text, text));
            }
        }

        @Override
        public Node close() {
            return new Node.Mapping(ImmutableMap.copyOf(entries), ImmutableMap.copyOf(keyPositions), position);
        }
    }
}
