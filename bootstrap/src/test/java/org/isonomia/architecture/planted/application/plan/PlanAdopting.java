package org.isonomia.architecture.planted.application.plan;

/** A use case. */
public interface PlanAdopting {

    String adopt();
}
