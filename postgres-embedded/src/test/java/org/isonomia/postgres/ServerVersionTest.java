package org.isonomia.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerVersionTest {

    @ParameterizedTest
    @ValueSource(ints = {160010, 160011, 170006, 170007, 180000, 180006, 190000})
    void acceptsVersionsWithoutTheKnownHole(int number) {
        assertThat(ServerVersion.ofNumber(number).refusal()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "150014, PostgreSQL 15.14 is too old: at least 16.10 is needed.",
        "100000, PostgreSQL 10.0 is too old: at least 16.10 is needed.",
        "160009, PostgreSQL 16.9 has a known hole in row security (CVE-2025-8713): update it to 16.10 or later.",
        "170005, PostgreSQL 17.5 has a known hole in row security (CVE-2025-8713): update it to 17.6 or later.",
        "170000, PostgreSQL 17.0 has a known hole in row security (CVE-2025-8713): update it to 17.6 or later."
    })
    void refusesOldVersionsAndSaysWhy(int number, String reason) {
        assertThat(ServerVersion.ofNumber(number).refusal()).hasValue(reason);
    }

    @Test
    void writesItselfAsPostgresDoes() {
        assertThat(ServerVersion.ofNumber(180006)).hasToString("18.6");
    }

    @Test
    void doesNotUnderstandTheNumbersBeforeTen() {
        assertThatIllegalArgumentException().isThrownBy(() -> ServerVersion.ofNumber(90624));
    }
}
