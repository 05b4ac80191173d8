package org.isonomia.application.plan;

import static java.util.Objects.requireNonNull;

import org.isonomia.application.access.Caller;
import org.isonomia.application.access.Gateway;
import org.isonomia.application.reference.ReferenceData;
import org.isonomia.application.spi.IdSource;
import org.isonomia.domain.plan.HealthRule;

/**
 * The use cases of the plan feature. Each is asked on somebody's behalf: {@code plans.by(caller).reading()}. What the caller
 * may not do is refused with {@link org.isonomia.application.spi.ForbiddenException}; what the caller may not see does not
 * exist for them.
 */
public final class PlanUseCases {

    private final Gateway gateway;
    private final IdSource ids;
    private final Today today;
    private final HealthRule rule;
    private final ReferenceData reference;

    private PlanUseCases(Gateway gateway, IdSource ids, Today today, HealthRule rule, ReferenceData reference) {
        this.gateway = requireNonNull(gateway, "gateway");
        this.ids = requireNonNull(ids, "ids");
        this.today = requireNonNull(today, "today");
        this.rule = requireNonNull(rule, "rule");
        this.reference = requireNonNull(reference, "reference");
    }

    /**
     * Makes the use cases.
     *
     * @param gateway the way to the data, which watches with {@link #watch}
     * @param ids where new identities come from
     * @param today which day it is
     * @param rule how health is judged
     * @param reference the criteria and domains that themes name
     */
    public static PlanUseCases of(
            Gateway gateway, IdSource ids, Today today, HealthRule rule, ReferenceData reference) {
        return new PlanUseCases(gateway, ids, today, rule, reference);
    }

    /** What notes the changes of plans, actions and directories for the journal. */
    public static Gateway.Watch watch() {
        return WatchedStores::new;
    }

    /** What this caller may ask. */
    public Desk by(Caller caller) {
        return new Desk(
                new PlanReadingService(gateway, caller, today, rule),
                new PlanEditingService(gateway, caller, ids, reference, today),
                new DirectoryEditingService(gateway, caller),
                new PlanExchangeService(gateway, caller, ids, reference, today),
                new UndoingService(
                        gateway, caller, undoing -> new PlanEditingService(gateway, undoing, ids, reference, today)));
    }

    /**
     * The use cases on somebody's behalf.
     *
     * @param reading reads plans
     * @param editing changes plans and actions
     * @param directory changes directory entries
     * @param exchange imports and exports
     * @param undoing takes back what the journal tells of
     */
    public record Desk(
            PlanReading reading,
            PlanEditing editing,
            DirectoryEditing directory,
            PlanExchange exchange,
            Undoing undoing) {}
}
