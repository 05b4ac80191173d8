package org.isonomia.application.spi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.isonomia.application.spi.PasswordHasher;
import org.isonomia.domain.identity.Password;
import org.junit.jupiter.api.Test;

/** What every {@link PasswordHasher} must do. */
public abstract class PasswordHasherContract {

    private static final Password PASSWORD = new Password("étoile 🌟 sur le Vieux-Port");

    /** The hasher to be tested. */
    protected abstract PasswordHasher hasher();

    @Test
    void knowsAPasswordByItsHash() {
        String hash = hasher().hash(PASSWORD);

        assertThat(hasher().verify(PASSWORD, hash)).isTrue();
        assertThat(hasher().verify(new Password("étoile 🌟 sur le Vieux-port"), hash))
                .isFalse();
        assertThat(hasher().verify(new Password("étoile 🌟 sur le Vieux-Port "), hash))
                .isFalse();
    }

    @Test
    void makesAnotherHashEachTime() {
        assertThat(hasher().hash(PASSWORD)).isNotEqualTo(hasher().hash(PASSWORD));
    }

    @Test
    void takesTwoSpellingsOfTheSameCharactersForOne() {
        String hash = hasher().hash(new Password("e\u0301toile".repeat(3)));

        assertThat(hasher().verify(new Password("\u00e9toile".repeat(3)), hash)).isTrue();
    }

    @Test
    void knowsNobodyByAHashThatCannotBeRead() {
        assertThat(hasher().verify(PASSWORD, "not a hash")).isFalse();
        assertThat(hasher().isOutdated("not a hash")).isTrue();
    }

    @Test
    void doesNotCallItsOwnHashesOutdated() {
        assertThat(hasher().isOutdated(hasher().hash(PASSWORD))).isFalse();
    }

    @Test
    void verifiesNothing() {
        hasher().verifyNothing(PASSWORD);
    }
}
