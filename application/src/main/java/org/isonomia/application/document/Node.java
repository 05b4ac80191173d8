package org.isonomia.application.document;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.Ints;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A node of a document tree: a mapping, a sequence or a scalar. Immutable; two nodes are equal when they say the same,
 * wherever they stood.
 */
public sealed interface Node {

    /** Where the node stood in its source. */
    Position position();

    /** A text scalar from nowhere. */
    static Scalar text(String value) {
        return new Scalar(ScalarKind.TEXT, value, Position.NOWHERE);
    }

    /** A whole number from nowhere. */
    static Scalar number(long value) {
        return new Scalar(ScalarKind.NUMBER, Long.toString(value), Position.NOWHERE);
    }

    /** A boolean from nowhere. */
    static Scalar bool(boolean value) {
        return new Scalar(ScalarKind.BOOLEAN, Boolean.toString(value), Position.NOWHERE);
    }

    /** A null from nowhere. */
    static Scalar nothing() {
        return new Scalar(ScalarKind.NULL, "", Position.NOWHERE);
    }

    /** A sequence from nowhere. */
    static Sequence sequence(Iterable<? extends Node> items) {
        return new Sequence(ImmutableList.copyOf(items), Position.NOWHERE);
    }

    /** A mapping from nowhere, in the order given. */
    static Mapping mapping(Map<String, ? extends Node> entries) {
        return new Mapping(ImmutableMap.copyOf(entries), ImmutableMap.of(), Position.NOWHERE);
    }

    /** What a scalar was written as. */
    enum ScalarKind {
        TEXT,
        NUMBER,
        BOOLEAN,
        NULL
    }

    /**
     * A single value.
     *
     * @param kind what it was written as
     * @param text the value as written, so {@code 1.10} stays {@code 1.10}; empty for {@link ScalarKind#NULL}
     * @param position where it stood
     */
    record Scalar(ScalarKind kind, String text, Position position) implements Node {
        public Scalar {
            requireNonNull(kind, "kind");
            requireNonNull(text, "text");
            requireNonNull(position, "position");
        }

        /** Whether this is an explicit null. */
        public boolean isNull() {
            return kind == ScalarKind.NULL;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Scalar that && kind == that.kind && text.equals(that.text);
        }

        @Override
        public int hashCode() {
            return text.hashCode();
        }
    }

    /**
     * A list of nodes.
     *
     * @param items the nodes, in order
     * @param position where the list began
     */
    record Sequence(ImmutableList<Node> items, Position position) implements Node {
        public Sequence {
            requireNonNull(items, "items");
            requireNonNull(position, "position");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Sequence that && items.equals(that.items);
        }

        @Override
        public int hashCode() {
            return items.hashCode();
        }
    }

    /**
     * Named nodes.
     *
     * @param entries the nodes by key, in the order of the source; keys are unique
     * @param keyPositions where each key stood; a key without one stood at its value
     * @param position where the mapping began
     */
    record Mapping(ImmutableMap<String, Node> entries, ImmutableMap<String, Position> keyPositions, Position position)
            implements Node {
        public Mapping {
            requireNonNull(entries, "entries");
            requireNonNull(keyPositions, "keyPositions");
            requireNonNull(position, "position");
        }

        /** The node under a key; empty if the key is absent. */
        public Optional<Node> get(String key) {
            return Optional.ofNullable(entries.get(key));
        }

        /** Where a key stood; the mapping's own position if unknown. */
        public Position positionOf(String key) {
            Position known = keyPositions.get(key);
            if (known != null) {
                return known;
            }
            return get(key).map(Node::position).orElse(position);
        }

        /** This mapping with one entry set, kept in place if the key was there, else appended. */
        public Mapping with(String key, Node value) {
            Map<String, Node> changed = new LinkedHashMap<>(entries);
            changed.put(key, value);
            return new Mapping(ImmutableMap.copyOf(changed), keyPositions, position);
        }

        /** This mapping without a key; the same if the key is absent. */
        public Mapping without(String key) {
            Map<String, Node> changed = new LinkedHashMap<>(entries);
            changed.remove(key);
            return new Mapping(ImmutableMap.copyOf(changed), keyPositions, position);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Mapping that && entries.equals(that.entries);
        }

        @Override
        public int hashCode() {
            return entries.hashCode();
        }
    }

    /**
     * Where the node that a JSON pointer names stood; if there is none, or it came from nowhere, the nearest around it that
     * is known.
     *
     * @param root where the pointer begins
     * @param pointer an RFC 6901 JSON pointer
     */
    static Position positionAt(Node root, String pointer) {
        Node at = root;
        Position nearest = root.position();
        for (String token : Splitter.on('/').split(pointer.startsWith("/") ? pointer.substring(1) : pointer)) {
            String key = token.replace("~1", "/").replace("~0", "~");
            if (at instanceof Mapping mapping && mapping.get(key).isPresent()) {
                at = mapping.get(key).get();
                nearest = known(at.position(), known(mapping.positionOf(key), nearest));
            } else if (at instanceof Sequence sequence
                    && Optional.ofNullable(Ints.tryParse(key))
                            .filter(index ->
                                    index >= 0 && index < sequence.items().size())
                            .isPresent()) {
                at = sequence.items().get(Integer.parseInt(key));
                nearest = known(at.position(), nearest);
            } else {
                return nearest;
            }
        }
        return nearest;
    }

    /** A position, or another where it is nowhere. */
    private static Position known(Position position, Position otherwise) {
        return position.equals(Position.NOWHERE) ? otherwise : position;
    }

    /**
     * The patch applied to a target as RFC 7396 defines it: a null removes, a mapping merges, anything else replaces. A null
     * that finds nothing to remove stays as a null, which is read as absent: who reads strictly sees a name nobody knows.
     *
     * @param target what is patched
     * @param patch the merge patch
     * @return the patched node
     */
    static Node mergePatch(Node target, Node patch) {
        if (!(patch instanceof Mapping changes)) {
            return patch;
        }
        Mapping result = target instanceof Mapping base ? base : mapping(ImmutableMap.of());
        for (Map.Entry<String, Node> change : changes.entries().entrySet()) {
            String key = change.getKey();
            if (change.getValue() instanceof Scalar scalar && scalar.isNull()) {
                result = result.get(key).isPresent() ? result.without(key) : result.with(key, scalar);
            } else {
                Node before = result.get(key).orElse(mapping(ImmutableMap.of()));
                result = result.with(key, mergePatch(before, change.getValue()));
            }
        }
        return result;
    }

    /**
     * The merge patch that makes one entry into another: what is not wanted any more is a null.
     *
     * @param stored what is to be patched
     * @param wanted what {@link #mergePatch} is to make of it
     */
    static Mapping patchTo(Node stored, Mapping wanted) {
        ImmutableMap<String, Node> before = stored instanceof Mapping mapping ? mapping.entries() : ImmutableMap.of();
        Map<String, Node> patch = new LinkedHashMap<>();
        before.keySet().stream()
                .filter(key -> !wanted.entries().containsKey(key))
                .forEach(key -> patch.put(key, nothing()));
        wanted.entries()
                .forEach((key, value) -> patch.put(
                        key,
                        value instanceof Mapping inner && before.get(key) instanceof Mapping old
                                ? patchTo(old, inner)
                                : value));
        return new Mapping(ImmutableMap.copyOf(patch), wanted.keyPositions(), wanted.position());
    }
}
