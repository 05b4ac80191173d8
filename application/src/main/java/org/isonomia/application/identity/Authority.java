package org.isonomia.application.identity;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.stream.Stream;
import org.isonomia.application.spi.ForbiddenException;
import org.isonomia.domain.access.Actor;
import org.isonomia.domain.access.Grant;
import org.isonomia.domain.access.Permission;
import org.isonomia.domain.access.Policy;
import org.isonomia.domain.access.Reach;
import org.isonomia.domain.access.Role;
import org.isonomia.domain.access.Scope;
import org.isonomia.domain.identity.Account;
import org.isonomia.domain.kernel.Texts;
import org.isonomia.domain.network.OrganisationId;

/** What an actor may do with the accounts and roles of others. */
final class Authority {

    private Authority() {}

    static boolean managesAccess(Actor actor, OrganisationId organisation) {
        return Policy.reach(actor, Permission.MANAGE_ACCESS, organisation).everything();
    }

    /** Refuses who does not manage access in an organisation. */
    static void requireAccess(Actor actor, OrganisationId organisation) {
        if (!managesAccess(actor, organisation)) {
            throw new ForbiddenException("managing access in the organisation is not permitted");
        }
    }

    /** Refuses who does not manage the installation. */
    static void requireInstallation(Actor actor) {
        if (!Policy.mayManageInstallation(actor)) {
            throw new ForbiddenException("managing the installation is not permitted");
        }
    }

    /** Refuses who gives what they do not hold. */
    static void requireGivable(Actor actor, ImmutableList<Grant> added) {
        added.stream().filter(grant -> !mayGive(actor, grant)).findFirst().ifPresent(grant -> {
            throw new ForbiddenException("only who holds a role may give it: " + Texts.word(grant.role()));
        });
    }

    private static boolean mayGive(Actor actor, Grant grant) {
        return mayGive(actor, grant.role(), grant.organisation().orElseThrow(), grant.scope());
    }

    private static boolean mayGive(Actor actor, Role role, OrganisationId organisation, Scope scope) {
        boolean holds = role.permissions().stream()
                .allMatch(permission -> covers(Policy.reach(actor, permission, organisation), scope));
        return holds || (role == Role.PLAN_LEAD && Policy.mayManageInstallation(actor));
    }

    /** What somebody holds: their roles in organisations, and that of the installation if they run it. */
    static ImmutableList<Grant> held(Account account, ImmutableList<Grant> inOrganisations) {
        return account.operator()
                ? ImmutableList.<Grant>builder()
                        .add(Grant.operator())
                        .addAll(inOrganisations)
                        .build()
                : inOrganisations;
    }

    /** The roles that an actor may give in an organisation, for whatever they can be held for. */
    static ImmutableSet<Role> givable(Actor actor, OrganisationId organisation) {
        return Stream.of(Role.values())
                .filter(Role::isOfOrganisation)
                .filter(role -> mayGive(actor, role, organisation, Scope.EVERYTHING))
                .collect(toImmutableSet());
    }

    private static boolean covers(Reach reach, Scope scope) {
        if (reach.everything()) {
            return true;
        }
        return switch (scope.kind()) {
            case EVERYTHING -> false;
            case UNITS -> reach.units().containsAll(scope.codes());
            case LED -> reach.people().containsAll(scope.codes());
            case CALLS -> reach.calls().containsAll(scope.codes());
        };
    }

    /** Whether an actor manages an account wherever it holds a role. */
    static boolean managesWholly(Actor actor, Account account, ImmutableList<Grant> grants) {
        return Policy.mayManageInstallation(actor)
                || (!account.operator()
                        && !grants.isEmpty()
                        && organisations(grants).stream().allMatch(organisation -> managesAccess(actor, organisation)));
    }

    /** Whether an actor knows of an account: it holds a role where they manage access. */
    static boolean knows(Actor actor, ImmutableList<Grant> grants) {
        return Policy.mayManageInstallation(actor)
                || organisations(grants).stream().anyMatch(organisation -> managesAccess(actor, organisation));
    }

    private static ImmutableSet<OrganisationId> organisations(ImmutableList<Grant> grants) {
        return grants.stream().flatMap(grant -> grant.organisation().stream()).collect(toImmutableSet());
    }
}
