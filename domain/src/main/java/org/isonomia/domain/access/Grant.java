package org.isonomia.domain.access;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.isonomia.domain.network.OrganisationId;

/**
 * A role that somebody holds.
 *
 * @param role the role
 * @param organisation where; empty exactly for a role of the installation
 * @param scope how far it reaches there; one of {@link Role#scopes}
 */
public record Grant(Role role, Optional<OrganisationId> organisation, Scope scope) {
    public Grant {
        requireNonNull(role, "role");
        requireNonNull(organisation, "organisation");
        requireNonNull(scope, "scope");
        checkArgument(
                role.isOfOrganisation() == organisation.isPresent(),
                "%s is held in an organisation or it is not",
                role);
        checkArgument(
                role.isOfOrganisation() ? role.scopes().contains(scope.kind()) : scope.equals(Scope.EVERYTHING),
                "%s cannot be held for %s",
                role,
                scope);
    }

    /** The role in an organisation. */
    public static Grant of(Role role, OrganisationId organisation, Scope scope) {
        return new Grant(role, Optional.of(organisation), scope);
    }

    /** The role of who runs the installation. */
    public static Grant operator() {
        return new Grant(Role.OPERATOR, Optional.empty(), Scope.EVERYTHING);
    }

    boolean holdsIn(OrganisationId other) {
        return organisation.map(other::equals).orElse(true);
    }
}
