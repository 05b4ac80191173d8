package org.isonomia.domain.access;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Optional;
import java.util.stream.Stream;
import org.isonomia.domain.network.OrganisationId;

/**
 * The rule of access. What is not permitted by a role that reaches there is refused; everybody may read what is public.
 * Whoever changes the plan as a whole, shares it or reads what was changed of it does so with all of it: held for a part,
 * these permissions are worth nothing, and who may edit the plan sees everything.
 */
public final class Policy {

    private static final ImmutableSet<Permission> OF_THE_WHOLE = Sets.immutableEnumSet(
            Permission.EDIT_PLAN, Permission.EDIT_DIRECTORY, Permission.SHARE_PLAN, Permission.READ_JOURNAL);

    private Policy() {}

    /** How far a permission of an actor reaches in an organisation. */
    public static Reach reach(Actor actor, Permission permission, OrganisationId organisation) {
        if (permission == Permission.READ_PUBLIC) {
            return Reach.EVERYTHING;
        }
        Reach reach = granted(actor, permission, organisation);
        return reach.everything() || !OF_THE_WHOLE.contains(permission) ? reach : Reach.NOTHING;
    }

    private static Reach granted(Actor actor, Permission permission, OrganisationId organisation) {
        return actor.limit().contains(permission)
                ? actor.grants().stream()
                        .filter(grant -> grant.holdsIn(organisation))
                        .filter(grant -> grant.role().permissions().contains(permission))
                        .map(grant -> Reach.of(grant.scope()))
                        .reduce(Reach.NOTHING, Reach::plus)
                : Reach.NOTHING;
    }

    /** Whether an actor may do something to the installation as a whole. */
    public static boolean mayManageInstallation(Actor actor) {
        return actor.limit().contains(Permission.MANAGE_INSTALLATION)
                && actor.grants().stream()
                        .anyMatch(grant -> grant.role().permissions().contains(Permission.MANAGE_INSTALLATION));
    }

    /** What an actor sees of an organisation's actions. */
    public static Sight sight(Actor actor, OrganisationId organisation) {
        boolean workspace =
                !granted(actor, Permission.READ_WORKSPACE, organisation).isNothing();
        Reach confidential = granted(actor, Permission.READ_CONFIDENTIAL, organisation)
                .plus(reach(actor, Permission.EDIT_PLAN, organisation));
        Optional<Visibility> inside = workspace ? Optional.of(Visibility.ORGANISATION) : Optional.empty();
        Optional<Visibility> leads = confidential.everything() ? Optional.of(Visibility.LEADS) : Optional.empty();
        return new Sight(
                Stream.of(Optional.of(Visibility.PUBLIC), inside, leads)
                        .flatMap(Optional::stream)
                        .collect(ImmutableSet.toImmutableSet()),
                confidential);
    }
}
