package org.isonomia.application.spi;

import org.isonomia.application.spi.testing.InMemoryStores;
import org.isonomia.application.spi.testing.PlanRepositoryContract;
import org.isonomia.application.spi.testing.Ports;

class InMemoryPlanRepositoryTest extends PlanRepositoryContract {

    private final Ports ports = InMemoryStores.create().ports();

    @Override
    protected Ports ports() {
        return ports;
    }
}
