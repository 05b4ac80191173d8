package org.isonomia.application.spi;

import org.isonomia.application.spi.testing.IdentityContract;
import org.isonomia.application.spi.testing.IdentityPorts;
import org.isonomia.application.spi.testing.InMemoryAttempts;
import org.isonomia.application.spi.testing.InMemoryIdentity;
import org.isonomia.application.spi.testing.InMemoryStores;

class InMemoryIdentityTest extends IdentityContract {

    private static final IdentityPorts PORTS = new IdentityPorts(
            new InMemoryIdentity(),
            new InMemoryAttempts(),
            InMemoryStores.create().ports().organisations());

    @Override
    protected IdentityPorts ports() {
        return PORTS;
    }
}
