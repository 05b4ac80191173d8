package org.isonomia.application.spi.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.isonomia.application.spi.SecretCipher;
import org.junit.jupiter.api.Test;

/** What every {@link SecretCipher} must do. */
public abstract class SecretCipherContract {

    private static final byte[] SECRET = {0, 1, 2, -1, -128, 127, 42, 0, 0, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 1};

    /** The cipher to be tested. */
    protected abstract SecretCipher cipher();

    /** A cipher with another key. */
    protected abstract SecretCipher other();

    @Test
    void opensWhatItSealed() {
        String seal = cipher().seal(SECRET, "somebody");

        assertThat(cipher().open(seal, "somebody")).isEqualTo(SECRET);
        assertThat(seal.length()).isLessThanOrEqualTo(1000);
    }

    @Test
    void sealsAnotherWayEachTime() {
        assertThat(cipher().seal(SECRET, "somebody")).isNotEqualTo(cipher().seal(SECRET, "somebody"));
    }

    @Test
    void opensNothingForAnotherOwnerOrByAnotherKey() {
        String seal = cipher().seal(SECRET, "somebody");

        assertThatThrownBy(() -> cipher().open(seal, "somebody else")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> other().open(seal, "somebody")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void opensNothingThatWasChanged() {
        byte[] seal = Base64.getDecoder().decode(cipher().seal(SECRET, "somebody"));
        for (int i = 0; i < seal.length; i++) {
            byte[] changed = seal.clone();
            changed[i] ^= 1;
            String text = Base64.getEncoder().encodeToString(changed);
            assertThatThrownBy(() -> cipher().open(text, "somebody")).isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> cipher().open("", "somebody")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> cipher().open("?", "somebody")).isInstanceOf(IllegalStateException.class);
    }
}
