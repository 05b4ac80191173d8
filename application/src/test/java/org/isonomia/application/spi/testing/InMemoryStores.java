package org.isonomia.application.spi.testing;

import static com.google.common.base.Preconditions.checkState;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.isonomia.application.spi.ActionRepository;
import org.isonomia.application.spi.DirectoryRepository;
import org.isonomia.application.spi.JournalRepository;
import org.isonomia.application.spi.OrganisationRepository;
import org.isonomia.application.spi.PlanRepository;
import org.isonomia.application.spi.PlanSearch;
import org.isonomia.application.spi.Stores;
import org.isonomia.application.spi.UnitOfWork;
import org.isonomia.domain.kernel.Code;
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
        return new Ports(this, organisations);
    }

    private UUID room(OrganisationId organisation) {
        return faults.contains(Fault.MIXES_ORGANISATIONS) ? new UUID(0, 0) : organisation.value();
    }

    @Override
    public <T> T read(OrganisationId organisation, Function<Stores, T> work) {
        return alone(() -> {
            InMemoryState state = states.computeIfAbsent(room(organisation), id -> new InMemoryState());
            boolean changeable = faults.contains(Fault.SHARES_STATE);
            return work.apply(InMemoryRoom.of(organisations, state, changeable, faults));
        });
    }

    @Override
    public <T> T write(OrganisationId organisation, Function<Stores, T> work) {
        return alone(() -> {
            synchronized (states) {
                InMemoryState before = states.computeIfAbsent(room(organisation), id -> new InMemoryState());
                boolean inPlace = faults.contains(Fault.SHARES_STATE) || faults.contains(Fault.FORGETS_ROLLBACK);
                InMemoryState after = inPlace ? before : before.copy();
                InMemoryOrganisations founded = inPlace ? organisations : organisations.copy();
                T result = work.apply(InMemoryRoom.of(founded, after, true, faults));
                states.put(room(organisation), after);
                organisations.become(founded);
                return result;
            }
        });
    }

    @Override
    public <T> T writeAlone(OrganisationId organisation, Function<Stores, T> work) {
        return write(organisation, work);
    }

    @Override
    public Optional<FoundAction> action(Code organisation, Code plan, Code action) {
        return organisations
                .find(organisation)
                .flatMap(found -> read(
                                found.id(),
                                stores -> stores.plans()
                                        .find(plan)
                                        .flatMap(known -> stores.actions().find(known.id(), action)))
                        .map(known -> new FoundAction(found, known)));
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
            OrganisationRepository organisations,
            PlanRepository plans,
            ActionRepository actions,
            DirectoryRepository directory,
            PlanSearch search,
            JournalRepository journal)
            implements Stores {

        static InMemoryRoom of(
                InMemoryOrganisations organisations, InMemoryState state, boolean changeable, Set<Fault> faults) {
            Runnable guard = () -> checkState(changeable, "reading changes nothing");
            boolean versioned = !faults.contains(Fault.IGNORES_VERSIONS);
            return new InMemoryRoom(
                    organisations.guarded(guard),
                    new InMemoryPlans(state, guard, versioned),
                    new InMemoryActions(state, guard, versioned),
                    new InMemoryDirectory(state, guard),
                    new InMemorySearch(state, faults.contains(Fault.CUTS_LISTS) ? 100 : Integer.MAX_VALUE),
                    new InMemoryJournal(state.journal(), state.heads(), guard));
        }
    }
}
