package org.isonomia.application.plan;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.isonomia.application.document.Fields;
import org.isonomia.application.document.Node;
import org.isonomia.application.spi.DirectoryRepository.Stored;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.RuleViolationException;
import org.isonomia.domain.plan.Action;
import org.isonomia.domain.plan.Plan;

/** Plans as documents: in, out, and what an import would change. The format is described in {@code docs/plan-file.md}. */
public interface PlanExchange {

    /**
     * Imports a plan or a follow-up, idempotently by code: what the document does not name any more is removed (plan), or
     * left alone (follow-up). Nothing is written unless everything is good.
     *
     * @return what changes, and whether it was written
     * @throws RuleViolationException with everything that is wrong, each with its position
     * @throws NotFoundException if a follow-up names a plan that does not exist
     */
    Outcome importDocument(Command command);

    /**
     * The whole plan as a document, whose import changes nothing.
     *
     * @throws NotFoundException if there is no such plan
     */
    Node export(PlanKey key);

    /** An empty plan document with one example of each entry, to start from. */
    static Node template() {
        return Template.document();
    }

    /** The plan's own entry as exports write it. */
    static Node write(Plan plan) {
        return PlanFormat.write(plan);
    }

    /** An axis's entry as exports write it; there has to be one. */
    static Node writeAxis(Plan plan, Code axis) {
        return plan.axes()
                .find(axis)
                .<Node>map(PlanFormat::write)
                .orElseThrow(() -> new NotFoundException("no axis has this code: " + axis));
    }

    /** An action's entry as exports write it. */
    static Node write(Action action) {
        return ActionFormat.write(action);
    }

    /** A directory entry as exports write it. */
    static Node write(Stored entry) {
        return DirectoryFormat.write(entry.entry());
    }

    /**
     * An import.
     *
     * @param document the tree as read
     * @param dryRun whether to tell only what would change
     * @param amendment why, if the plan is binding and what was voted changes
     */
    record Command(Node document, boolean dryRun, Optional<AmendmentNote> amendment) {
        public Command {
            requireNonNull(document, "document");
            requireNonNull(amendment, "amendment");
        }
    }

    /**
     * What an import changes.
     *
     * @param plan which plan
     * @param changes the differences, in the order of the document, removals last
     * @param applied whether they were written; false for a dry run, and when nothing changes
     */
    record Outcome(PlanKey plan, ImmutableList<Change> changes, boolean applied) {}

    /**
     * One difference.
     *
     * @param kind what happens to it
     * @param subject what, such as {@code action 1.2} or {@code territory 13055}
     * @param keys which keys of its entry change; empty for added and removed
     */
    record Change(Kind kind, String subject, ImmutableList<String> keys) {

        /** What happens. */
        public enum Kind {
            ADDED,
            CHANGED,
            REMOVED
        }

        @Override
        public String toString() {
            return Fields.wordOf(kind) + " " + subject + (keys.isEmpty() ? "" : " (" + String.join(", ", keys) + ")");
        }
    }
}
