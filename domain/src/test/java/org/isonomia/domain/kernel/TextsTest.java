package org.isonomia.domain.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(ints = {'\n', 0x0B, 0x0C, '\r', 0x85, 0x2028, 0x2029, 0x202A, 0x202E, 0x2066, 0x2069})
    void aTitleIsOneLineThatReadsAsItIsWritten(int character) {
        String title = "a" + Character.toString(character) + "b";

        assertThatIllegalArgumentException().isThrownBy(() -> Texts.checkTitle(title, "title"));
        assertThat(Texts.checkText(title, "text")).isEqualTo(title);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x09, 0xA0, 0x200F, 0x2029 + 6, 0x2065, 0x206A})
    void otherCharactersMayStandInATitle(int character) {
        assertThat(Texts.checkTitle("a" + Character.toString(character) + "b", "title"))
                .hasSize(3);
    }
}
