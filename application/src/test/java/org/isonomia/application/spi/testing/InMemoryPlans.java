package org.isonomia.application.spi.testing;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.Optional;
import org.isonomia.application.spi.DuplicateCodeException;
import org.isonomia.application.spi.PlanRepository;
import org.isonomia.application.spi.StaleAggregateException;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.plan.Plan;
import org.isonomia.domain.plan.PlanId;

/** Plans in memory. */
record InMemoryPlans(InMemoryState state, Runnable guard, boolean versioned) implements PlanRepository {

    @Override
    public Optional<Plan> find(Code code) {
        return state.plans().values().stream()
                .filter(plan -> plan.code().equals(code))
                .findFirst();
    }

    @Override
    public ImmutableList<Plan> list() {
        return ImmutableList.sortedCopyOf(
                Comparator.comparing(Plan::code), state.plans().values());
    }

    @Override
    public void add(Plan plan) {
        guard.run();
        if (find(plan.code()).isPresent() || state.plans().containsKey(plan.id())) {
            throw new DuplicateCodeException("plan " + plan.code());
        }
        put(plan, 1);
    }

    @Override
    public void save(Plan plan) {
        guard.run();
        Plan stored = state.plans().get(plan.id());
        if (stored == null || (versioned && stored.version() != plan.version())) {
            throw new StaleAggregateException("plan " + plan.code());
        }
        put(plan, stored.version() + 1);
    }

    private void put(Plan plan, int version) {
        state.plans().put(plan.id(), Plan.restore(Samples.at(plan, version)));
    }

    @Override
    public void remove(PlanId plan) {
        guard.run();
        state.plans().remove(plan);
        state.actions().values().removeIf(action -> action.plan().equals(plan));
    }
}
