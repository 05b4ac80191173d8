package org.isonomia.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.isonomia.application.identity.TestHouse.ELSEWHERE;
import static org.isonomia.application.identity.TestHouse.OFFICE;
import static org.isonomia.application.identity.TestHouse.OTHER_PASSWORD;
import static org.isonomia.application.identity.TestHouse.PASSWORD;
import static org.isonomia.application.identity.TestHouse.WRONG;
import static org.isonomia.application.identity.TestHouse.login;
import static org.isonomia.application.identity.TestHouse.signedIn;
import static org.isonomia.application.spi.testing.TestGateway.by;

import java.time.Duration;
import java.util.Optional;
import org.isonomia.application.identity.AccountManagement.Invited;
import org.isonomia.application.identity.SignIn.Newcomer;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.domain.access.AccountId;
import org.isonomia.domain.access.Policy;
import org.isonomia.domain.access.Role;
import org.isonomia.domain.identity.Invitation;
import org.isonomia.domain.identity.Password;
import org.isonomia.domain.identity.Secret;
import org.isonomia.domain.kernel.RuleViolationException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {

    private final TestHouse house = new TestHouse();
    private final SignIn signIn = house.use.signIn();

    @Nested
    class FirstOperatorsLink {

        private final Newcomer first = new Newcomer(login("op"), "Opérateur");

        @Test
        void makesAnAccountOnceAndIsNotMadeAgain() {
            Secret link = house.use.firstOperator().invite().orElseThrow();
            assertThat(signIn.invitation(link.value()).orElseThrow().purpose())
                    .isEqualTo(Invitation.Purpose.FIRST_OPERATOR);

            Outcome.SignedIn in = signedIn(signIn.acceptFirst(link.value(), first, PASSWORD, OFFICE));
            assertThat(Policy.mayManageInstallation(house.caller(in).actor())).isTrue();
            assertThat(house.use.firstOperator().invite()).isEmpty();
            assertThatThrownBy(() -> signIn.acceptFirst(link.value(), first, PASSWORD, OFFICE))
                    .isInstanceOf(NotFoundException.class);
        }

        @Test
        void isReplacedByTheNextStart() {
            Secret before = house.use.firstOperator().invite().orElseThrow();
            Secret after = house.use.firstOperator().invite().orElseThrow();

            assertThat(signIn.invitation(before.value())).isEmpty();
            assertThat(signIn.invitation(after.value())).isPresent();
        }

        @Test
        void isNobodyElsesInvitation() {
            Secret link = house.use.firstOperator().invite().orElseThrow();
            Secret other = house.invite("nadia", house.metropolis, Role.ASSISTANT)
                    .link()
                    .orElseThrow();

            assertThatThrownBy(() -> signIn.accept(link.value(), PASSWORD, OFFICE))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> signIn.acceptFirst(other.value(), first, PASSWORD, OFFICE))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    @Nested
    class Links {

        @Test
        void saysWhoIsInvited() {
            Invited invited = house.invite("nadia", house.metropolis, Role.ASSISTANT);

            assertThat(signIn.invitation(invited.link().orElseThrow().value()))
                    .contains(new SignIn.Invited(
                            Invitation.Purpose.JOIN, Optional.of(login("nadia")), Optional.of("nadia")));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "x", "nonsense"})
        void saysNothingOfLinksThatAreNone(String secret) {
            assertThat(signIn.invitation(secret)).isEmpty();
            assertThat(signIn.invitation("x".repeat(100_000))).isEmpty();
        }

        @Test
        void isFollowedOnce() {
            Secret link = house.invite("nadia", house.metropolis, Role.ASSISTANT)
                    .link()
                    .orElseThrow();
            signedIn(signIn.accept(link.value(), PASSWORD, OFFICE));

            assertThat(signIn.invitation(link.value())).isEmpty();
            assertThatThrownBy(() -> signIn.accept(link.value(), OTHER_PASSWORD, OFFICE))
                    .isInstanceOf(NotFoundException.class);
            assertThat(house.signIn("nadia", PASSWORD, OFFICE)).isInstanceOf(Outcome.SignedIn.class);
        }

        @Test
        void isOverAfterItsTime() {
            Secret link = house.invite("nadia", house.metropolis, Role.ASSISTANT)
                    .link()
                    .orElseThrow();
            house.pass(Duration.ofDays(7).minusMillis(1));
            assertThat(signIn.invitation(link.value())).isPresent();
            house.pass(Duration.ofMillis(1));

            assertThat(signIn.invitation(link.value())).isEmpty();
            assertThatThrownBy(() -> signIn.accept(link.value(), PASSWORD, OFFICE))
                    .isInstanceOf(NotFoundException.class);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"trop court", "password that everybody knows", "nadia@ville.example", "Nadia Métropole AMP 1"
                })
        void staysGoodWhenThePasswordMayNotBeChosen(String password) {
            Secret link = house.invite("nadia", house.metropolis, Role.ASSISTANT)
                    .link()
                    .orElseThrow();

            assertThatThrownBy(() -> signIn.accept(link.value(), new Password(password), OFFICE))
                    .isInstanceOf(RuleViolationException.class)
                    .hasMessageStartingWith("password.");
            signedIn(signIn.accept(link.value(), PASSWORD, OFFICE));
        }
    }

    @Nested
    class ByPassword {

        private final Outcome.SignedIn joined = house.join("nadia", house.metropolis, Role.PLAN_LEAD);

        @Test
        void signsInByAnotherSecretEachTime() {
            Outcome.SignedIn in = signedIn(house.signIn("nadia", PASSWORD, OFFICE));

            assertThat(in.secret()).isNotEqualTo(joined.secret());
            assertThat(house.caller(in).actor().account())
                    .contains(joined.session().account());
        }

        @Test
        void takesEverySpellingOfTheLogin() {
            assertThat(signIn.byPassword("  NADIA@Ville.Example ", PASSWORD, OFFICE))
                    .isInstanceOf(Outcome.SignedIn.class);
        }

        @Test
        void refusesAWrongPasswordAndAnUnknownLoginAlikeAndAsSlowly() {
            house.verifications.clear();
            Outcome wrong = house.signIn("nadia", WRONG, ELSEWHERE);
            Outcome unknown = house.signIn("nobody", WRONG, ELSEWHERE);
            Outcome nonsense = signIn.byPassword("no address", WRONG, ELSEWHERE);

            assertThat(wrong).isEqualTo(new Outcome.Refused());
            assertThat(unknown).isEqualTo(wrong);
            assertThat(nonsense).isEqualTo(wrong);
            assertThat(house.verifications).containsExactly(WRONG, WRONG, WRONG);
        }

        @Test
        void refusesWhoWasInvitedOnlyOrIsDisabledAlike() {
            house.invite("karim", house.metropolis, Role.ASSISTANT);
            house.use
                    .accounts()
                    .setDisabled(by(TestHouse.OPERATOR), joined.session().account(), 2, true);
            house.verifications.clear();

            assertThat(house.signIn("karim", PASSWORD, ELSEWHERE)).isEqualTo(new Outcome.Refused());
            assertThat(house.signIn("nadia", PASSWORD, ELSEWHERE)).isEqualTo(new Outcome.Refused());
            assertThat(house.verifications).hasSize(2);
        }

        @Test
        void makesStrongerHashesOfPasswordsThatItSees() {
            AccountId id = joined.session().account();
            String before = hash(id);
            house.strengthen();
            signedIn(house.signIn("nadia", PASSWORD, OFFICE));

            assertThat(hash(id)).startsWith("2$").isNotEqualTo(before);
            signedIn(house.signIn("nadia", PASSWORD, OFFICE));
            assertThat(house.signIn("nadia", WRONG, OFFICE)).isEqualTo(new Outcome.Refused());
        }

        private String hash(AccountId id) {
            return house.work
                    .<Optional<org.isonomia.domain.identity.Account>>read(
                            stores -> stores.accounts().find(id))
                    .orElseThrow()
                    .password()
                    .orElseThrow();
        }

        @Test
        void signsOut() {
            signIn.signOut(joined.secret().value());
            signIn.signOut("nonsense");
            signIn.signOut("");

            assertThat(house.caller(joined)).isEqualTo(Caller.PUBLIC);
        }
    }

    @Nested
    class BySecondFactor {

        private final TestHouse.Authenticator nadia =
                house.enrol(house.join("nadia", house.metropolis, Role.PLAN_LEAD));

        private Secret afterPassword() {
            Outcome outcome = house.signIn("nadia", PASSWORD, OFFICE);
            assertThat(outcome).isInstanceOf(Outcome.SecondFactorDue.class);
            return ((Outcome.SecondFactorDue) outcome).secret();
        }

        @Test
        void permitsNothingBeforeTheCode() {
            Secret half = afterPassword();

            assertThat(house.caller(half)).isEqualTo(Caller.PUBLIC);
        }

        @Test
        void signsInByACodeUnderAnotherSecret() {
            Secret half = afterPassword();
            Outcome.SignedIn in = signedIn(signIn.bySecondFactor(half.value(), house.code(nadia.secret()), OFFICE));

            assertThat(in.secret()).isNotEqualTo(half);
            assertThat(in.session().secondFactor()).isTrue();
            assertThat(house.caller(in).actor().isPublic()).isFalse();
            assertThat(signIn.bySecondFactor(half.value(), house.code(nadia.secret()), OFFICE))
                    .isEqualTo(new Outcome.Refused());
        }

        @Test
        void takesEachCodeOnce() {
            String code = house.code(nadia.secret());
            signedIn(signIn.bySecondFactor(afterPassword().value(), code, OFFICE));

            assertThat(signIn.bySecondFactor(afterPassword().value(), code, OFFICE))
                    .isEqualTo(new Outcome.Refused());
            house.pass(Duration.ofSeconds(30));
            signedIn(signIn.bySecondFactor(afterPassword().value(), house.code(nadia.secret()), OFFICE));
        }

        @Test
        void takesEachRecoveryCodeOnceHoweverItIsTyped() {
            String code = nadia.recoveryCodes().getFirst();
            String typed = " " + code.toLowerCase(java.util.Locale.ROOT).replace("-", " ") + " ";
            signedIn(signIn.bySecondFactor(afterPassword().value(), typed, OFFICE));

            assertThat(signIn.bySecondFactor(afterPassword().value(), code, OFFICE))
                    .isEqualTo(new Outcome.Refused());
            signedIn(signIn.bySecondFactor(
                    afterPassword().value(), nadia.recoveryCodes().get(1), OFFICE));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "000000x", "12345", "AAAA-AAAA-AAAA-AAAA-AAAA-AAAA"})
        void refusesOtherCodes(String code) {
            assertThat(signIn.bySecondFactor(afterPassword().value(), code, OFFICE))
                    .isEqualTo(new Outcome.Refused());
            assertThat(signIn.bySecondFactor(afterPassword().value(), "9".repeat(10_000), OFFICE))
                    .isEqualTo(new Outcome.Refused());
        }

        @Test
        void waitsForTheCodeAFewMinutesOnly() {
            Secret half = afterPassword();
            house.pass(Duration.ofMinutes(5));

            assertThat(signIn.bySecondFactor(half.value(), house.code(nadia.secret()), OFFICE))
                    .isEqualTo(new Outcome.Refused());
        }

        @Test
        void isAskedForAfterARecoveryTooAndEndsAllSessions() {
            Secret link = house.use
                    .accounts()
                    .recover(by(TestHouse.OPERATOR), nadia.session().session().account())
                    .link()
                    .orElseThrow();
            assertThat(house.caller(nadia.session()).actor().isPublic()).isFalse();

            Outcome outcome = signIn.accept(link.value(), OTHER_PASSWORD, OFFICE);
            assertThat(outcome).isInstanceOf(Outcome.SecondFactorDue.class);
            assertThat(house.caller(nadia.session())).isEqualTo(Caller.PUBLIC);
            assertThat(house.signIn("nadia", PASSWORD, OFFICE)).isEqualTo(new Outcome.Refused());
        }
    }
}
