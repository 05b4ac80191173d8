package org.isonomia.application.journal;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.isonomia.application.document.Node;
import org.isonomia.domain.journal.Subject;

/**
 * Collects what one unit of work changes. A thing that is changed twice counts once, from what it was first to what it is
 * last. For one unit of work, by one thread.
 */
public final class Recorder {

    private record States(Optional<Node.Mapping> before, Optional<Node.Mapping> after) {}

    private final Map<Subject, States> states = new LinkedHashMap<>();

    /**
     * Notes that a thing was saved.
     *
     * @param before what it was; empty if it is new
     * @param after what it is; empty if it is gone
     */
    public void changed(Subject subject, Optional<Node.Mapping> before, Optional<Node.Mapping> after) {
        States first = states.get(subject);
        states.put(subject, new States(first == null ? before : first.before(), after));
    }

    /** What differs now from what there was. */
    public ImmutableList<Change> changes() {
        ImmutableList.Builder<Change> changes = ImmutableList.builder();
        states.forEach((subject, known) ->
                Change.between(subject, known.before(), known.after()).ifPresent(changes::add));
        return changes.build();
    }
}
