package org.isonomia.application.spi;

import org.isonomia.application.spi.testing.InMemorySecrets;
import org.isonomia.application.spi.testing.PasswordHasherContract;

class InMemoryPasswordHasherTest extends PasswordHasherContract {

    private final PasswordHasher hasher = InMemorySecrets.hasher(1);

    @Override
    protected PasswordHasher hasher() {
        return hasher;
    }
}
