package org.isonomia.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.isonomia.domain.kernel.Violation;
import org.junit.jupiter.api.Test;

class PasswordTest {

    private static String codes(String typed) {
        return new Password(typed)
                .violations().stream()
                        .map(Violation::code)
                        .map(Object::toString)
                        .reduce("", String::concat);
    }

    @Test
    void hasFifteenToAHundredAndTwentyEightCharacters() {
        assertThat(codes("x".repeat(14))).isEqualTo("password.too-short");
        assertThat(codes("x".repeat(15))).isEmpty();
        assertThat(codes("x".repeat(128))).isEmpty();
        assertThat(codes("x".repeat(129))).isEqualTo("password.too-long");
        assertThat(codes("x".repeat(1_000_000))).isEqualTo("password.too-long");
    }

    @Test
    void countsCharactersNotUnits() {
        assertThat(codes("🌟".repeat(14))).isEqualTo("password.too-short");
        assertThat(codes("🌟".repeat(15))).isEmpty();
        assertThat(codes("🌟".repeat(128))).isEmpty();
        assertThat(new Password("e\u0301".repeat(15)).length()).isEqualTo(15);
    }

    @Test
    void isTakenAsTypedButForTheSpellingOfCharacters() {
        assertThat(new Password(" Éa  ").value()).isEqualTo(" Éa  ");
        assertThat(new Password("e\u0301")).isEqualTo(new Password("\u00e9"));
        assertThat(new Password("ﬁ")).isNotEqualTo(new Password("fi"));
    }

    @Test
    void neverPrintsItself() {
        assertThat(new Password("s3cret")).asString().doesNotContain("s3cret");
        assertThat(new Secret("s3cret")).asString().doesNotContain("s3cret");
    }
}
