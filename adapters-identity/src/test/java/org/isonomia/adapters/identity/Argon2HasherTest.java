package org.isonomia.adapters.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.isonomia.application.spi.PasswordHasher;
import org.isonomia.application.spi.testing.PasswordHasherContract;
import org.isonomia.domain.identity.Password;
import org.junit.jupiter.api.Test;

class Argon2HasherTest extends PasswordHasherContract {

    private static final PasswordHasher HASHER = IdentityAdapter.hasher(IdentityAdapter.Strength.DEFAULT);

    /** From the tests of the reference implementation, phc-winner-argon2: the password is "password". */
    private static final String REFERENCE =
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    private static final Password PASSWORD = new Password("cinq mouettes jonglent");

    @Override
    protected PasswordHasher hasher() {
        return HASHER;
    }

    @Test
    void hashesByArgon2idAsOwaspRecommends() {
        assertThat(HASHER.hash(PASSWORD)).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void readsWhatOthersMade() {
        assertThat(HASHER.verify(new Password("password"), REFERENCE)).isTrue();
        assertThat(HASHER.verify(PASSWORD, REFERENCE)).isFalse();
        assertThat(HASHER.isOutdated(REFERENCE)).isTrue();
    }

    @Test
    void callsHashesOfAnotherStrengthOutdatedButReadsThem() {
        PasswordHasher weaker = IdentityAdapter.hasher(new IdentityAdapter.Strength(8192, 1, 1));
        String hash = weaker.hash(PASSWORD);

        assertThat(HASHER.verify(PASSWORD, hash)).isTrue();
        assertThat(HASHER.isOutdated(hash)).isTrue();
        assertThat(weaker.isOutdated(hash)).isFalse();
    }

    @Test
    void refusesStrengthsThatAreNone() {
        assertThatThrownBy(() -> new IdentityAdapter.Strength(1024, 2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new IdentityAdapter.Strength(19_456, 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new IdentityAdapter.Strength(19_456, 2, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
