package org.isonomia.adapters.persistence;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;

import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
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
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.OrganisationId;
import org.isonomia.domain.plan.Disclosure;
import org.jooq.DSLContext;

/** One transaction per call. */
final class JooqUnitOfWork implements UnitOfWork {

    private final Database database;
    private final KnownPlans known = new KnownPlans();
    private final ThreadLocal<Boolean> working = ThreadLocal.withInitial(() -> false);
    private final ThreadLocal<Optional<Joint>> joints = ThreadLocal.withInitial(Optional::empty);

    JooqUnitOfWork(Database database) {
        this.database = database;
    }

    @Override
    public <T> T read(OrganisationId organisation, Function<Stores, T> work) {
        return alone(() -> joint(organisation)
                .map(work)
                .orElseGet(() ->
                        database.read(organisation.value(), open(organisation.value(), Optional.of(known), work))));
    }

    @Override
    public <T> T write(OrganisationId organisation, Function<Stores, T> work) {
        return alone(() -> joints.get().isPresent()
                ? joints.get().get().write(organisation.value(), false, JooqUnitOfWork::changeable, work)
                : database.write(organisation.value(), open(organisation.value(), Optional.empty(), work)));
    }

    @Override
    public <T> T writeAlone(OrganisationId organisation, Function<Stores, T> work) {
        return alone(() -> joints.get().isPresent()
                ? joints.get().get().write(organisation.value(), true, JooqUnitOfWork::changeable, work)
                : database.writeAlone(organisation.value(), open(organisation.value(), Optional.empty(), work)));
    }

    @Override
    public <T> T writeBoth(OrganisationId one, OrganisationId other, Function<Both, T> work) {
        checkArgument(!one.equals(other), "two organisations, not one: %s", one);
        return alone(() -> database.writeBoth(
                one.value(), other.value(), context -> work.apply(new TwoTenants(context, one, other))));
    }

    /** One at a time: each time the transaction names the organisation anew. */
    private record TwoTenants(DSLContext context, OrganisationId one, OrganisationId other) implements Both {
        @Override
        public <T> T in(OrganisationId organisation, Function<Stores, T> work) {
            checkArgument(
                    organisation.equals(one) || organisation.equals(other), "neither of the two: %s", organisation);
            Database.name(context, organisation.value());
            return JooqUnitOfWork.<T>open(organisation.value(), Optional.empty(), work)
                    .apply(context);
        }
    }

    @Override
    public Optional<FoundAction> action(Code organisation, Code plan, Code action) {
        return alone(() -> joints.get()
                .flatMap(joint -> joint.of(organisation))
                .map(stores -> found(stores, organisation, plan, action))
                .orElseGet(() -> asked(organisation, plan, action)));
    }

    /** As {@link #asked} would, within what was begun; the stores hold one organisation's plans only. */
    private static Optional<FoundAction> found(Stores stores, Code organisation, Code plan, Code action) {
        return stores.organisations()
                .find(organisation)
                .flatMap(owner -> stores.plans()
                        .find(plan)
                        .flatMap(known -> stores.actions()
                                .find(known.id(), action)
                                .filter(one -> Disclosure.isOpen(
                                        known, one, stores.actions().codes(known.id(), Sight.PUBLIC))))
                        .map(known -> new FoundAction(owner, known)));
    }

    private Optional<FoundAction> asked(Code organisation, Code plan, Code action) {
        return database.ask(
                        organisation,
                        ActionReading::actions,
                        ActionReading.BY_CODES,
                        organisation.value(),
                        plan.value(),
                        action.value())
                .flatMap(told ->
                        told.answer().stream().findFirst().map(found -> new FoundAction(told.organisation(), found)));
    }

    @Override
    public <T> T together(Consumer<Stores> begun, Supplier<T> work, BiConsumer<Stores, T> ending) {
        checkState(joints.get().isEmpty() && !working.get(), "units of work do not nest");
        return Database.repeating(() -> {
            try (Joint joint = new Joint(database, begun)) {
                joints.set(Optional.of(joint));
                T result = work.get();
                joint.end(stores -> ending.accept(stores, result));
                return result;
            } finally {
                joints.remove();
            }
        });
    }

    private Optional<Stores> joint(OrganisationId organisation) {
        return joints.get().flatMap(joint -> joint.of(organisation.value()));
    }

    private static Stores changeable(Tenant tenant) {
        return JooqStores.of(tenant, Optional.empty());
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

    private static <T> Function<DSLContext, T> open(
            UUID organisation, Optional<KnownPlans> known, Function<Stores, T> work) {
        return context -> work.apply(JooqStores.of(new Tenant(context, organisation), known));
    }

    private record JooqStores(
            OrganisationRepository organisations,
            PlanRepository plans,
            ActionRepository actions,
            DirectoryRepository directory,
            PlanSearch search,
            NetworkRepository network,
            JournalRepository journal,
            AnswerRepository answers)
            implements Stores {

        static JooqStores of(Tenant tenant, Optional<KnownPlans> known) {
            return new JooqStores(
                    JooqOrganisationRepository.within(tenant),
                    new JooqPlanRepository(tenant, known),
                    new JooqActionRepository(tenant),
                    new JooqDirectoryRepository(tenant),
                    new JooqPlanSearch(tenant),
                    new JooqNetworkRepository(tenant),
                    new JooqJournalRepository(tenant),
                    new JooqAnswerRepository(tenant));
        }
    }
}
