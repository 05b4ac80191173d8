package org.isonomia.architecture.planted.postgres;

import org.isonomia.architecture.planted.domain.plan.OpenPlan;

/** A server that knows the product. */
public final class PlanDatabase {

    public OpenPlan plan() {
        return OpenPlan.restore("");
    }
}
