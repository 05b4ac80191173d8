package org.isonomia.domain.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);
    private static final Instant NOW = Instant.ofEpochSecond(1_111_111_109);

    /** The table of RFC 6238, appendix B, for SHA-1; of its eight digits the last six. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void givesTheCodesOfTheStandard(long second, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)))).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1})
    void takesTheStepBeforeAndAfterToo(long away) {
        long step = Totp.step(NOW) + away;

        assertThat(Totp.match(SECRET, Totp.code(SECRET, step), NOW, 0)).hasValue(step);
    }

    @ParameterizedTest
    @ValueSource(longs = {-2, 2})
    void takesNoStepThatIsFurtherAway(long away) {
        assertThat(Totp.match(SECRET, Totp.code(SECRET, Totp.step(NOW) + away), NOW, 0))
                .isEmpty();
    }

    @Test
    void takesNoStepThatWasUsedNorOneBeforeIt() {
        long step = Totp.step(NOW);

        assertThat(Totp.match(SECRET, Totp.code(SECRET, step), NOW, step)).isEmpty();
        assertThat(Totp.match(SECRET, Totp.code(SECRET, step - 1), NOW, step)).isEmpty();
        assertThat(Totp.match(SECRET, Totp.code(SECRET, step + 1), NOW, step)).isEqualTo(OptionalLong.of(step + 1));
    }

    @Test
    void writesSecretsInBase32() {
        assertThat(Totp.base32(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }

    @Test
    void refusesSecretsThatAreTooShort() {
        assertThatThrownBy(() -> Totp.code(new byte[19], 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
