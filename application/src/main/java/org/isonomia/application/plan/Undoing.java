package org.isonomia.application.plan;

import java.util.Optional;
import org.isonomia.application.document.Node;
import org.isonomia.domain.journal.Subject;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.ViolationCode;

/** Takes back what the journal tells of, as a change of its own: by the use case that could do it by hand. */
public interface Undoing {

    /** What cannot be taken back: who reads the journal finds out why in the message. */
    ViolationCode NOT_UNDOABLE = new ViolationCode("journal.not-undoable");

    /** Whether changes of this sort of thing can be undone at all: of actions, plans and directory entries. */
    boolean undoes(Subject subject);

    /**
     * Undoes one change: of fields of an action, an axis, a plan or a directory entry; or the adding or removal of an
     * action or a directory entry. What else was changed since stays. The journal's new entry names the one it undoes.
     *
     * @param organisation whose journal
     * @param sequence which entry
     * @param payload the entry's payload, read as JSON
     * @param amendment why, if the plan is binding and what was voted changes
     * @throws org.isonomia.application.spi.NotFoundException if there is no such entry, or what it is about is gone
     * @throws org.isonomia.application.spi.ForbiddenException if the caller may not read the journal, or not make the change
     * @throws org.isonomia.application.spi.StaleAggregateException if what was changed then was changed again since
     * @throws org.isonomia.domain.kernel.RuleViolationException if a rule is in the way, or a change of this kind cannot be
     *     undone
     */
    void undo(Code organisation, long sequence, Node payload, Optional<AmendmentNote> amendment);
}
