package org.isonomia.adapters.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.util.Random;
import org.isonomia.application.spi.PasswordScreen;
import org.isonomia.domain.identity.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuessScreenTest {

    private static final PasswordScreen SCREEN = IdentityAdapter.screen();

    private static boolean guessable(String password, String... own) {
        return SCREEN.isGuessable(new Password(password), ImmutableList.copyOf(own));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456789012345",
                "1234567890123456",
                "111111111111111",
                "aaaaaaaaaaaaaaaaaaaa",
                "passwordpassword",
                "Password12345678",
                "P@ssw0rdP@ssw0rd",
                "qwertyuiopasdfgh",
                "qwertyqwertyqwerty",
                "azertyuiopqsdfgh",
                "azertyazertyazerty",
                "AZERTYUIOP123456",
                "motdepassemotdepasse",
                "Motdepasse2026!!",
                "bonjourbonjourbonjour",
                "abcdefghijklmnop",
                "iloveyouiloveyou",
                "MarseilleMarseille",
                "égalitéégalitéégalité"
            })
    void refusesWhatIsTriedFirst(String password) {
        assertThat(password.codePointCount(0, password.length())).isGreaterThanOrEqualTo(Password.MIN);
        assertThat(guessable(password)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cinq mouettes jonglent sous la pluie",
                "correct horse battery staple",
                "trois-oursins-violets-à-Sormiou",
                "xK3vQ9zLm2wR8tYb",
                "ma tante repeint les volets en mauve"
            })
    void letsSentencesAndChancePass(String password) {
        assertThat(guessable(password)).isFalse();
    }

    @Test
    void refusesWhatIsMadeOfOnesOwnWords() {
        assertThat(guessable("karimabenyoucef1979")).isFalse();
        assertThat(guessable("karimabenyoucef1979", "karima", "benyoucef")).isTrue();
        assertThat(guessable("k.benyoucef@ville.example", "k.benyoucef@ville.example"))
                .isTrue();
    }

    /** What is as long as passwords may be takes no longer than a hash would. */
    @Test
    @Timeout(20)
    void judgesLongPasswordsSoon() {
        Random random = new Random(7);
        StringBuilder chance = new StringBuilder();
        for (int i = 0; i < Password.MAX; i++) {
            chance.append((char) ('!' + random.nextInt(94)));
        }
        for (String password : ImmutableList.of(
                "4@$".repeat(43).substring(0, 128), "aA1!".repeat(32), chance.toString(), "password".repeat(16))) {
            long start = System.nanoTime();
            guessable(password);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
    }
}
