package org.isonomia.application.spi;

import org.isonomia.application.spi.testing.DirectoryRepositoryContract;
import org.isonomia.application.spi.testing.InMemoryStores;
import org.isonomia.application.spi.testing.Ports;

class InMemoryDirectoryRepositoryTest extends DirectoryRepositoryContract {

    private final Ports ports = InMemoryStores.create().ports();

    @Override
    protected Ports ports() {
        return ports;
    }
}
