package org.isonomia.adapters.persistence;

import static com.google.common.base.Preconditions.checkState;

import java.util.Optional;
import java.util.UUID;
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
import org.jooq.DSLContext;

/** One transaction per call. */
final class JooqUnitOfWork implements UnitOfWork {

    private final Database database;
    private final KnownPlans known = new KnownPlans();
    private final ThreadLocal<Boolean> working = ThreadLocal.withInitial(() -> false);

    JooqUnitOfWork(Database database) {
        this.database = database;
    }

    @Override
    public <T> T read(OrganisationId organisation, Function<Stores, T> work) {
        return alone(() -> database.read(organisation.value(), open(organisation.value(), Optional.of(known), work)));
    }

    @Override
    public <T> T write(OrganisationId organisation, Function<Stores, T> work) {
        return alone(() -> database.write(organisation.value(), open(organisation.value(), Optional.empty(), work)));
    }

    @Override
    public <T> T writeAlone(OrganisationId organisation, Function<Stores, T> work) {
        return alone(
                () -> database.writeAlone(organisation.value(), open(organisation.value(), Optional.empty(), work)));
    }

    @Override
    public Optional<FoundAction> action(Code organisation, Code plan, Code action) {
        return alone(() -> database.ask(
                        organisation,
                        ActionReading::actions,
                        ActionReading.BY_CODES,
                        organisation.value(),
                        plan.value(),
                        action.value())
                .flatMap(told ->
                        told.answer().stream().findFirst().map(found -> new FoundAction(told.organisation(), found))));
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
            JournalRepository journal)
            implements Stores {

        static JooqStores of(Tenant tenant, Optional<KnownPlans> known) {
            return new JooqStores(
                    JooqOrganisationRepository.within(tenant),
                    new JooqPlanRepository(tenant, known),
                    new JooqActionRepository(tenant),
                    new JooqDirectoryRepository(tenant),
                    new JooqPlanSearch(tenant),
                    new JooqJournalRepository(tenant));
        }
    }
}
