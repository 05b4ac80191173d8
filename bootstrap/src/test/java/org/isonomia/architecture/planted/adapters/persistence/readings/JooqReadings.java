package org.isonomia.architecture.planted.adapters.persistence.readings;

import org.isonomia.architecture.planted.adapters.persistence.plan.JooqPlan;

/** The other half of a cycle. */
public final class JooqReadings {

    public JooqPlan plan() {
        return new JooqPlan();
    }
}
