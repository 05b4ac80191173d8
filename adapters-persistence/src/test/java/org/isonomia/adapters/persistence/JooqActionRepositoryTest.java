package org.isonomia.adapters.persistence;

import org.isonomia.application.spi.testing.ActionRepositoryContract;
import org.isonomia.application.spi.testing.Ports;

class JooqActionRepositoryTest extends ActionRepositoryContract {

    @Override
    protected Ports ports() {
        return TestInstallation.shared().ports();
    }
}
