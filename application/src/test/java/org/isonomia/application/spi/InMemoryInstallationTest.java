package org.isonomia.application.spi;

import org.isonomia.application.spi.testing.InMemoryStores;
import org.isonomia.application.spi.testing.InstallationContract;
import org.isonomia.application.spi.testing.Ports;

class InMemoryInstallationTest extends InstallationContract {

    private final Ports ports = InMemoryStores.create().ports();

    @Override
    protected Ports ports() {
        return ports;
    }
}
