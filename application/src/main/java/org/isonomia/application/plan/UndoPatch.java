package org.isonomia.application.plan;

import com.google.common.collect.Sets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.isonomia.application.document.CanonicalJson;
import org.isonomia.application.document.Node;
import org.isonomia.application.document.Node.Mapping;
import org.isonomia.application.document.Node.ScalarKind;
import org.isonomia.application.document.Position;

/** The way back from what a change left to what it found, both told by what differs. */
final class UndoPatch {

    private static final Node NOTHING = new Node.Scalar(ScalarKind.NULL, "", Position.NOWHERE);

    private UndoPatch() {}

    /** Whether an entry still says what the change left. */
    static boolean isAsLeft(Mapping now, Mapping before, Mapping after) {
        for (String key : Sets.union(before.entries().keySet(), after.entries().keySet())) {
            Optional<Node> left = after.get(key);
            Optional<Node> found = before.get(key);
            Optional<Node> here = now.get(key);
            boolean inner = left.isPresent() && found.isPresent() && bothMappings(left.get(), found.get());
            boolean same = inner
                    ? here.filter(Mapping.class::isInstance)
                            .map(node -> isAsLeft((Mapping) node, (Mapping) found.get(), (Mapping) left.get()))
                            .orElse(false)
                    : here.map(CanonicalJson::write).equals(left.map(CanonicalJson::write));
            if (!same) {
                return false;
            }
        }
        return true;
    }

    /** The merge patch that leads back. */
    static Mapping back(Mapping before, Mapping after) {
        Map<String, Node> patch = new LinkedHashMap<>();
        for (String key : Sets.union(before.entries().keySet(), after.entries().keySet())) {
            Optional<Node> found = before.get(key);
            Optional<Node> left = after.get(key);
            if (found.isPresent() && left.isPresent() && bothMappings(found.get(), left.get())) {
                patch.put(key, back((Mapping) found.get(), (Mapping) left.get()));
            } else {
                patch.put(key, found.orElse(NOTHING));
            }
        }
        return Node.mapping(patch);
    }

    private static boolean bothMappings(Node one, Node other) {
        return one instanceof Mapping && other instanceof Mapping;
    }
}
