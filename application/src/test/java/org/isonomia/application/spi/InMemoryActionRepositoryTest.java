package org.isonomia.application.spi;

import org.isonomia.application.spi.testing.ActionRepositoryContract;
import org.isonomia.application.spi.testing.InMemoryStores;
import org.isonomia.application.spi.testing.Ports;

class InMemoryActionRepositoryTest extends ActionRepositoryContract {

    private final Ports ports = InMemoryStores.create().ports();

    @Override
    protected Ports ports() {
        return ports;
    }
}
