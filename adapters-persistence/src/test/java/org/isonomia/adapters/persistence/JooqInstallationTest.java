package org.isonomia.adapters.persistence;

import org.isonomia.application.spi.testing.InstallationContract;
import org.isonomia.application.spi.testing.Ports;

class JooqInstallationTest extends InstallationContract {

    @Override
    protected Ports ports() {
        return TestInstallation.shared().ports();
    }
}
