package org.isonomia.application.spi.testing;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.isonomia.application.spi.ActionRepository;
import org.isonomia.application.spi.AnswerRepository;
import org.isonomia.application.spi.DirectoryRepository;
import org.isonomia.application.spi.JournalRepository;
import org.isonomia.application.spi.NetworkRepository;
import org.isonomia.application.spi.OrganisationRepository;
import org.isonomia.application.spi.PlanRepository;
import org.isonomia.application.spi.PlanSearch;
import org.isonomia.application.spi.Stores;
import org.isonomia.application.spi.UnitOfWork;
import org.isonomia.domain.access.Sight;
import org.isonomia.domain.journal.Digest;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.Organisation;
import org.isonomia.domain.network.OrganisationId;
import org.isonomia.domain.plan.Action;
import org.isonomia.domain.plan.Disclosure;

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
        CUTS_LISTS,
        /** Gives the same key to everybody who claims it. */
        CLAIMS_TWICE,
        /** Makes each call within a common one durable by itself. */
        SPLITS_WHAT_IS_ONE,
        /** Shows everything to everybody. */
        IGNORES_SIGHT,
        /** Shows all of a plan to whom some fields are shared with. */
        SHARES_ALL_FIELDS,
        /** Of a change of two organisations keeps one half when it fails. */
        KEEPS_ONE_SIDE
    }

    private final Set<Fault> faults = EnumSet.noneOf(Fault.class);
    private final Map<UUID, InMemoryState> states = new ConcurrentHashMap<>();
    private final Map<Claim, Thread> claims = new ConcurrentHashMap<>();
    private final ThreadLocal<Optional<Joint>> joints = ThreadLocal.withInitial(Optional::empty);
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
        return new Ports(this, new Known());
    }

    /** The organisations as whoever asks sees them: with those that this thread has founded and not made durable yet. */
    private final class Known implements OrganisationRepository {

        private InMemoryOrganisations seen() {
            return joints.get().flatMap(joint -> joint.part).map(Part::founded).orElse(organisations);
        }

        @Override
        public Optional<Organisation> find(Code code) {
            return seen().find(code);
        }

        @Override
        public ImmutableList<Organisation> list() {
            return seen().list();
        }

        @Override
        public void put(Organisation organisation) {
            organisations.put(organisation);
        }
    }

    private UUID room(OrganisationId organisation) {
        return faults.contains(Fault.MIXES_ORGANISATIONS) ? new UUID(0, 0) : organisation.value();
    }

    /** A key that somebody works on. */
    private record Claim(UUID room, Digest key) {}

    /** What several calls of one thread do as one. */
    private static final class Joint {
        private final Consumer<Stores> begun;
        private Optional<Part> part = Optional.empty();
        private boolean done;
        private boolean lost;

        Joint(Consumer<Stores> begun) {
            this.begun = begun;
        }
    }

    private record Part(UUID room, InMemoryState after, InMemoryOrganisations founded, Stores stores) {}

    @Override
    public <T> T read(OrganisationId organisation, Function<Stores, T> work) {
        return alone(() -> {
            Optional<Stores> common = joints.get()
                    .flatMap(joint -> joint.part)
                    .filter(part -> part.room().equals(room(organisation)))
                    .map(Part::stores);
            if (common.isPresent()) {
                return work.apply(common.get());
            }
            InMemoryState state = states.computeIfAbsent(room(organisation), id -> new InMemoryState());
            boolean changeable = faults.contains(Fault.SHARES_STATE);
            return work.apply(open(room(organisation), organisations, state, changeable));
        });
    }

    private Stores open(UUID room, InMemoryOrganisations known, InMemoryState state, boolean changeable) {
        return InMemoryRoom.of(
                known,
                state,
                changeable,
                faults,
                key -> claim(new Claim(room, key)),
                guard -> new InMemoryNetwork(
                        new OrganisationId(room),
                        state,
                        other -> states.computeIfAbsent(room(other), id -> new InMemoryState()),
                        guard,
                        faults));
    }

    private boolean claim(Claim claim) {
        Thread self = Thread.currentThread();
        return faults.contains(Fault.CLAIMS_TWICE) || claims.computeIfAbsent(claim, free -> self) == self;
    }

    @Override
    public <T> T write(OrganisationId organisation, Function<Stores, T> work) {
        return alone(() -> {
            synchronized (states) {
                Optional<Joint> joint = joints.get();
                if (joint.isPresent() && !faults.contains(Fault.SPLITS_WHAT_IS_ONE)) {
                    return together(joint.get(), room(organisation), work);
                }
                Part part = begin(room(organisation));
                T result = work.apply(part.stores());
                end(part);
                return result;
            }
        });
    }

    private Part begin(UUID room) {
        InMemoryState before = states.computeIfAbsent(room, id -> new InMemoryState());
        boolean inPlace = faults.contains(Fault.SHARES_STATE) || faults.contains(Fault.FORGETS_ROLLBACK);
        InMemoryState after = inPlace ? before : before.copy();
        InMemoryOrganisations founded = inPlace ? organisations : organisations.copy();
        return new Part(room, after, founded, open(room, founded, after, true));
    }

    private void end(Part part) {
        states.put(part.room(), part.after());
        organisations.become(part.founded());
    }

    private <T> T together(Joint joint, UUID room, Function<Stores, T> work) {
        try {
            if (joint.part.isEmpty()) {
                joint.part = Optional.of(begin(room));
                joint.begun.accept(joint.part.get().stores());
            }
            Part part = joint.part.orElseThrow();
            checkState(part.room().equals(room), "changes of two organisations are never one change");
            T result = work.apply(part.stores());
            joint.done = true;
            return result;
        } catch (RuntimeException failed) {
            joint.lost |= joint.done;
            joint.done = false;
            joint.part = Optional.empty();
            throw failed;
        }
    }

    @Override
    public <T> T together(Consumer<Stores> begun, Supplier<T> work, BiConsumer<Stores, T> ending) {
        checkState(joints.get().isEmpty() && !working.get(), "units of work do not nest");
        Joint joint = new Joint(begun);
        // Writers take turns for as long as all of it lasts.
        synchronized (states) {
            joints.set(Optional.of(joint));
            try {
                T result = work.get();
                checkState(!joint.lost, "a part of the change failed, and the rest was undone with it");
                joint.part.ifPresent(part -> {
                    ending.accept(part.stores(), result);
                    end(part);
                });
                return result;
            } finally {
                joints.remove();
                claims.values().removeIf(Thread.currentThread()::equals);
            }
        }
    }

    @Override
    public <T> T writeAlone(OrganisationId organisation, Function<Stores, T> work) {
        return write(organisation, work);
    }

    @Override
    public <T> T writeBoth(OrganisationId one, OrganisationId other, Function<Both, T> work) {
        checkArgument(!one.equals(other), "two organisations, not one: %s", one);
        return alone(() -> {
            synchronized (states) {
                Map<UUID, InMemoryState> after = new HashMap<>();
                for (UUID half : List.of(room(one), room(other))) {
                    InMemoryState before = states.computeIfAbsent(half, id -> new InMemoryState());
                    boolean inPlace = faults.contains(Fault.KEEPS_ONE_SIDE) && half.equals(room(one));
                    after.put(half, inPlace ? before : before.copy());
                }
                T result = work.apply(new Both() {
                    @Override
                    public <R> R in(OrganisationId organisation, Function<Stores, R> inside) {
                        checkArgument(
                                organisation.equals(one) || organisation.equals(other),
                                "neither of the two: %s",
                                organisation);
                        UUID half = room(organisation);
                        return inside.apply(open(half, organisations, requireNonNull(after.get(half)), true));
                    }
                });
                states.putAll(after);
                return result;
            }
        });
    }

    @Override
    public Optional<FoundAction> action(Code organisation, Code plan, Code action) {
        return new Known()
                .find(organisation)
                .flatMap(found -> read(found.id(), stores -> open(stores, plan, action))
                        .map(known -> new FoundAction(found, known)));
    }

    private Optional<Action> open(Stores stores, Code plan, Code action) {
        boolean all = faults.contains(Fault.IGNORES_SIGHT);
        return stores.plans()
                .find(plan)
                .flatMap(known -> stores.actions()
                        .find(known.id(), action)
                        .filter(found -> all
                                || Disclosure.isOpen(
                                        known, found, stores.actions().codes(known.id(), Sight.PUBLIC))));
    }

    private <T> T alone(Supplier<T> call) {
        checkState(!working.get(), "units of work do not nest");
        working.set(true);
        try {
            return call.get();
        } finally {
            working.remove();
            if (joints.get().isEmpty()) {
                claims.values().removeIf(Thread.currentThread()::equals);
            }
        }
    }

    private record InMemoryRoom(
            OrganisationRepository organisations,
            PlanRepository plans,
            ActionRepository actions,
            DirectoryRepository directory,
            PlanSearch search,
            NetworkRepository network,
            JournalRepository journal,
            AnswerRepository answers)
            implements Stores {

        static InMemoryRoom of(
                InMemoryOrganisations organisations,
                InMemoryState state,
                boolean changeable,
                Set<Fault> faults,
                Predicate<Digest> claims,
                Function<Runnable, NetworkRepository> network) {
            Runnable guard = () -> checkState(changeable, "reading changes nothing");
            boolean versioned = !faults.contains(Fault.IGNORES_VERSIONS);
            UnaryOperator<Sight> sights = sight -> faults.contains(Fault.IGNORES_SIGHT) ? Sight.EVERYTHING : sight;
            return new InMemoryRoom(
                    organisations.guarded(guard),
                    new InMemoryPlans(state, guard, versioned),
                    new InMemoryActions(state, guard, versioned, sights),
                    new InMemoryDirectory(state, guard),
                    new InMemorySearch(state, faults.contains(Fault.CUTS_LISTS) ? 100 : Integer.MAX_VALUE, sights),
                    network.apply(guard),
                    new InMemoryJournal(state.journal(), state.heads(), guard),
                    new InMemoryAnswers(state.answers(), claims, guard));
        }
    }
}
