package org.isonomia.adapters.persistence;

import org.isonomia.application.spi.testing.Ports;
import org.isonomia.application.spi.testing.SightContract;

class JooqSightTest extends SightContract {

    @Override
    protected Ports ports() {
        return TestInstallation.shared().ports();
    }
}
