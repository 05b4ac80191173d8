package org.isonomia.application.spi;

import org.isonomia.application.spi.testing.InMemoryStores;
import org.isonomia.application.spi.testing.Ports;
import org.isonomia.application.spi.testing.SightContract;

class InMemorySightTest extends SightContract {

    private final Ports ports = InMemoryStores.create().ports();

    @Override
    protected Ports ports() {
        return ports;
    }
}
