package org.isonomia.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.UUID;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.OrganisationId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PolicyTest {

    private static final OrganisationId HERE = new OrganisationId(new UUID(0, 1));
    private static final OrganisationId THERE = new OrganisationId(new UUID(0, 2));
    private static final Code UNIT = Code.parse("DGA-RH");
    private static final Code FUNCTION = Code.parse("chef-projet");

    private static Actor with(Grant... grants) {
        return Actor.of(new AccountId(new UUID(0, 9)), "someone", ImmutableList.copyOf(grants));
    }

    private static Actor lead() {
        return with(Grant.of(Role.PLAN_LEAD, HERE, Scope.EVERYTHING));
    }

    private static Actor referent() {
        return with(
                Grant.of(Role.DIRECTION_REFERENT, HERE, Scope.units(ImmutableSet.of(UNIT))),
                Grant.of(Role.DIRECTION_REFERENT, HERE, Scope.led(ImmutableSet.of(FUNCTION))));
    }

    @ParameterizedTest
    @EnumSource(Permission.class)
    void permitsThePublicToReadWhatIsPublicAndNothingElse(Permission permission) {
        assertThat(Policy.reach(Actor.PUBLIC, permission, HERE).isNothing())
                .isEqualTo(permission != Permission.READ_PUBLIC);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void endsAtTheBordersOfTheOrganisation(Role role) {
        if (role.isOfOrganisation()) {
            Scope.Kind kind = role.scopes().iterator().next();
            Scope scope = new Scope(kind, kind == Scope.Kind.EVERYTHING ? ImmutableSet.of() : ImmutableSet.of(UNIT));
            Actor actor = with(Grant.of(role, HERE, scope));
            for (Permission permission : Permission.values()) {
                assertThat(Policy.reach(actor, permission, THERE).isNothing())
                        .as("%s", permission)
                        .isEqualTo(permission != Permission.READ_PUBLIC);
            }
            assertThat(Policy.sight(actor, THERE)).isEqualTo(Sight.PUBLIC);
        }
    }

    @Test
    void reachesAllThatARoleIsGrantedFor() {
        Reach reach = Policy.reach(referent(), Permission.EDIT_ACTION, HERE);
        assertThat(reach.covers(Optional.empty(), ImmutableSet.of(UNIT))).isTrue();
        assertThat(reach.covers(Optional.of(FUNCTION), ImmutableSet.of())).isTrue();
        assertThat(reach.covers(Optional.of(Code.parse("autre")), ImmutableSet.of(Code.parse("DGA-X"))))
                .isFalse();
        assertThat(Policy.reach(referent(), Permission.EDIT_PLAN, HERE).isNothing())
                .isTrue();
    }

    @Test
    void showsAReferentWhatIsConfidentialInItsOwnFieldOnly() {
        Sight sight = Policy.sight(referent(), HERE);
        assertThat(sight.sees(Visibility.ORGANISATION, Optional.empty(), ImmutableSet.of()))
                .isTrue();
        assertThat(sight.sees(Visibility.LEADS, Optional.empty(), ImmutableSet.of()))
                .isFalse();
        assertThat(sight.sees(Visibility.LEADS, Optional.empty(), ImmutableSet.of(UNIT)))
                .isTrue();
        assertThat(Policy.sight(lead(), HERE).isComplete()).isTrue();
        assertThat(sight.isComplete()).isFalse();
    }

    @Test
    void neverPermitsMoreThanATokenAllows() {
        Actor reader = lead().limitedTo(ImmutableSet.of(Permission.READ_WORKSPACE));
        assertThat(Policy.reach(reader, Permission.READ_WORKSPACE, HERE)).isEqualTo(Reach.EVERYTHING);
        assertThat(Policy.reach(reader, Permission.EDIT_PLAN, HERE).isNothing()).isTrue();
        assertThat(reader.limitedTo(ImmutableSet.of(Permission.EDIT_PLAN)).limit())
                .isEmpty();
    }

    @Test
    void letsTheOperatorInWithoutShowingThePlans() {
        Actor operator = with(Grant.operator());
        assertThat(Policy.mayManageInstallation(operator)).isTrue();
        assertThat(Policy.mayManageInstallation(lead())).isFalse();
        assertThat(Policy.reach(operator, Permission.MANAGE_ACCESS, THERE)).isEqualTo(Reach.EVERYTHING);
        assertThat(Policy.sight(operator, HERE)).isEqualTo(Sight.PUBLIC);
    }

    @Test
    void refusesGrantsThatMeanNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> Grant.of(Role.OPERATOR, HERE, Scope.EVERYTHING));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Grant.of(Role.PLAN_LEAD, HERE, Scope.units(ImmutableSet.of(UNIT))));
        assertThatIllegalArgumentException().isThrownBy(() -> Scope.units(ImmutableSet.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Grant(Role.PLAN_LEAD, Optional.empty(), Scope.EVERYTHING));
    }

    @Test
    void givesWhatConcernsTheWholePlanToNobodyWhoHasAPart() {
        Actor client = with(Grant.of(Role.API_CLIENT, HERE, Scope.units(ImmutableSet.of(UNIT))));
        for (Permission whole :
                ImmutableSet.of(Permission.EDIT_PLAN, Permission.EDIT_DIRECTORY, Permission.READ_JOURNAL)) {
            assertThat(Policy.reach(client, whole, HERE).isNothing()).isTrue();
        }
        assertThat(Policy.reach(client, Permission.EDIT_ACTION, HERE).isNothing())
                .isFalse();
    }

    @Test
    void showsEverythingToWhoMayEditThePlan() {
        assertThat(Policy.sight(lead().limitedTo(ImmutableSet.of(Permission.EDIT_PLAN)), HERE)
                        .isComplete())
                .isTrue();
        assertThat(Policy.sight(lead().limitedTo(ImmutableSet.of(Permission.EDIT_ACTION)), HERE))
                .isEqualTo(Sight.PUBLIC);
    }
}
