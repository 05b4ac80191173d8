package org.isonomia.adapters.http.api;

import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.isonomia.application.document.Node;
import org.isonomia.application.document.Position;

/** Turns a replacement into the merge patch that has the same effect. */
final class Replacement {

    private static final Node NULL = new Node.Scalar(Node.ScalarKind.NULL, "", Position.NOWHERE);

    private Replacement() {}

    /** An entry as clients send it back, without what answers add to it. */
    static Node.Mapping withoutComputed(Node.Mapping entry) {
        return entry.without("version").without("computed").without("figures");
    }

    /** The patch that makes {@code stored} into {@code wanted}. */
    static Node.Mapping patch(Node stored, Node.Mapping wanted) {
        Map<String, Node> patch = new LinkedHashMap<>();
        ImmutableMap<String, Node> before =
                stored instanceof Node.Mapping mapping ? mapping.entries() : ImmutableMap.of();
        before.keySet().stream()
                .filter(key -> !wanted.entries().containsKey(key))
                .forEach(key -> patch.put(key, NULL));
        wanted.entries()
                .forEach((key, value) -> patch.put(
                        key,
                        value instanceof Node.Mapping inner && before.get(key) instanceof Node.Mapping old
                                ? patch(old, inner)
                                : value));
        return new Node.Mapping(ImmutableMap.copyOf(patch), wanted.keyPositions(), wanted.position());
    }
}
