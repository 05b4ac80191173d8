package org.isonomia.domain.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TextsTest {

    @Test
    void halfACharacterIsRefusedForNoDatabaseGivesItBack() {
        for (String broken : new String[] {"a\uD800b", "\uDC69", "\uDC69\uD83D", "end\uD83D"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Texts.checkText(broken, "text"))
                    .withMessage("text must not contain a broken character: half of a surrogate pair stands alone");
        }
    }

    @Test
    void charactersBeyondTheBasicPlaneAreText() {
        assertThat(Texts.checkTitle("\uD83D\uDC69", "title")).hasSize(2);
    }
}
