package org.isonomia.architecture.planted.application.readings;

import org.isonomia.architecture.planted.application.plan.PlanAdopting;
import org.isonomia.architecture.planted.application.plan.PublicAdoptingService;

/** The other half of a cycle. */
public final class Readings {

    public PlanAdopting source() {
        return new PublicAdoptingService();
    }
}
