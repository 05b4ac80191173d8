package org.isonomia.architecture.planted.adapters.identity;

import org.isonomia.architecture.planted.adapters.persistence.plan.JooqPlan;

/** Identity that knows the database. */
public final class PlanCipher {

    /** The other adapter. */
    public JooqPlan plan;
}
