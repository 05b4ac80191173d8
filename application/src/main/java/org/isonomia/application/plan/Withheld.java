package org.isonomia.application.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.isonomia.application.document.Node;
import org.isonomia.application.spi.ForbiddenException;
import org.isonomia.domain.kernel.Code;

/**
 * Puts back what somebody does not see of an entry that they changed, so that nothing hidden is lost; what they do not see
 * they cannot change either.
 *
 * @param action the action's code, for saying what is refused
 */
record Withheld(Code action) {

    /**
     * The entry as it will be.
     *
     * @param whole all of it as it is
     * @param seen what the caller sees of that
     * @param wanted what the caller makes of what they see
     * @throws ForbiddenException if they change something that is hidden from them
     */
    Node restored(Node.Mapping whole, Node.Mapping seen, Node wanted) {
        return restored("", Optional.of(whole), Optional.of(seen), Optional.of(wanted))
                .orElse(wanted);
    }

    private Optional<Node> restored(
            String key, Optional<? extends Node> whole, Optional<? extends Node> seen, Optional<Node> wanted) {
        if (whole.equals(seen)) {
            return wanted;
        }
        if (wanted.filter(Withheld::says).equals(seen)) {
            return whole.map(node -> node);
        }
        if (whole.orElse(null) instanceof Node.Mapping all
                && seen.orElse(null) instanceof Node.Mapping part
                && wanted.orElse(null) instanceof Node.Mapping now) {
            return Optional.of(mapping(all, part, now));
        }
        if (whole.orElse(null) instanceof Node.Sequence all
                && seen.orElse(null) instanceof Node.Sequence part
                && wanted.orElse(null) instanceof Node.Sequence now
                && all.items().size() == part.items().size()) {
            return Optional.of(sequence(key, all.items(), part.items(), now));
        }
        throw refusal(key);
    }

    private ForbiddenException refusal(String key) {
        return new ForbiddenException("only who sees all of action " + action + " can change of it: " + key);
    }

    /** An absent key, a null and an empty list are the same. */
    private static boolean says(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> !scalar.isNull();
            case Node.Sequence sequence -> !sequence.items().isEmpty();
            case Node.Mapping mapping -> !mapping.entries().isEmpty();
        };
    }

    private Node.Mapping mapping(Node.Mapping whole, Node.Mapping seen, Node.Mapping wanted) {
        ImmutableMap.Builder<String, Node> entries = ImmutableMap.builder();
        wanted.entries()
                .forEach((key, value) -> restored(key, whole.get(key), seen.get(key), Optional.of(value))
                        .ifPresent(node -> entries.put(key, node)));
        whole.entries().keySet().stream()
                .filter(key -> !wanted.entries().containsKey(key))
                .forEach(key -> restored(key, whole.get(key), seen.get(key), Optional.empty())
                        .ifPresent(node -> entries.put(key, node)));
        return new Node.Mapping(entries.buildOrThrow(), wanted.keyPositions(), wanted.position());
    }

    /** Entries with a code are known by it, others by their place. */
    private Node sequence(String key, ImmutableList<Node> whole, ImmutableList<Node> seen, Node.Sequence wanted) {
        ImmutableList.Builder<Node> items = ImmutableList.builder();
        Set<Integer> kept = new HashSet<>();
        for (int i = 0; i < wanted.items().size(); i++) {
            Node item = wanted.items().get(i);
            Optional<Node> code = code(item);
            int at = code.isEmpty() ? i : indexOf(seen, code);
            kept.add(at);
            items.add(
                    at < 0 || at >= seen.size()
                            ? item
                            : restored(key, Optional.of(whole.get(at)), Optional.of(seen.get(at)), Optional.of(item))
                                    .orElse(item));
        }
        if (IntStream.range(0, whole.size())
                .anyMatch(i -> !kept.contains(i) && !whole.get(i).equals(seen.get(i)))) {
            throw refusal(key);
        }
        return new Node.Sequence(items.build(), wanted.position());
    }

    private static int indexOf(ImmutableList<Node> items, Optional<Node> code) {
        for (int i = 0; i < items.size(); i++) {
            if (code(items.get(i)).equals(code)) {
                return i;
            }
        }
        return -1;
    }

    private static Optional<Node> code(Node item) {
        return item instanceof Node.Mapping mapping ? mapping.get("code") : Optional.empty();
    }
}
