package org.isonomia.application.plan;

import static java.util.Objects.requireNonNull;

import org.isonomia.application.reference.ReferenceData;
import org.isonomia.application.spi.IdSource;
import org.isonomia.application.spi.OrganisationRepository;
import org.isonomia.application.spi.UnitOfWork;
import org.isonomia.domain.plan.HealthRule;

/**
 * The use cases of the plan feature, made from the ports.
 *
 * @param reading reads plans
 * @param editing changes plans and actions
 * @param directory changes directory entries
 * @param exchange imports and exports
 */
public record PlanUseCases(
        PlanReading reading, PlanEditing editing, DirectoryEditing directory, PlanExchange exchange) {

    /**
     * Makes the use cases.
     *
     * @param organisations the organisations
     * @param unitOfWork the gateway to their data
     * @param ids where new identities come from
     * @param today which day it is
     * @param rule how health is judged
     * @param reference the criteria and domains that themes name
     */
    public static PlanUseCases of(
            OrganisationRepository organisations,
            UnitOfWork unitOfWork,
            IdSource ids,
            Today today,
            HealthRule rule,
            ReferenceData reference) {
        requireNonNull(reference, "reference");
        PlanExchange exchange = new PlanExchangeService(organisations, unitOfWork, ids, reference, today);
        return new PlanUseCases(
                new PlanReadingService(organisations, unitOfWork, today, rule),
                new PlanEditingService(organisations, unitOfWork, ids, reference, today),
                new DirectoryEditingService(organisations, unitOfWork),
                exchange);
    }
}
