package org.isonomia.application.spi;

import org.isonomia.application.spi.testing.InMemoryStores;
import org.isonomia.application.spi.testing.JournalRepositoryContract;
import org.isonomia.application.spi.testing.Ports;

class InMemoryJournalRepositoryTest extends JournalRepositoryContract {

    private final Ports ports = InMemoryStores.create().ports();

    @Override
    protected Ports ports() {
        return ports;
    }
}
