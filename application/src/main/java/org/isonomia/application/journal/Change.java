package org.isonomia.application.journal;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.Sets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.isonomia.application.document.Node;
import org.isonomia.domain.journal.Subject;

/**
 * A change of one thing: only what differs, as documents write it.
 *
 * @param subject the thing
 * @param before what was there and is not any more; empty if the thing is new
 * @param after what is there now and was not before; empty if the thing is gone
 */
public record Change(Subject subject, Optional<Node.Mapping> before, Optional<Node.Mapping> after) {
    public Change {
        requireNonNull(subject, "subject");
        requireNonNull(before, "before");
        requireNonNull(after, "after");
    }

    /** What differs between two states of a thing; empty if nothing does. */
    public static Optional<Change> between(
            Subject subject, Optional<Node.Mapping> before, Optional<Node.Mapping> after) {
        if (before.equals(after)) {
            return Optional.empty();
        }
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.of(new Change(subject, before, after));
        }
        return Optional.of(new Change(
                subject,
                Optional.of(differing(before.get(), after.get())),
                Optional.of(differing(after.get(), before.get()))));
    }

    private static Node.Mapping differing(Node.Mapping one, Node.Mapping other) {
        Map<String, Node> differing = new LinkedHashMap<>();
        for (String key : Sets.union(one.entries().keySet(), other.entries().keySet())) {
            Optional<Node> here = one.get(key);
            Optional<Node> there = other.get(key);
            if (here.isPresent() && !here.equals(there)) {
                differing.put(key, inner(here.get(), there));
            }
        }
        return Node.mapping(differing);
    }

    private static Node inner(Node here, Optional<Node> there) {
        return here instanceof Node.Mapping mine && there.isPresent() && there.get() instanceof Node.Mapping theirs
                ? differing(mine, theirs)
                : here;
    }
}
