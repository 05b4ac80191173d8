package org.isonomia.application.spi;

import org.isonomia.application.spi.testing.InMemoryStores;
import org.isonomia.application.spi.testing.PlanSearchContract;
import org.isonomia.application.spi.testing.Ports;

class InMemoryPlanSearchTest extends PlanSearchContract {

    private final Ports ports = InMemoryStores.create().ports();

    @Override
    protected Ports ports() {
        return ports;
    }
}
