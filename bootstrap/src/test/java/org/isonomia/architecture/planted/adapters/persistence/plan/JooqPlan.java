package org.isonomia.architecture.planted.adapters.persistence.plan;

import io.javalin.Javalin;
import org.isonomia.architecture.planted.adapters.persistence.readings.JooqReadings;
import org.isonomia.architecture.planted.application.plan.PlanAdopting;

/** A database that knows the web, and a feature that knows the one that knows it. */
public final class JooqPlan implements PlanAdopting {

    @Override
    public String adopt() {
        return Javalin.class.getName() + new JooqReadings();
    }
}
