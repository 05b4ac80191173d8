package org.isonomia.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isonomia.application.identity.TestHouse.PASSWORD;
import static org.isonomia.application.identity.TestHouse.signedIn;
import static org.isonomia.application.spi.testing.TestGateway.by;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Duration;
import java.util.Optional;
import org.isonomia.application.identity.AccountManagement.Held;
import org.isonomia.application.identity.AccountManagement.RoleChange;
import org.isonomia.application.identity.ApiTokens.Created;
import org.isonomia.application.identity.ApiTokens.Request;
import org.isonomia.domain.access.AccountId;
import org.isonomia.domain.access.Permission;
import org.isonomia.domain.access.Policy;
import org.isonomia.domain.access.Role;
import org.isonomia.domain.access.Scope;
import org.isonomia.domain.identity.ApiToken;
import org.isonomia.domain.identity.IdentitySettings;
import org.isonomia.domain.identity.Session;
import org.isonomia.domain.network.Organisation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallersTest {

    private final TestHouse house = new TestHouse();
    private final Outcome.SignedIn nadia = house.join("nadia", house.metropolis, Role.PLAN_LEAD);
    private final AccountId id = nadia.session().account();

    private boolean may(Caller caller, Permission permission, Organisation organisation) {
        return !Policy.reach(caller.actor(), permission, organisation.id()).isNothing();
    }

    private boolean reads() {
        return may(house.caller(nadia), Permission.READ_WORKSPACE, house.metropolis);
    }

    private Session session() {
        return house.work
                .<Optional<Session>>read(
                        stores -> stores.sessions().find(nadia.secret().digest()))
                .orElseThrow();
    }

    private void hold(Role before, Role after) {
        house.use
                .accounts()
                .change(
                        by(TestHouse.leadOf(house.metropolis)),
                        new RoleChange(
                                house.metropolis.code(),
                                id,
                                ImmutableList.of(new Held(before, Scope.EVERYTHING)),
                                ImmutableList.of(new Held(after, Scope.EVERYTHING))));
    }

    private Created token(Permission... permissions) {
        return house.use
                .tokens()
                .create(
                        house.caller(nadia),
                        new Request("export", ImmutableSet.copyOf(permissions), Duration.ofDays(30)));
    }

    private Caller ofToken(Created token) {
        return house.use.callers().ofToken(token.secret().value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "isonomia_nonsense", "\u0000", "é"})
    void areThePublicWithoutAnythingThatIsKnown(String secret) {
        assertThat(house.use.callers().ofSession(secret)).isEqualTo(Caller.PUBLIC);
        assertThat(house.use.callers().ofToken(secret)).isEqualTo(Caller.PUBLIC);
        assertThat(house.use.callers().ofSession("x".repeat(100_000))).isEqualTo(Caller.PUBLIC);
        assertThat(house.use.callers().ofToken("isonomia_" + "x".repeat(100_000)))
                .isEqualTo(Caller.PUBLIC);
    }

    @Test
    void areTheirNameAndRolesInTheirOrganisationOnly() {
        Caller caller = house.caller(nadia);

        assertThat(caller.actor().account()).contains(id);
        assertThat(caller.actor().name()).isEqualTo("nadia");
        assertThat(may(caller, Permission.EDIT_PLAN, house.metropolis)).isTrue();
        assertThat(may(caller, Permission.EDIT_PLAN, house.commune)).isFalse();
    }

    @Test
    void areThePublicAfterHalfAnHourOfSilence() {
        for (int i = 0; i < 4; i++) {
            house.pass(Duration.ofMinutes(29));
            assertThat(reads()).isTrue();
        }
        house.pass(Duration.ofMinutes(30));

        assertThat(house.caller(nadia)).isEqualTo(Caller.PUBLIC);
    }

    @Test
    void areThePublicAfterHalfADayInAnyCase() {
        for (int minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
            house.pass(Duration.ofMinutes(20));
            assertThat(reads()).isTrue();
        }
        house.pass(Duration.ofMinutes(20));

        assertThat(house.caller(nadia)).isEqualTo(Caller.PUBLIC);
    }

    @Test
    void areNotedOnceAMinuteAtMost() {
        house.pass(Duration.ofSeconds(59));
        house.caller(nadia);
        assertThat(session().lastSeen()).isEqualTo(nadia.session().lastSeen());
        house.pass(Duration.ofSeconds(1));
        house.caller(nadia);
        assertThat(session().lastSeen()).isEqualTo(house.now());
    }

    @Test
    void haveOtherRightsFromTheNextRequestOn() {
        assertThat(may(house.caller(nadia), Permission.EDIT_PLAN, house.metropolis))
                .isTrue();
        hold(Role.PLAN_LEAD, Role.ELECTED_OFFICIAL);

        assertThat(may(house.caller(nadia), Permission.EDIT_PLAN, house.metropolis))
                .isFalse();
        assertThat(reads()).isTrue();
    }

    @Test
    void areThePublicOnceTheyAreDisabledAndStaySoWhenThatIsTakenBack() {
        Created token = token(Permission.READ_WORKSPACE);
        house.use.accounts().setDisabled(by(TestHouse.OPERATOR), id, 2, true);
        assertThat(house.caller(nadia)).isEqualTo(Caller.PUBLIC);
        assertThat(ofToken(token)).isEqualTo(Caller.PUBLIC);

        house.use.accounts().setDisabled(by(TestHouse.OPERATOR), id, 3, false);
        assertThat(house.caller(nadia)).isEqualTo(Caller.PUBLIC);
        assertThat(ofToken(token)).isEqualTo(Caller.PUBLIC);
        signedIn(house.signIn("nadia", PASSWORD, TestHouse.OFFICE));
    }

    @Test
    void mayDoNothingSensitiveLongAfterTheySignedIn() {
        assertThat(house.caller(nadia).fresh()).isTrue();
        assertThat(may(house.caller(nadia), Permission.MANAGE_ACCESS, house.metropolis))
                .isTrue();
        house.pass(Duration.ofMinutes(10));

        Caller caller = house.caller(nadia);
        assertThat(caller.fresh()).isFalse();
        assertThat(may(caller, Permission.MANAGE_ACCESS, house.metropolis)).isFalse();
        assertThat(may(caller, Permission.SHARE_PLAN, house.metropolis)).isFalse();
        assertThat(may(caller, Permission.EDIT_PLAN, house.metropolis)).isTrue();
        assertThat(caller.afterConfirmation())
                .containsExactlyInAnyOrder(Permission.MANAGE_ACCESS, Permission.SHARE_PLAN);
    }

    @Test
    void mayNotUseRolesThatDemandASecondFactorWithoutOne() {
        house.use
                .accounts()
                .demandSecondFactor(
                        by(TestHouse.leadOf(house.metropolis)),
                        house.metropolis.code(),
                        ImmutableSet.of(Role.PLAN_LEAD));
        Caller without = house.caller(nadia);
        assertThat(may(without, Permission.READ_WORKSPACE, house.metropolis)).isFalse();
        assertThat(without.lacksSecondFactor()).isTrue();

        TestHouse.Authenticator authenticator = house.enrol(nadia);
        Caller with = house.caller(authenticator.session());
        assertThat(may(with, Permission.READ_WORKSPACE, house.metropolis)).isTrue();
        assertThat(with.lacksSecondFactor()).isFalse();

        house.use.secondFactors().remove(with);
        assertThat(house.caller(authenticator.session())).isEqualTo(Caller.PUBLIC);
        Caller again = house.caller(signedIn(house.signIn("nadia", PASSWORD, TestHouse.OFFICE)));
        assertThat(may(again, Permission.READ_WORKSPACE, house.metropolis)).isFalse();
    }

    @Test
    void mayUseRolesOfOrganisationsThatDemandNothing() {
        house.invite("nadia", house.commune, Role.ELECTED_OFFICIAL);
        house.use
                .accounts()
                .demandSecondFactor(
                        by(TestHouse.leadOf(house.metropolis)),
                        house.metropolis.code(),
                        ImmutableSet.of(Role.PLAN_LEAD));

        assertThat(reads()).isFalse();
        assertThat(may(house.caller(nadia), Permission.READ_WORKSPACE, house.commune))
                .isTrue();
    }

    @Test
    void runTheInstallationWithASecondFactorOnlyWhereThatIsSet() {
        house.use.operators().appoint(TestHouse.OPERATOR, id, true);
        assertThat(Policy.mayManageInstallation(house.caller(nadia).actor())).isTrue();
        house.reopen(settings -> new IdentitySettings(
                settings.sessionIdle(),
                settings.sessionMax(),
                settings.freshness(),
                settings.secondFactorWait(),
                settings.invitation(),
                settings.recovery(),
                settings.tokenMax(),
                true));

        assertThat(Policy.mayManageInstallation(house.caller(nadia).actor())).isFalse();
        assertThat(reads()).isTrue();
    }

    @Test
    void actByTokensWithinTheirScopesAndTheirOwnersRoles() {
        Created token = token(Permission.READ_WORKSPACE, Permission.EDIT_PLAN);
        Caller program = ofToken(token);
        assertThat(program.actor().account()).contains(id);
        assertThat(program.session()).isEmpty();
        assertThat(may(program, Permission.EDIT_PLAN, house.metropolis)).isTrue();
        assertThat(may(program, Permission.EDIT_ACTION, house.metropolis)).isFalse();
        assertThat(may(program, Permission.READ_WORKSPACE, house.commune)).isFalse();

        hold(Role.PLAN_LEAD, Role.ELECTED_OFFICIAL);
        assertThat(may(ofToken(token), Permission.EDIT_PLAN, house.metropolis)).isFalse();
        assertThat(may(ofToken(token), Permission.READ_WORKSPACE, house.metropolis))
                .isTrue();
    }

    @Test
    void actByTokensUntilTheyExpireOrAreRevoked() {
        Created expiring = token(Permission.READ_WORKSPACE);
        Created revoked = token(Permission.READ_WORKSPACE);
        assertThat(house.use
                        .tokens()
                        .revoke(house.caller(nadia), revoked.token().id()))
                .isTrue();
        assertThat(ofToken(revoked)).isEqualTo(Caller.PUBLIC);

        house.pass(Duration.ofDays(30).minusMillis(1));
        assertThat(ofToken(expiring).actor().isPublic()).isFalse();
        house.pass(Duration.ofMillis(1));
        assertThat(ofToken(expiring)).isEqualTo(Caller.PUBLIC);
    }

    @Test
    void areNotedWhenTheyActByATokenOnceAMinuteAtMost() {
        Created token = token(Permission.READ_WORKSPACE);
        ofToken(token);
        java.time.Instant first = house.now();
        house.pass(Duration.ofSeconds(59));
        ofToken(token);

        assertThat(house.use.tokens().list(house.caller(nadia)))
                .extracting(ApiToken::lastUsed)
                .containsExactly(Optional.of(first));
        house.pass(Duration.ofSeconds(1));
        ofToken(token);
        assertThat(house.use.tokens().list(house.caller(nadia)))
                .extracting(ApiToken::lastUsed)
                .containsExactly(Optional.of(house.now()));
    }

    @Test
    void actByNoTokenThatTheyUseAsASessionNorTheOtherWayRound() {
        Created token = token(Permission.READ_WORKSPACE);

        assertThat(house.use.callers().ofSession(token.secret().value())).isEqualTo(Caller.PUBLIC);
        assertThat(house.use.callers().ofToken(nadia.secret().value())).isEqualTo(Caller.PUBLIC);
    }
}
