package org.isonomia.application.spi;

import org.isonomia.application.spi.testing.InMemorySecrets;
import org.isonomia.application.spi.testing.SecretCipherContract;

class InMemorySecretCipherTest extends SecretCipherContract {

    private final SecretCipher cipher = InMemorySecrets.cipher("one");

    @Override
    protected SecretCipher cipher() {
        return cipher;
    }

    @Override
    protected SecretCipher other() {
        return InMemorySecrets.cipher("two");
    }
}
