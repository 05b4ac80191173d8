package org.isonomia.application.spi;

import org.isonomia.application.spi.testing.AnswerRepositoryContract;
import org.isonomia.application.spi.testing.InMemoryStores;
import org.isonomia.application.spi.testing.Ports;

class InMemoryAnswerRepositoryTest extends AnswerRepositoryContract {

    private final Ports ports = InMemoryStores.create().ports();

    @Override
    protected Ports ports() {
        return ports;
    }
}
