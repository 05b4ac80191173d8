package org.isonomia.adapters.persistence;

import org.isonomia.application.spi.testing.DirectoryRepositoryContract;
import org.isonomia.application.spi.testing.Ports;

class JooqDirectoryRepositoryTest extends DirectoryRepositoryContract {

    @Override
    protected Ports ports() {
        return TestInstallation.shared().ports();
    }
}
