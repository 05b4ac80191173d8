package org.isonomia.application.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.isonomia.application.identity.TestHouse.OFFICE;
import static org.isonomia.application.identity.TestHouse.OPERATOR;
import static org.isonomia.application.identity.TestHouse.PASSWORD;
import static org.isonomia.application.identity.TestHouse.leadOf;
import static org.isonomia.application.identity.TestHouse.login;
import static org.isonomia.application.identity.TestHouse.signedIn;
import static org.isonomia.application.spi.testing.TestGateway.by;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.UUID;
import org.isonomia.application.identity.AccountManagement.Held;
import org.isonomia.application.identity.AccountManagement.Invite;
import org.isonomia.application.identity.AccountManagement.Invited;
import org.isonomia.application.identity.AccountManagement.Member;
import org.isonomia.application.identity.AccountManagement.RoleChange;
import org.isonomia.application.identity.AccountManagement.State;
import org.isonomia.application.spi.ForbiddenException;
import org.isonomia.application.spi.JournalRepository;
import org.isonomia.application.spi.JournalRepository.Recorded;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.application.spi.StaleAggregateException;
import org.isonomia.application.spi.testing.Samples;
import org.isonomia.domain.access.AccountId;
import org.isonomia.domain.access.Actor;
import org.isonomia.domain.access.Grant;
import org.isonomia.domain.access.Permission;
import org.isonomia.domain.access.Policy;
import org.isonomia.domain.access.Role;
import org.isonomia.domain.access.Scope;
import org.isonomia.domain.kernel.RuleViolationException;
import org.isonomia.domain.network.Organisation;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccountManagementTest {

    private final TestHouse house = new TestHouse();
    private final AccountManagement accounts = house.use.accounts();
    private final Actor lead = leadOf(house.metropolis);

    private static Actor actor(Role role, Organisation organisation, Scope scope) {
        return Actor.of(
                new AccountId(new UUID(1, 2)), "somebody", ImmutableList.of(Grant.of(role, organisation.id(), scope)));
    }

    private static ImmutableList<Held> held(Role role) {
        return ImmutableList.of(new Held(role, Scope.EVERYTHING));
    }

    private Invite invite(String name, Organisation organisation, Role role) {
        Scope scope = role == Role.JURY_MEMBER
                ? Scope.calls(ImmutableSet.of(Samples.code("appel")))
                : role == Role.DIRECTION_REFERENT
                        ? Scope.units(ImmutableSet.of(Samples.code("drh")))
                        : Scope.EVERYTHING;
        return new Invite(organisation.code(), login(name), name, ImmutableList.of(new Held(role, scope)));
    }

    private AccountId member(String name, Role role) {
        return house.join(name, house.metropolis, role).session().account();
    }

    private Member find(Actor actor, Organisation organisation, AccountId account) {
        return accounts.members(by(actor), organisation.code()).members().stream()
                .filter(member -> member.id().equals(account))
                .findFirst()
                .orElseThrow();
    }

    @Nested
    class Permissions {

        @ParameterizedTest
        @EnumSource(
                value = Role.class,
                mode = EnumSource.Mode.EXCLUDE,
                names = {"OPERATOR", "SYSTEM", "PLAN_LEAD"})
        void areDeniedToEveryRoleButLeadsAndOperators(Role role) {
            Scope scope = role.scopes().contains(Scope.Kind.EVERYTHING)
                    ? Scope.EVERYTHING
                    : role == Role.JURY_MEMBER
                            ? Scope.calls(ImmutableSet.of(Samples.code("a")))
                            : Scope.units(ImmutableSet.of(Samples.code("a")));
            denied(actor(role, house.metropolis, scope));
        }

        @Test
        void areDeniedToThePublicToLeadsElsewhereAndToWhoConfirmedLongAgo() {
            denied(Actor.PUBLIC);
            denied(leadOf(house.commune));
            denied(lead.limitedTo(ImmutableSet.of(Permission.EDIT_PLAN)));
        }

        private void denied(Actor actor) {
            AccountId somebody = member("victim-" + UUID.randomUUID(), Role.ASSISTANT);

            assertThatThrownBy(() -> accounts.members(by(actor), house.metropolis.code()))
                    .isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> accounts.invite(by(actor), invite("x", house.metropolis, Role.JURY_MEMBER)))
                    .isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> accounts.change(
                            by(actor),
                            new RoleChange(
                                    house.metropolis.code(), somebody, held(Role.ASSISTANT), ImmutableList.of())))
                    .isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> accounts.demandSecondFactor(by(actor), house.metropolis.code(), ImmutableSet.of()))
                    .isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> accounts.setDisabled(by(actor), somebody, 2, true))
                    .isInstanceOf(NotFoundException.class)
                    .hasMessage("no account has this id: " + somebody);
            assertThatThrownBy(() -> accounts.recover(by(actor), somebody)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> accounts.resetSecondFactor(by(actor), somebody, 2))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> house.use.operators().accounts(actor, Optional.empty(), 10))
                    .isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> house.use.operators().invite(actor, login("x"), "x"))
                    .isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> house.use.operators().appoint(actor, somebody, true))
                    .isInstanceOf(ForbiddenException.class);
        }

        @Test
        void ofLeadsDoNotReachTheInstallation() {
            assertThatThrownBy(() -> house.use.operators().appoint(lead, member("nadia", Role.ASSISTANT), true))
                    .isInstanceOf(ForbiddenException.class);
        }
    }

    @Nested
    class Giving {

        @ParameterizedTest
        @EnumSource(
                value = Role.class,
                mode = EnumSource.Mode.EXCLUDE,
                names = {"OPERATOR", "SYSTEM"})
        void isForLeadsOfWhatTheyHold(Role role) {
            accounts.invite(by(lead), invite("nadia", house.metropolis, role));
        }

        @ParameterizedTest
        @EnumSource(
                value = Role.class,
                names = {"ASSISTANT", "DIRECTION_REFERENT", "COMMUNE_REFERENT", "ELECTED_OFFICIAL", "API_CLIENT"})
        void isNotForOperatorsWhoDoNotHoldItThemselves(Role role) {
            assertThatThrownBy(() -> accounts.invite(by(OPERATOR), invite("nadia", house.metropolis, role)))
                    .isInstanceOf(ForbiddenException.class);
        }

        @Test
        void ofTheFirstLeadIsForOperators() {
            accounts.invite(by(OPERATOR), invite("nadia", house.commune, Role.PLAN_LEAD));
        }

        @Test
        void isMeasuredByWhatIsAddedOnly() {
            AccountId nadia = member("nadia", Role.ASSISTANT);
            accounts.change(
                    by(OPERATOR),
                    new RoleChange(
                            house.metropolis.code(),
                            nadia,
                            held(Role.ASSISTANT),
                            ImmutableList.of(
                                    new Held(Role.ASSISTANT, Scope.EVERYTHING),
                                    new Held(Role.PLAN_LEAD, Scope.EVERYTHING))));
            accounts.change(
                    by(OPERATOR),
                    new RoleChange(
                            house.metropolis.code(),
                            nadia,
                            ImmutableList.of(
                                    new Held(Role.PLAN_LEAD, Scope.EVERYTHING),
                                    new Held(Role.ASSISTANT, Scope.EVERYTHING)),
                            ImmutableList.of()));
            assertThat(accounts.members(by(lead), house.metropolis.code()).members())
                    .isEmpty();
        }

        @Test
        void isNotFooledByAnExpectationThatIsNotTrue() {
            AccountId nadia = member("nadia", Role.ELECTED_OFFICIAL);

            assertThatThrownBy(() -> accounts.change(
                            by(OPERATOR),
                            new RoleChange(house.metropolis.code(), nadia, held(Role.ASSISTANT), held(Role.ASSISTANT))))
                    .isInstanceOf(StaleAggregateException.class);
        }
    }

    @Nested
    class Inviting {

        @Test
        void keepsAnAccountThatIsThereAndAddsTheRole() {
            AccountId nadia = member("nadia", Role.ASSISTANT);
            Invited again = accounts.invite(by(leadOf(house.commune)), invite("nadia", house.commune, Role.PLAN_LEAD));

            assertThat(again.account()).isEqualTo(nadia);
            assertThat(again.link()).isEmpty();
            assertThat(find(lead, house.metropolis, nadia).grants())
                    .containsExactly(Grant.of(Role.ASSISTANT, house.metropolis.id(), Scope.EVERYTHING));
            assertThat(find(leadOf(house.commune), house.commune, nadia).grants())
                    .containsExactly(Grant.of(Role.PLAN_LEAD, house.commune.id(), Scope.EVERYTHING));
        }

        /** Otherwise a lead could take over in another organisation who did not follow their link yet. */
        @Test
        void givesNoLinkOfSomebodyWhomAnotherOrganisationInvited() {
            Invited first = house.invite("nadia", house.metropolis, Role.PLAN_LEAD);
            Invited second = accounts.invite(by(leadOf(house.commune)), invite("nadia", house.commune, Role.ASSISTANT));

            assertThat(second.link()).isEmpty();
            assertThat(house.use.signIn().invitation(first.link().orElseThrow().value()))
                    .isPresent();
            assertThatThrownBy(() -> accounts.recover(by(leadOf(house.commune)), first.account()))
                    .isInstanceOf(ForbiddenException.class);
        }

        @Test
        void givesANewLinkToWhoLostTheFirst() {
            Invited first = house.invite("nadia", house.metropolis, Role.ASSISTANT);
            Invited second = accounts.invite(by(lead), invite("nadia", house.metropolis, Role.JURY_MEMBER));

            assertThat(house.use.signIn().invitation(first.link().orElseThrow().value()))
                    .isEmpty();
            signedIn(house.use.signIn().accept(second.link().orElseThrow().value(), PASSWORD, OFFICE));
        }

        @Test
        void tellsWhoIsInvitedActiveOrDisabled() {
            AccountId nadia = member("nadia", Role.ASSISTANT);
            AccountId karim =
                    house.invite("karim", house.metropolis, Role.ASSISTANT).account();
            AccountId lou = member("lou", Role.ASSISTANT);
            accounts.setDisabled(by(lead), lou, 2, true);

            assertThat(accounts.members(by(lead), house.metropolis.code()).members())
                    .extracting(Member::id)
                    .containsExactly(karim, lou, nadia);
            assertThat(find(lead, house.metropolis, nadia).state()).isEqualTo(State.ACTIVE);
            assertThat(find(lead, house.metropolis, karim).state()).isEqualTo(State.INVITED);
            assertThat(find(lead, house.metropolis, lou).state()).isEqualTo(State.DISABLED);
        }

        @Test
        void refusesAnOrganisationThatDoesNotExist() {
            assertThatThrownBy(() -> accounts.members(by(OPERATOR), Samples.code("nowhere")))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    @Nested
    class WholeAccounts {

        @Test
        void areManagedByWhoManagesAccessWhereverTheyHoldARole() {
            AccountId nadia = member("nadia", Role.ASSISTANT);
            assertThat(find(lead, house.metropolis, nadia).manageable()).isTrue();
            house.invite("nadia", house.commune, Role.ASSISTANT);

            assertThat(find(lead, house.metropolis, nadia).manageable()).isFalse();
            assertThatThrownBy(() -> accounts.setDisabled(by(lead), nadia, 2, true))
                    .isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> accounts.recover(by(lead), nadia)).isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> accounts.resetSecondFactor(by(lead), nadia, 2))
                    .isInstanceOf(ForbiddenException.class);
            accounts.setDisabled(by(OPERATOR), nadia, 2, true);
        }

        @Test
        void ofOperatorsAreManagedByOperatorsOnly() {
            AccountId nadia = member("nadia", Role.ASSISTANT);
            house.use.operators().appoint(OPERATOR, nadia, true);

            assertThatThrownBy(() -> accounts.recover(by(lead), nadia)).isInstanceOf(ForbiddenException.class);
            assertThat(accounts.recover(by(OPERATOR), nadia).link()).isPresent();
        }

        @Test
        void areNotChangedByWhoSawAnOlderVersion() {
            AccountId nadia = member("nadia", Role.ASSISTANT);

            assertThatThrownBy(() -> accounts.setDisabled(by(lead), nadia, 1, true))
                    .isInstanceOf(StaleAggregateException.class);
            assertThatThrownBy(() -> accounts.resetSecondFactor(by(lead), nadia, 1))
                    .isInstanceOf(StaleAggregateException.class);
        }

        @Test
        void thatAreDisabledGetNoLinkAndTheirLinkIsGoodForNothing() {
            Invited invited = house.invite("nadia", house.metropolis, Role.ASSISTANT);
            accounts.setDisabled(by(lead), invited.account(), 1, true);

            assertThat(house.use
                            .signIn()
                            .invitation(invited.link().orElseThrow().value()))
                    .isEmpty();
            assertThatThrownBy(() -> accounts.recover(by(lead), invited.account()))
                    .isInstanceOf(ForbiddenException.class);
            assertThat(accounts.invite(by(lead), invite("nadia", house.metropolis, Role.JURY_MEMBER))
                            .link())
                    .isEmpty();
        }

        @Test
        void loseTheirSecondFactorAndTheirSessionsWhenItIsReset() {
            TestHouse.Authenticator nadia = house.enrol(house.join("nadia", house.metropolis, Role.ASSISTANT));
            AccountId id = nadia.session().session().account();
            accounts.resetSecondFactor(
                    by(lead), id, find(lead, house.metropolis, id).version());

            assertThat(house.caller(nadia.session())).isEqualTo(Caller.PUBLIC);
            signedIn(house.signIn("nadia", PASSWORD, OFFICE));
        }
    }

    @Nested
    class OperatorsOfTheInstallation {

        private final Operators operators = house.use.operators();

        @Test
        void areNeverTheLastToGo() {
            AccountId nadia = member("nadia", Role.ASSISTANT);
            AccountId karim = member("karim", Role.ASSISTANT);
            operators.appoint(OPERATOR, nadia, true);

            assertThatThrownBy(() -> operators.appoint(OPERATOR, nadia, false))
                    .isInstanceOf(RuleViolationException.class)
                    .hasMessageContaining("account.last-operator");
            assertThatThrownBy(() -> accounts.setDisabled(by(OPERATOR), nadia, 3, true))
                    .isInstanceOf(RuleViolationException.class)
                    .hasMessageContaining("account.last-operator");
            operators.appoint(OPERATOR, karim, true);
            operators.appoint(OPERATOR, nadia, false);
            assertThatThrownBy(() -> operators.appoint(OPERATOR, karim, false))
                    .isInstanceOf(RuleViolationException.class);
        }

        @Test
        void areNotKeptBySomebodyWhoNeverFollowedTheirLink() {
            AccountId nadia = member("nadia", Role.ASSISTANT);
            operators.appoint(OPERATOR, nadia, true);
            operators.invite(OPERATOR, login("never"), "Never");

            assertThatThrownBy(() -> operators.appoint(OPERATOR, nadia, false))
                    .isInstanceOf(RuleViolationException.class);
        }

        @Test
        void areInvitedOrMadeOfWhoIsThere() {
            AccountId nadia = member("nadia", Role.ASSISTANT);
            assertThat(operators.invite(OPERATOR, login("nadia"), "ignored")).satisfies(invited -> {
                assertThat(invited.account()).isEqualTo(nadia);
                assertThat(invited.link()).isEmpty();
            });
            Invited karim = operators.invite(OPERATOR, login("karim"), "Karim");
            Outcome.SignedIn in = signedIn(
                    house.use.signIn().accept(karim.link().orElseThrow().value(), PASSWORD, OFFICE));

            assertThat(Policy.mayManageInstallation(house.caller(in).actor())).isTrue();
        }

        @Test
        void seeEverybodyPageByPageWithAllTheyHold() {
            AccountId nadia = member("nadia", Role.ASSISTANT);
            house.invite("nadia", house.commune, Role.ELECTED_OFFICIAL);
            member("karim", Role.ASSISTANT);

            assertThat(operators.accounts(OPERATOR, Optional.empty(), 1))
                    .extracting(Member::name)
                    .containsExactly("karim");
            assertThat(operators.accounts(OPERATOR, Optional.of(login("karim")), 10))
                    .singleElement()
                    .satisfies(member -> {
                        assertThat(member.id()).isEqualTo(nadia);
                        assertThat(member.grants()).hasSize(2);
                    });
        }
    }

    @Nested
    class Telling {

        private ImmutableList<Recorded> journal(Organisation organisation) {
            return house.work.read(stores -> stores.journal(organisation.id())
                    .page(JournalRepository.Query.latest(50))
                    .entries());
        }

        private String text(Recorded recorded) {
            return recorded.payload().orElseThrow().text();
        }

        @Test
        void saysWhoGaveWhomWhichRole() {
            AccountId nadia = accounts.invite(by(lead), invite("nadia", house.metropolis, Role.ASSISTANT))
                    .account();
            accounts.change(
                    by(lead),
                    new RoleChange(house.metropolis.code(), nadia, held(Role.ASSISTANT), held(Role.ELECTED_OFFICIAL)));

            ImmutableList<Recorded> entries = journal(house.metropolis);
            assertThat(entries).hasSize(2);
            assertThat(entries.getFirst().entry().useCase()).isEqualTo("change-roles");
            assertThat(entries.getFirst().entry().subject().path()).isEqualTo("account/" + nadia);
            assertThat(text(entries.getFirst()))
                    .contains("\"actor\":\"lead\"", "\"requestId\":\"test\"")
                    .contains("\"before\":{\"nadia@ville.example\":{\"roles\":[\"assistant\"]}}")
                    .contains("\"after\":{\"nadia@ville.example\":{\"roles\":[\"elected-official\"]}}");
            assertThat(entries.getLast().entry().useCase()).isEqualTo("invite");
        }

        @Test
        void namesNobodyInWhatCannotBeErased() {
            accounts.invite(by(lead), invite("nadia", house.metropolis, Role.ASSISTANT));
            assertThat(new String(journal(house.metropolis).getFirst().entry().leaf(), UTF_8))
                    .doesNotContain("nadia")
                    .doesNotContain("lead");
        }

        @Test
        void tellsEveryOrganisationWhatBecomesOfAnAccount() {
            AccountId nadia = member("nadia", Role.ASSISTANT);
            accounts.invite(by(leadOf(house.commune)), invite("nadia", house.commune, Role.ASSISTANT));
            accounts.setDisabled(by(OPERATOR), nadia, 2, true);
            assertThat(journal(house.metropolis).getFirst().entry().useCase()).isEqualTo("disable-account");
            assertThat(journal(house.commune).getFirst().entry().useCase()).isEqualTo("disable-account");
        }

        @Test
        void tellsNothingOfWhatChangedNothing() {
            member("nadia", Role.ASSISTANT);
            int before = journal(house.metropolis).size();
            accounts.demandSecondFactor(by(lead), house.metropolis.code(), ImmutableSet.of());
            assertThat(journal(house.metropolis)).hasSize(before);
            accounts.demandSecondFactor(by(lead), house.metropolis.code(), ImmutableSet.of(Role.ASSISTANT));
            assertThat(text(journal(house.metropolis).getFirst())).contains("\"after\":{\"roles\":[\"assistant\"]}");
        }
    }
}
