package org.isonomia.adapters.persistence;

import org.isonomia.application.spi.testing.NetworkContract;
import org.isonomia.application.spi.testing.Ports;

class JooqNetworkRepositoryTest extends NetworkContract {

    @Override
    protected Ports ports() {
        return TestInstallation.shared().ports();
    }
}
