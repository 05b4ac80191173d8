package org.isonomia.application.spi;

import org.isonomia.application.spi.testing.InMemoryStores;
import org.isonomia.application.spi.testing.NetworkContract;
import org.isonomia.application.spi.testing.Ports;

class InMemoryNetworkTest extends NetworkContract {

    private final Ports ports = InMemoryStores.create().ports();

    @Override
    protected Ports ports() {
        return ports;
    }
}
