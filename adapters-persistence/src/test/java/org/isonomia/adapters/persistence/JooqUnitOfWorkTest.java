package org.isonomia.adapters.persistence;

import org.isonomia.application.spi.testing.Ports;
import org.isonomia.application.spi.testing.UnitOfWorkContract;

class JooqUnitOfWorkTest extends UnitOfWorkContract {

    @Override
    protected Ports ports() {
        return TestInstallation.shared().ports();
    }
}
