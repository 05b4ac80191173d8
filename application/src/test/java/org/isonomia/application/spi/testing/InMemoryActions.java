package org.isonomia.application.spi.testing;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.isonomia.application.spi.ActionRepository;
import org.isonomia.application.spi.DuplicateCodeException;
import org.isonomia.application.spi.StaleAggregateException;
import org.isonomia.domain.access.Sight;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.plan.Action;
import org.isonomia.domain.plan.Disclosure;
import org.isonomia.domain.plan.PlanId;

/** Actions in memory. */
record InMemoryActions(InMemoryState state, Runnable guard, boolean versioned, UnaryOperator<Sight> sights)
        implements ActionRepository {

    /** What makes a code unique. */
    private record Name(PlanId plan, Code code) {
        static Name of(Action action) {
            return new Name(action.plan(), action.code());
        }
    }

    @Override
    public Optional<Action> find(PlanId plan, Code code) {
        return findAll(plan, ImmutableSet.of(code)).stream().findFirst();
    }

    @Override
    public ImmutableList<Action> findAll(PlanId plan, Collection<Code> codes) {
        ImmutableSet<Code> wanted = ImmutableSet.copyOf(codes);
        return list(plan).stream()
                .filter(action -> wanted.contains(action.code()))
                .collect(toImmutableList());
    }

    @Override
    public ImmutableList<Action> list(PlanId plan) {
        return state.actionsOf(plan).sorted(Comparator.comparing(Action::code)).collect(toImmutableList());
    }

    @Override
    public ImmutableList<Action> list(PlanId plan, Sight sight) {
        ImmutableSet<Code> seen = codes(plan, sight);
        return list(plan).stream()
                .flatMap(action -> Disclosure.seen(action, sights.apply(sight)).stream())
                .map(action -> Disclosure.linkedTo(action, seen))
                .collect(toImmutableList());
    }

    @Override
    public ImmutableSet<Code> codes(PlanId plan, Sight sight) {
        return list(plan).stream()
                .filter(action -> Disclosure.seen(action, sights.apply(sight)).isPresent())
                .map(Action::code)
                .collect(toImmutableSet());
    }

    @Override
    public ImmutableSet<Code> linkingTo(PlanId plan, Code target) {
        return list(plan).stream()
                .filter(action -> action.content().links().stream()
                        .anyMatch(link -> link.target().equals(target)))
                .map(Action::code)
                .collect(toImmutableSet());
    }

    @Override
    public void addAll(Collection<Action> actions) {
        guard.run();
        Set<Name> names = state.actions().values().stream().map(Name::of).collect(toHashSet());
        for (Action action : actions) {
            if (!names.add(Name.of(action)) || state.actions().containsKey(action.id())) {
                throw new DuplicateCodeException("action " + action.code());
            }
        }
        actions.forEach(action -> put(action, 1));
    }

    @Override
    public void saveAll(Collection<Action> actions) {
        guard.run();
        for (Action action : actions) {
            Action stored = state.actions().get(action.id());
            if (stored == null || (versioned && stored.version() != action.version())) {
                throw new StaleAggregateException("action " + action.code());
            }
        }
        actions.forEach(action -> put(action, state.actions().get(action.id()).version() + 1));
    }

    private void put(Action action, int version) {
        state.actions().put(action.id(), Action.restore(Samples.at(action, version)));
    }

    @Override
    public void removeAll(PlanId plan, Collection<Code> codes) {
        guard.run();
        findAll(plan, codes).forEach(action -> state.actions().remove(action.id()));
    }

    private static <T> java.util.stream.Collector<T, ?, Set<T>> toHashSet() {
        return java.util.stream.Collectors.toCollection(HashSet::new);
    }
}
