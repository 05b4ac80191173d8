package org.isonomia.domain.access;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private static final Comparator<Grant> ORDER = Comparator.comparing(Grant::role)
            .thenComparing(
                    grant -> grant.organisation.map(OrganisationId::toString).orElse(""))
            .thenComparing(grant -> grant.scope.kind());

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

    /**
     * The same grants, those of one role, organisation and kind of scope as one of all their codes.
     *
     * @return in the order of roles, organisations and scopes
     */
    public static ImmutableList<Grant> merged(Collection<Grant> grants) {
        Map<List<Object>, Grant> merged = new LinkedHashMap<>();
        grants.forEach(grant -> merged.merge(
                List.of(grant.role, grant.organisation, grant.scope.kind()),
                grant,
                (one, other) -> new Grant(one.role, one.organisation, one.scope.plus(other.scope))));
        return ImmutableList.sortedCopyOf(ORDER, merged.values());
    }

    boolean holdsIn(OrganisationId other) {
        return organisation.map(other::equals).orElse(true);
    }
}
