package org.isonomia.application.spi.testing;

import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import org.isonomia.application.spi.ActionRepository;
import org.isonomia.application.spi.DirectoryRepository;
import org.isonomia.application.spi.DuplicateCodeException;
import org.isonomia.application.spi.OrganisationRepository;
import org.isonomia.application.spi.PlanRepository;
import org.isonomia.application.spi.PlanSearch;
import org.isonomia.application.spi.Stores;
import org.isonomia.application.spi.TokenRepository;
import org.isonomia.application.spi.UnitOfWork;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.Organisation;
import org.isonomia.domain.network.OrganisationId;

/**
 * All ports in the memory of this process, for tests that need no database. A unit of work reads a state that nobody
 * changes, or changes a copy that replaces it at the end; writers take turns. Safe for use by many threads.
 *
 * <p>With a {@link Fault} it is wrong on purpose, to see that the contracts notice.
 */
public final class InMemoryStores implements UnitOfWork {

    /** What an adapter may get wrong. */
    public enum Fault {
        /** Saves over whatever is stored. */
        IGNORES_VERSIONS,
        /** Keeps what was done before the work failed. */
        FORGETS_ROLLBACK,
        /** Lets a reader see what others write meanwhile, and change it. */
        SHARES_STATE,
        /** Puts all organisations into one room. */
        MIXES_ORGANISATIONS,
        /** Ends a list of actions at the first hundred. */
        CUTS_LISTS
    }

    private final Set<Fault> faults = EnumSet.noneOf(Fault.class);
    private final Map<UUID, InMemoryState> states = new ConcurrentHashMap<>();
    private final ThreadLocal<Boolean> working = ThreadLocal.withInitial(() -> false);
    private final InMemoryOrganisations organisations = new InMemoryOrganisations();
    private final InMemoryTokens tokens = new InMemoryTokens();

    /** Empty stores that do what the contracts say. */
    public static InMemoryStores create() {
        return new InMemoryStores();
    }

    /** Empty stores with a fault. */
    public static InMemoryStores with(Fault fault) {
        InMemoryStores wrong = new InMemoryStores();
        wrong.faults.add(fault);
        return wrong;
    }

    private InMemoryStores() {}

    /** All ports of this installation. */
    public Ports ports() {
        return new Ports(this, organisations, tokens);
    }

    private UUID room(OrganisationId organisation) {
        return faults.contains(Fault.MIXES_ORGANISATIONS) ? new UUID(0, 0) : organisation.value();
    }

    @Override
    public <T> T read(OrganisationId organisation, Function<Stores, T> work) {
        return alone(() -> {
            InMemoryState state = states.computeIfAbsent(room(organisation), id -> new InMemoryState());
            boolean changeable = faults.contains(Fault.SHARES_STATE);
            return work.apply(InMemoryRoom.of(state, changeable, faults));
        });
    }

    @Override
    public <T> T write(OrganisationId organisation, Function<Stores, T> work) {
        return alone(() -> {
            synchronized (states) {
                InMemoryState before = states.computeIfAbsent(room(organisation), id -> new InMemoryState());
                boolean inPlace = faults.contains(Fault.SHARES_STATE) || faults.contains(Fault.FORGETS_ROLLBACK);
                InMemoryState after = inPlace ? before : before.copy();
                T result = work.apply(InMemoryRoom.of(after, true, faults));
                states.put(room(organisation), after);
                return result;
            }
        });
    }

    private <T> T alone(Supplier<T> call) {
        checkState(!working.get(), "units of work do not nest");
        working.set(true);
        try {
            return call.get();
        } finally {
            working.remove();
        }
    }

    private record InMemoryRoom(
            PlanRepository plans, ActionRepository actions, DirectoryRepository directory, PlanSearch search)
            implements Stores {

        static InMemoryRoom of(InMemoryState state, boolean changeable, Set<Fault> faults) {
            Runnable guard = () -> checkState(changeable, "reading changes nothing");
            boolean versioned = !faults.contains(Fault.IGNORES_VERSIONS);
            return new InMemoryRoom(
                    new InMemoryPlans(state, guard, versioned),
                    new InMemoryActions(state, guard, versioned),
                    new InMemoryDirectory(state, guard),
                    new InMemorySearch(state, faults.contains(Fault.CUTS_LISTS) ? 100 : Integer.MAX_VALUE));
        }
    }

    private static final class InMemoryOrganisations implements OrganisationRepository {

        private final List<Organisation> all = new CopyOnWriteArrayList<>();

        @Override
        public Optional<Organisation> find(Code code) {
            return all.stream().filter(known -> known.code().equals(code)).findFirst();
        }

        @Override
        public ImmutableList<Organisation> list() {
            return ImmutableList.sortedCopyOf(Comparator.comparing(Organisation::code), all);
        }

        @Override
        public synchronized void put(Organisation organisation) {
            if (find(organisation.code())
                    .filter(known -> !known.id().equals(organisation.id()))
                    .isPresent()) {
                throw new DuplicateCodeException("organisation " + organisation.code());
            }
            List<Organisation> others = new ArrayList<>(all);
            others.removeIf(known -> known.id().equals(organisation.id()));
            others.add(organisation);
            all.clear();
            all.addAll(others);
        }
    }

    private static final class InMemoryTokens implements TokenRepository {

        private final Map<String, Instant> digests = new ConcurrentHashMap<>();

        @Override
        public boolean isEmpty() {
            return digests.isEmpty();
        }

        @Override
        public void add(String digest, Instant created) {
            digests.putIfAbsent(digest, created);
        }

        @Override
        public boolean contains(String digest) {
            return ImmutableSet.copyOf(digests.keySet()).contains(digest);
        }

        @Override
        public void clear() {
            digests.clear();
        }
    }
}
