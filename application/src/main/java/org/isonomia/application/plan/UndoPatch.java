package org.isonomia.application.plan;

import com.google.common.collect.Sets;
import java.util.Optional;
import org.isonomia.application.document.CanonicalJson;
import org.isonomia.application.document.Node;
import org.isonomia.application.document.Node.Mapping;

/** The way back from what a change left to what it found, both told by what differs. */
final class UndoPatch {

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

    private static boolean bothMappings(Node one, Node other) {
        return one instanceof Mapping && other instanceof Mapping;
    }
}
