package org.isonomia.adapters.http.pages;

import org.isonomia.domain.access.Actor;
import org.isonomia.domain.access.Permission;
import org.isonomia.domain.network.OrganisationId;

/**
 * Who looks at a page.
 *
 * @param signedIn whether they are signed in
 * @param csrf what forms send back to show that they are ours; empty for anybody else
 * @param actor who they are
 */
public record Visitor(boolean signedIn, String csrf, Actor actor) {

    /** Whether a role of theirs lets them manage access in an organisation; they may have to prove again who they are. */
    boolean managesAccess(OrganisationId organisation) {
        return actor.grants().stream()
                .filter(grant -> grant.role().permissions().contains(Permission.MANAGE_ACCESS))
                .anyMatch(
                        grant -> grant.organisation().map(organisation::equals).orElse(true));
    }

    /** Whether a role of theirs lets them manage the installation. */
    public boolean managesInstallation() {
        return actor.grants().stream()
                .anyMatch(grant -> grant.role().permissions().contains(Permission.MANAGE_INSTALLATION));
    }
}
