package org.isonomia.domain.identity;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentitySettingsTest {

    @ParameterizedTest
    @CsvSource({
        "PT59S, PT12H, PT10M, PT5M, P7D, P1D, P366D",
        "P2D, P7D, PT10M, PT5M, P7D, P1D, P366D",
        "PT30M, P8D, PT10M, PT5M, P7D, P1D, P366D",
        "PT30M, PT20M, PT10M, PT5M, P7D, P1D, P366D",
        "PT30M, PT12H, PT61M, PT5M, P7D, P1D, P366D",
        "PT30M, PT12H, PT10M, PT16M, P7D, P1D, P366D",
        "PT30M, PT12H, PT10M, PT5M, P31D, P1D, P366D",
        "PT30M, PT12H, PT10M, PT5M, P7D, P4D, P366D",
        "PT30M, PT12H, PT10M, PT5M, P7D, P1D, P367D"
    })
    void refusesDurationsOutOfRange(
            Duration idle,
            Duration max,
            Duration fresh,
            Duration wait,
            Duration invitation,
            Duration recovery,
            Duration token) {
        assertThatThrownBy(() -> new IdentitySettings(idle, max, fresh, wait, invitation, recovery, token, false))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
