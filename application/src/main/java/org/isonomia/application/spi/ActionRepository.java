package org.isonomia.application.spi;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.Optional;
import org.isonomia.domain.access.Sight;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.plan.Action;
import org.isonomia.domain.plan.PlanId;

/**
 * The actions of one organisation's plans. Actions handed out are detached. Statements run per call, not per action:
 * adding ten thousand actions costs a bulk load.
 */
public interface ActionRepository {

    /** The action of a plan with this code, whole, whoever may see it. */
    Optional<Action> find(PlanId plan, Code code);

    /** Those of these actions that exist, whole, whoever may see them, in natural order of code. */
    ImmutableList<Action> findAll(PlanId plan, Collection<Code> codes);

    /** All actions of a plan, whole, whoever may see them, in natural order of code. */
    ImmutableList<Action> list(PlanId plan);

    /**
     * What somebody sees of a plan's actions, as {@link org.isonomia.domain.plan.Disclosure#seen} gives it and without links to
     * actions they do not see, in natural order of code. Costs no more than {@link #list(PlanId)}.
     */
    ImmutableList<Action> list(PlanId plan, Sight sight);

    /** The codes of the actions of a plan that somebody sees, in natural order. */
    ImmutableSet<Code> codes(PlanId plan, Sight sight);

    /** The codes of the actions that link to this one. */
    ImmutableSet<Code> linkingTo(PlanId plan, Code target);

    /**
     * Adds actions, whose version becomes 1. Links among them may point forward.
     *
     * @throws DuplicateCodeException if a code or an id is taken; nothing is added
     */
    void addAll(Collection<Action> actions);

    /**
     * Saves actions, each over the version it was read at; each version becomes one more.
     *
     * @throws StaleAggregateException if a stored version is not the action's, or an action is gone; nothing is saved
     */
    void saveAll(Collection<Action> actions);

    /** Removes actions; those that are gone already do not matter. */
    void removeAll(PlanId plan, Collection<Code> codes);
}
