package org.isonomia.adapters.persistence;

import org.isonomia.application.spi.testing.JournalRepositoryContract;
import org.isonomia.application.spi.testing.Ports;

class JooqJournalRepositoryTest extends JournalRepositoryContract {

    @Override
    protected Ports ports() {
        return TestInstallation.shared().ports();
    }
}
