package org.isonomia.adapters.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.isonomia.application.spi.SecretCipher;
import org.isonomia.application.spi.testing.SecretCipherContract;
import org.junit.jupiter.api.Test;

class AesCipherTest extends SecretCipherContract {

    private final SecretCipher cipher =
            IdentityAdapter.cipher(IdentityAdapter.secrets().next(32));

    @Override
    protected SecretCipher cipher() {
        return cipher;
    }

    @Override
    protected SecretCipher other() {
        return IdentityAdapter.cipher(IdentityAdapter.secrets().next(32));
    }

    @Test
    void refusesKeysOfAnotherLength() {
        assertThatThrownBy(() -> IdentityAdapter.cipher(new byte[16])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void makesSecretsOfTheLengthThatWasAskedFor() {
        assertThat(IdentityAdapter.secrets().next(32))
                .hasSize(32)
                .isNotEqualTo(IdentityAdapter.secrets().next(32));
    }
}
