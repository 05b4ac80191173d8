package org.isonomia.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTest {

    @ParameterizedTest
    @CsvSource({
        "Nadia@Ville.Example, nadia@ville.example",
        "'  nadia@ville.example ', nadia@ville.example",
        "HÉLÈNE@ville.example, hélène@ville.example",
        "he\u0301le\u0300ne@ville.example, hélène@ville.example",
        "ｎａｄｉａ@ville.example, nadia@ville.example",
        "ﬁlle@ville.example, fille@ville.example",
        "\u212Aarim@ville.example, karim@ville.example"
    })
    void hasOneSpelling(String typed, String value) {
        assertThat(Login.parse(typed).value()).isEqualTo(value);
        assertThat(Login.parse(value)).isEqualTo(Login.parse(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "nadia",
                "@",
                "nadia@",
                "@ville.example",
                "a@b@c",
                "a b@c",
                "a@b\nc",
                "a\u0000@b",
                "a\u200b@b"
            })
    void refusesWhatIsNoAddress(String typed) {
        assertThatThrownBy(() -> Login.parse(typed)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesWhatIsTooLongAndWhatIsNotNormal() {
        assertThatThrownBy(() -> Login.parse("a".repeat(250) + "@b.fr")).isInstanceOf(IllegalArgumentException.class);
        assertThat(Login.parse("a".repeat(249) + "@b.f").value()).hasSize(253);
        assertThatThrownBy(() -> new Login("Nadia@ville.example")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void doesNotRepeatInItsMessageWhatWasTyped() {
        assertThatThrownBy(() -> Login.parse("s3cret")).hasMessageNotContaining("s3cret");
    }
}
