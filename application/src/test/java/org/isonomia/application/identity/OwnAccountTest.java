package org.isonomia.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.isonomia.application.identity.TestHouse.ELSEWHERE;
import static org.isonomia.application.identity.TestHouse.OFFICE;
import static org.isonomia.application.identity.TestHouse.OTHER_PASSWORD;
import static org.isonomia.application.identity.TestHouse.PASSWORD;
import static org.isonomia.application.identity.TestHouse.WRONG;
import static org.isonomia.application.identity.TestHouse.signedIn;

import com.google.common.collect.ImmutableSet;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.isonomia.application.identity.ApiTokens.Request;
import org.isonomia.application.identity.OwnAccount.PasswordChange;
import org.isonomia.application.spi.ForbiddenException;
import org.isonomia.domain.access.Permission;
import org.isonomia.domain.access.Role;
import org.isonomia.domain.identity.Password;
import org.isonomia.domain.identity.Session;
import org.isonomia.domain.identity.SessionId;
import org.isonomia.domain.identity.TokenId;
import org.isonomia.domain.kernel.RuleViolationException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OwnAccountTest {

    private final TestHouse house = new TestHouse();
    private final OwnAccount own = house.use.own();
    private final Outcome.SignedIn office = house.join("nadia", house.metropolis, Role.PLAN_LEAD);

    private Outcome.SignedIn elsewhere() {
        return signedIn(house.signIn("nadia", PASSWORD, ELSEWHERE));
    }

    private Caller here() {
        return house.caller(office);
    }

    @Nested
    class Sessions {

        private final Outcome.SignedIn other = elsewhere();
        private final Outcome.SignedIn karim = house.join("karim", house.metropolis, Role.ASSISTANT);

        @Test
        void areListedWithTheirDevices() {
            assertThat(own.sessions(here()))
                    .extracting(Session::device)
                    .containsExactlyInAnyOrder("Firefox", "Chromium");
        }

        @Test
        void areListedWhileTheyAreOpen() {
            house.pass(Duration.ofMinutes(29));
            here();
            house.pass(Duration.ofMinutes(1));

            assertThat(own.sessions(here()))
                    .extracting(Session::id)
                    .containsExactly(office.session().id());
        }

        @Test
        void endOneByOneButNeverThoseOfOthers() {
            assertThat(own.end(here(), other.session().id())).isTrue();
            assertThat(own.end(here(), other.session().id())).isFalse();
            assertThat(own.end(here(), karim.session().id())).isFalse();

            assertThat(house.caller(other)).isEqualTo(Caller.PUBLIC);
            assertThat(house.caller(karim).actor().isPublic()).isFalse();
        }

        @Test
        void endEverywhereElse() {
            own.endOthers(here());

            assertThat(here().actor().isPublic()).isFalse();
            assertThat(house.caller(other)).isEqualTo(Caller.PUBLIC);
            assertThat(house.caller(karim).actor().isPublic()).isFalse();
        }

        @Test
        void endEverywhere() {
            own.endAll(here());

            assertThat(here()).isEqualTo(Caller.PUBLIC);
            assertThat(house.caller(other)).isEqualTo(Caller.PUBLIC);
            assertThat(house.caller(karim).actor().isPublic()).isFalse();
        }

        @Test
        void areNobodysWithoutOne() {
            assertThatThrownBy(() -> own.sessions(Caller.PUBLIC)).isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> own.end(Caller.PUBLIC, new SessionId(UUID.randomUUID())))
                    .isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> own.endAll(Caller.PUBLIC)).isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> own.endOthers(Caller.PUBLIC)).isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> own.confirm(Caller.PUBLIC, PASSWORD, Optional.empty(), OFFICE))
                    .isInstanceOf(ForbiddenException.class);
        }
    }

    @Nested
    class Confirmation {

        @Test
        void makesSensitiveActsPossibleUnderANewSecretForNoLonger() {
            house.pass(Duration.ofMinutes(20));
            assertThat(here().fresh()).isFalse();
            Outcome.SignedIn in = signedIn(own.confirm(here(), PASSWORD, Optional.empty(), OFFICE));

            assertThat(house.caller(in).fresh()).isTrue();
            assertThat(in.session().created()).isEqualTo(office.session().created());
            assertThat(here()).isEqualTo(Caller.PUBLIC);
        }

        @Test
        void refusesAWrongPasswordAndSlowsGuessingDown() {
            for (int i = 0; i < Throttle.AT_A_LOGIN; i++) {
                assertThat(own.confirm(here(), WRONG, Optional.empty(), ELSEWHERE))
                        .isEqualTo(new Outcome.Refused());
            }
            assertThat(own.confirm(here(), PASSWORD, Optional.empty(), ELSEWHERE))
                    .isInstanceOf(Outcome.Throttled.class);
            assertThat(here().actor().isPublic()).isFalse();
        }

        @Test
        void asksForTheCodeToo() {
            TestHouse.Authenticator nadia = house.enrol(office);
            Caller caller = house.caller(nadia.session());

            assertThat(own.confirm(caller, PASSWORD, Optional.empty(), OFFICE)).isEqualTo(new Outcome.Refused());
            assertThat(own.confirm(caller, PASSWORD, Optional.of("x"), OFFICE)).isEqualTo(new Outcome.Refused());
            assertThat(own.confirm(caller, WRONG, Optional.of(house.code(nadia.secret())), OFFICE))
                    .isEqualTo(new Outcome.Refused());
            Outcome.SignedIn in =
                    signedIn(own.confirm(caller, PASSWORD, Optional.of(house.code(nadia.secret())), OFFICE));
            assertThat(in.session().secondFactor()).isTrue();
            assertThat(own.confirm(house.caller(in), PASSWORD, Optional.of(house.code(nadia.secret())), OFFICE))
                    .as("the same code again")
                    .isEqualTo(new Outcome.Refused());
        }
    }

    @Nested
    class PasswordChanges {

        @Test
        void needTheCurrentPassword() {
            assertThat(own.changePassword(here(), new PasswordChange(WRONG, OTHER_PASSWORD, true), OFFICE))
                    .isEqualTo(new Outcome.Refused());
            assertThat(house.signIn("nadia", PASSWORD, OFFICE)).isInstanceOf(Outcome.SignedIn.class);
        }

        @Test
        void countFromNowOnUnderANewSecret() {
            Outcome.SignedIn in =
                    signedIn(own.changePassword(here(), new PasswordChange(PASSWORD, OTHER_PASSWORD, false), OFFICE));

            assertThat(here()).isEqualTo(Caller.PUBLIC);
            assertThat(house.caller(in).actor().isPublic()).isFalse();
            assertThat(house.signIn("nadia", PASSWORD, OFFICE)).isEqualTo(new Outcome.Refused());
            signedIn(house.signIn("nadia", OTHER_PASSWORD, OFFICE));
        }

        @Test
        void endOtherSessionsOrDoNot() {
            Outcome.SignedIn other = elsewhere();
            Outcome.SignedIn in =
                    signedIn(own.changePassword(here(), new PasswordChange(PASSWORD, OTHER_PASSWORD, false), OFFICE));
            assertThat(house.caller(other).actor().isPublic()).isFalse();

            signedIn(own.changePassword(house.caller(in), new PasswordChange(OTHER_PASSWORD, PASSWORD, true), OFFICE));
            assertThat(house.caller(other)).isEqualTo(Caller.PUBLIC);
        }

        @Test
        void refuseWhatMayNotBeChosen() {
            assertThatThrownBy(() -> own.changePassword(
                            here(), new PasswordChange(PASSWORD, new Password("kurz"), false), OFFICE))
                    .isInstanceOf(RuleViolationException.class);
            assertThatThrownBy(() -> own.changePassword(
                            here(), new PasswordChange(PASSWORD, new Password("amp nadia ville 123"), false), OFFICE))
                    .isInstanceOf(RuleViolationException.class)
                    .hasMessageContaining("password.guessable");
        }

        @Test
        void doNotConfirmWhoHasASecondFactor() {
            TestHouse.Authenticator nadia = house.enrol(office);
            house.pass(Duration.ofMinutes(15));
            Outcome.SignedIn in = signedIn(own.changePassword(
                    house.caller(nadia.session()), new PasswordChange(PASSWORD, OTHER_PASSWORD, false), OFFICE));

            assertThat(house.caller(in).fresh()).isFalse();
            assertThat(in.session().secondFactor()).isTrue();
        }
    }

    @Nested
    class SecondFactor {

        @Test
        void isBegunAndRemovedByWhoHasJustConfirmed() {
            house.pass(Duration.ofMinutes(11));

            assertThatThrownBy(() -> house.use.secondFactors().begin(here())).isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> house.use.secondFactors().remove(here())).isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> house.use.secondFactors().renewRecoveryCodes(here()))
                    .isInstanceOf(ForbiddenException.class);
        }

        @Test
        void changesNothingBeforeACodeWasShown() {
            house.use.secondFactors().begin(here());

            signedIn(house.signIn("nadia", PASSWORD, OFFICE));
            assertThatThrownBy(() -> house.use.secondFactors().finish(here(), "000000"))
                    .isInstanceOf(RuleViolationException.class)
                    .hasMessageContaining("factor.wrong-code");
            signedIn(house.signIn("nadia", PASSWORD, OFFICE));
        }

        @Test
        void tellsAnAuthenticatorWhatItNeeds() {
            SecondFactors.Enrolment enrolment = house.use.secondFactors().begin(here());

            assertThat(enrolment.uri())
                    .isEqualTo("otpauth://totp/Isonomia:nadia@ville.example?secret=" + enrolment.secret()
                            + "&issuer=Isonomia");
            assertThat(enrolment.toString()).doesNotContain(enrolment.secret());
        }

        @Test
        void isKeptEncrypted() {
            TestHouse.Authenticator nadia = house.enrol(office);
            String kept = house.work
                    .<Optional<org.isonomia.domain.identity.Account>>read(
                            stores -> stores.accounts().find(office.session().account()))
                    .orElseThrow()
                    .secondFactor()
                    .orElseThrow()
                    .sealed();

            assertThat(kept).doesNotContain(nadia.secret());
        }

        @Test
        void isNotBegunTwice() {
            TestHouse.Authenticator nadia = house.enrol(office);
            Caller caller = house.caller(nadia.session());

            assertThatThrownBy(() -> house.use.secondFactors().begin(caller))
                    .isInstanceOf(RuleViolationException.class)
                    .hasMessageContaining("factor.present");
            assertThatThrownBy(() -> house.use.secondFactors().finish(caller, house.code(nadia.secret())))
                    .isInstanceOf(RuleViolationException.class)
                    .hasMessageContaining("factor.present");
        }

        @Test
        void hasOtherRecoveryCodesAfterTheyWereRenewed() {
            TestHouse.Authenticator nadia = house.enrol(office);
            String fresh = house.use
                    .secondFactors()
                    .renewRecoveryCodes(house.caller(nadia.session()))
                    .getFirst();
            Outcome.SecondFactorDue due = (Outcome.SecondFactorDue) house.signIn("nadia", PASSWORD, OFFICE);
            String secret = due.secret().value();

            assertThat(house.use
                            .signIn()
                            .bySecondFactor(secret, nadia.recoveryCodes().getFirst(), OFFICE))
                    .isEqualTo(new Outcome.Refused());
            signedIn(house.use.signIn().bySecondFactor(secret, fresh, OFFICE));
        }
    }

    @Nested
    class Tokens {

        private Request request(Duration validFor, Permission... permissions) {
            return new Request("export", ImmutableSet.copyOf(permissions), validFor);
        }

        @Test
        void permitNoMoreThanTheirOwner() {
            Outcome.SignedIn karim = house.join("karim", house.metropolis, Role.ASSISTANT);

            assertThatThrownBy(() -> house.use
                            .tokens()
                            .create(house.caller(karim), request(Duration.ofDays(1), Permission.EDIT_PLAN)))
                    .isInstanceOf(RuleViolationException.class)
                    .hasMessageContaining("token.too-much");
        }

        @Test
        void liveAYearAtMost() {
            assertThatThrownBy(() -> house.use
                            .tokens()
                            .create(here(), request(Duration.ofDays(366).plusMillis(1), Permission.EDIT_PLAN)))
                    .isInstanceOf(RuleViolationException.class)
                    .hasMessageContaining("token.too-long");
            house.use.tokens().create(here(), request(Duration.ofDays(366), Permission.EDIT_PLAN));
        }

        @Test
        void areMadeByWhoHasJustConfirmedAndIsAPerson() {
            String token = house.use
                    .tokens()
                    .create(here(), request(Duration.ofDays(1), Permission.READ_WORKSPACE))
                    .secret()
                    .value();
            Caller program = house.use.callers().ofToken(token);
            assertThatThrownBy(() ->
                            house.use.tokens().create(program, request(Duration.ofDays(1), Permission.READ_WORKSPACE)))
                    .isInstanceOf(ForbiddenException.class);
            house.pass(Duration.ofMinutes(11));
            assertThatThrownBy(() ->
                            house.use.tokens().create(here(), request(Duration.ofDays(1), Permission.READ_WORKSPACE)))
                    .isInstanceOf(ForbiddenException.class);
        }

        @Test
        void areTwentyAtMost() {
            for (int i = 0; i < ApiTokens.MAX; i++) {
                house.use.tokens().create(here(), request(Duration.ofDays(1), Permission.READ_WORKSPACE));
            }

            assertThatThrownBy(() ->
                            house.use.tokens().create(here(), request(Duration.ofDays(1), Permission.READ_WORKSPACE)))
                    .isInstanceOf(RuleViolationException.class)
                    .hasMessageContaining("token.too-many");
        }

        @Test
        void areRevokedByTheirOwnerOnly() {
            TokenId token = house.use
                    .tokens()
                    .create(here(), request(Duration.ofDays(1), Permission.READ_WORKSPACE))
                    .token()
                    .id();
            Outcome.SignedIn karim = house.join("karim", house.metropolis, Role.PLAN_LEAD);

            assertThat(house.use.tokens().revoke(house.caller(karim), token)).isFalse();
            assertThat(house.use.tokens().list(house.caller(karim))).isEmpty();
            assertThat(house.use.tokens().revoke(here(), token)).isTrue();
        }
    }
}
