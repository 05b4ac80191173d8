package org.isonomia.application.plan;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.OptionalInt;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.application.spi.StaleAggregateException;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.RuleViolationException;
import org.isonomia.domain.plan.PlanStatus;

/**
 * Changes plans and their actions. Every change happens whole or not at all, and is checked like an import: unknown keys,
 * wrong types and dangling codes are refused together, with JSON pointers into the patch.
 *
 * <p>All methods throw {@link NotFoundException} if what is to change does not exist, {@link StaleAggregateException} if its
 * version is not the expected one, and {@link RuleViolationException} with everything that is wrong otherwise.
 */
public interface PlanEditing {

    /** Changes the plan itself: the {@code plan} entry of the file. Its status changes by {@link #transition}. */
    void changePlan(PlanKey key, Edit edit);

    /**
     * Takes a plan to the next status of its life.
     *
     * @param expectedVersion the plan's version
     */
    void transition(PlanKey key, OptionalInt expectedVersion, PlanStatus target);

    /** Adds an axis or changes one; the expected version is the plan's. */
    void changeAxis(PlanKey key, Code axis, Edit edit);

    /** Removes an axis that holds neither axes nor actions; the edit's patch does not matter, the version is the plan's. */
    void removeAxis(PlanKey key, Code axis, Edit edit);

    /**
     * Adds an action.
     *
     * @param edit the whole entry as its patch, with its code
     * @return its code
     */
    Code addAction(PlanKey key, Edit edit);

    /** Changes actions, all or none; each named once. */
    void changeActions(PlanKey key, ImmutableList<ActionEdit> edits, Optional<AmendmentNote> amendment);

    /** Removes an action no other links to; the edit's patch does not matter. */
    void removeAction(PlanKey key, Code action, Edit edit);

    /**
     * A change to one action.
     *
     * @param action its code
     * @param expectedVersion the version it was made against; empty to change whatever is there
     * @param patch the merge patch over its entry
     */
    record ActionEdit(Code action, OptionalInt expectedVersion, org.isonomia.application.document.Node patch) {
        public ActionEdit {
            requireNonNull(action, "action");
            requireNonNull(expectedVersion, "expectedVersion");
            requireNonNull(patch, "patch");
        }
    }
}
