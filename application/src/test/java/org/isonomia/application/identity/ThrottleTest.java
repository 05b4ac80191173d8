package org.isonomia.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isonomia.application.identity.TestHouse.ELSEWHERE;
import static org.isonomia.application.identity.TestHouse.OFFICE;
import static org.isonomia.application.identity.TestHouse.PASSWORD;
import static org.isonomia.application.identity.TestHouse.WRONG;
import static org.isonomia.application.identity.TestHouse.signedIn;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.isonomia.domain.access.Role;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private final TestHouse house = new TestHouse();
    private final Outcome.SignedIn nadia = house.join("nadia", house.metropolis, Role.PLAN_LEAD);

    private static Client from(String address) {
        return new Client(address, Optional.empty(), "curl");
    }

    private void fail(String name, Client client, int times) {
        for (int i = 0; i < times; i++) {
            house.signIn(name, WRONG, client);
        }
    }

    @Test
    void holdsAttemptsAtOneLoginFromOneAddressAndSaysUntilWhen() {
        fail("nadia", ELSEWHERE, Throttle.AT_A_LOGIN);
        house.verifications.clear();

        assertThat(house.signIn("nadia", PASSWORD, ELSEWHERE))
                .isEqualTo(new Outcome.Throttled(house.now().plus(Throttle.WINDOW)));
        assertThat(house.verifications).isEmpty();
        house.pass(Throttle.WINDOW);
        signedIn(house.signIn("nadia", PASSWORD, ELSEWHERE));
    }

    @Test
    void countsAnUnknownLoginLikeAKnownOne() {
        fail("nobody", ELSEWHERE, Throttle.AT_A_LOGIN);

        assertThat(house.signIn("nobody", WRONG, ELSEWHERE)).isInstanceOf(Outcome.Throttled.class);
        assertThat(house.signIn("nadia", PASSWORD, ELSEWHERE)).isInstanceOf(Outcome.SignedIn.class);
    }

    @Test
    void countsEverySpellingOfALoginAsOne() {
        for (String spelling : ImmutableList.of("NADIA@ville.example", " nadia@ville.example", "Nadia@VILLE.example")) {
            house.use.signIn().byPassword(spelling, WRONG, ELSEWHERE);
            house.use.signIn().byPassword(spelling, WRONG, ELSEWHERE);
        }

        assertThat(house.signIn("nadia", PASSWORD, ELSEWHERE)).isInstanceOf(Outcome.Throttled.class);
    }

    @Test
    void locksNobodyOutElsewhere() {
        fail("nadia", ELSEWHERE, 50);

        signedIn(house.signIn("nadia", PASSWORD, OFFICE));
        signedIn(house.signIn("nadia", PASSWORD, from("203.0.113.9")));
    }

    @Test
    void locksNobodyOutOfADeviceThatAColleagueAtTheSameAddressAttacks() {
        Client known = new Client(OFFICE.address(), Optional.of(nadia.device().value()), "Firefox");
        fail("nadia", OFFICE, 50);

        assertThat(house.signIn("nadia", PASSWORD, OFFICE)).isInstanceOf(Outcome.Throttled.class);
        signedIn(house.signIn("nadia", PASSWORD, known));
    }

    @Test
    void takesNoDeviceForKnownThatIsAnothersOrMadeUp() {
        Outcome.SignedIn karim = house.join("karim", house.metropolis, Role.ASSISTANT);
        fail("nadia", ELSEWHERE, Throttle.AT_A_LOGIN);

        for (String device : ImmutableList.of(karim.device().value(), "made up", "", "x".repeat(10_000))) {
            assertThat(house.signIn("nadia", PASSWORD, new Client(ELSEWHERE.address(), Optional.of(device), "curl")))
                    .isInstanceOf(Outcome.Throttled.class);
        }
    }

    @Test
    void holdsAttemptsAtADeviceToo() {
        Client known =
                new Client(ELSEWHERE.address(), Optional.of(nadia.device().value()), "Firefox");
        fail("nadia", known, Throttle.AT_A_LOGIN);

        assertThat(house.signIn("nadia", PASSWORD, known)).isInstanceOf(Outcome.Throttled.class);
    }

    @Test
    void holdsAnAddressThatTriesManyLoginsButNotWhoSignedInThereBefore() {
        for (int i = 0; i < Throttle.FROM_AN_ADDRESS; i++) {
            house.signIn("somebody" + i, WRONG, OFFICE);
        }
        house.invite("karim", house.metropolis, Role.ASSISTANT);

        assertThat(house.signIn("karim", WRONG, OFFICE)).isInstanceOf(Outcome.Throttled.class);
        signedIn(house.signIn("nadia", PASSWORD, OFFICE));
    }

    @Test
    void countsRightAttemptsNotAtAll() {
        for (int i = 0; i < 3 * Throttle.FROM_AN_ADDRESS; i++) {
            signedIn(house.signIn("nadia", PASSWORD, ELSEWHERE));
        }
    }

    @Test
    void letsNoMoreAttemptsThroughWhenManyComeAtOnce() throws Exception {
        house.verifications.clear();
        List<Outcome> outcomes = new ArrayList<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
            List<Callable<Outcome>> calls = java.util.Collections.nCopies(
                    40, () -> house.use.signIn().byPassword("nobody@ville.example", WRONG, ELSEWHERE));
            for (Future<Outcome> answer : callers.invokeAll(calls)) {
                outcomes.add(answer.get());
            }
        }

        assertThat(outcomes.stream().filter(new Outcome.Refused()::equals)).hasSize(Throttle.AT_A_LOGIN);
    }

    @Test
    void holdsGuessingOfCodesHoweverManyAddressesItComesFrom() {
        TestHouse.Authenticator authenticator = house.enrol(nadia);
        Outcome.SecondFactorDue due = (Outcome.SecondFactorDue) house.signIn("nadia", PASSWORD, OFFICE);
        for (int i = 0; i < Throttle.AT_A_SECOND_FACTOR; i++) {
            assertThat(house.use.signIn().bySecondFactor(due.secret().value(), "xxxxxx", from("203.0.113." + i)))
                    .isEqualTo(new Outcome.Refused());
        }

        assertThat(house.use
                        .signIn()
                        .bySecondFactor(due.secret().value(), house.code(authenticator.secret()), ELSEWHERE))
                .isInstanceOf(Outcome.Throttled.class);
        Client known = new Client(OFFICE.address(), Optional.of(nadia.device().value()), "Firefox");
        signedIn(house.use.signIn().bySecondFactor(due.secret().value(), house.code(authenticator.secret()), known));
    }

    @Test
    void forgetsWhatIsOver() {
        fail("nobody", ELSEWHERE, 3);
        house.pass(Duration.ofDays(91));
        house.signIn("nobody", WRONG, ELSEWHERE);

        assertThat(house.attempts.sweep(house.now().plus(Throttle.WINDOW)))
                .as("what was counted of the last attempt: the login, the address and all")
                .isEqualTo(3);
    }
}
