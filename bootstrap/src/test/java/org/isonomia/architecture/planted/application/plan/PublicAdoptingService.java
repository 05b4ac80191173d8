package org.isonomia.architecture.planted.application.plan;

import org.isonomia.architecture.planted.application.readings.Readings;
import org.jooq.impl.DSL;

/** A service that is public, knows a technology, and reads another feature that reads it. */
public final class PublicAdoptingService implements PlanAdopting {

    @Override
    public String adopt() {
        return DSL.name("plan") + new Readings().toString();
    }
}
