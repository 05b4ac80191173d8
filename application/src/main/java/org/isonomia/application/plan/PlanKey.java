package org.isonomia.application.plan;

import static java.util.Objects.requireNonNull;

import org.isonomia.domain.kernel.Code;

/**
 * Which plan: addresses and commands name it by two codes.
 *
 * @param organisation the organisation's code
 * @param plan the plan's code within it
 */
public record PlanKey(Code organisation, Code plan) {
    public PlanKey {
        requireNonNull(organisation, "organisation");
        requireNonNull(plan, "plan");
    }

    @Override
    public String toString() {
        return organisation + "/" + plan;
    }
}
