package org.isonomia.application.spi;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.plan.Plan;
import org.isonomia.domain.plan.PlanId;

/**
 * The plans of one organisation. Plans handed out are detached: changing one is invisible until it is saved.
 */
public interface PlanRepository {

    /** The plan with this code, whole: every text, amount and order as it was saved. */
    Optional<Plan> find(Code code);

    /** All plans, in natural order of code. */
    ImmutableList<Plan> list();

    /**
     * Adds a plan, whose version becomes 1.
     *
     * @throws DuplicateCodeException if the code or the id is taken
     */
    void add(Plan plan);

    /**
     * Saves a plan over the version it was read at; the version becomes one more.
     *
     * @throws StaleAggregateException if the stored version is not {@code plan.version()}, or the plan is gone
     */
    void save(Plan plan);

    /** Removes a plan with its actions; nothing happens if it is gone. */
    void remove(PlanId plan);
}
