package org.isonomia.domain.access;

import static org.isonomia.domain.access.Permission.EDIT_ACTION;
import static org.isonomia.domain.access.Permission.EDIT_DIRECTORY;
import static org.isonomia.domain.access.Permission.EDIT_PLAN;
import static org.isonomia.domain.access.Permission.MANAGE_ACCESS;
import static org.isonomia.domain.access.Permission.MANAGE_INSTALLATION;
import static org.isonomia.domain.access.Permission.READ_CONFIDENTIAL;
import static org.isonomia.domain.access.Permission.READ_JOURNAL;
import static org.isonomia.domain.access.Permission.READ_PUBLIC;
import static org.isonomia.domain.access.Permission.READ_WORKSPACE;
import static org.isonomia.domain.access.Permission.SHARE_PLAN;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;

/**
 * What somebody is to an organisation. Who has no role is the public. The whole table of what a role permits stands here;
 * how far it reaches is the {@link Scope} of the grant.
 */
public enum Role {
    /** Runs the installation: adds organisations and lets people in; reads no more of a plan than the public does. */
    OPERATOR(ImmutableSet.of(), MANAGE_INSTALLATION, MANAGE_ACCESS),
    /** Has the installation in hand: its command line, or the program that embeds it. Nobody is granted this. */
    SYSTEM(ImmutableSet.of(), Permission.values()),
    /** Leads the plan (chef de projet): everything in the organisation. */
    PLAN_LEAD(
            ImmutableSet.of(Scope.Kind.EVERYTHING),
            READ_WORKSPACE,
            READ_CONFIDENTIAL,
            EDIT_PLAN,
            EDIT_ACTION,
            EDIT_DIRECTORY,
            SHARE_PLAN,
            READ_JOURNAL,
            MANAGE_ACCESS),
    /** Assists the lead: follows everything up, votes and shares nothing. */
    ASSISTANT(ImmutableSet.of(Scope.Kind.EVERYTHING), READ_WORKSPACE, EDIT_ACTION, EDIT_DIRECTORY),
    /** Answers for a direction: reads the workspace, follows up the actions of its units or of the functions it holds. */
    DIRECTION_REFERENT(
            ImmutableSet.of(Scope.Kind.UNITS, Scope.Kind.LED), READ_WORKSPACE, READ_CONFIDENTIAL, EDIT_ACTION),
    /** Answers for a commune: its local plan, in the commune's own organisation. */
    COMMUNE_REFERENT(
            ImmutableSet.of(Scope.Kind.EVERYTHING),
            READ_WORKSPACE,
            READ_CONFIDENTIAL,
            EDIT_PLAN,
            EDIT_ACTION,
            EDIT_DIRECTORY,
            SHARE_PLAN,
            READ_JOURNAL),
    /** Sits on the jury of calls it was appointed to; of the plan it reads what the public does. */
    JURY_MEMBER(ImmutableSet.of(Scope.Kind.CALLS)),
    /** Was elected: reads the workspace. */
    ELECTED_OFFICIAL(ImmutableSet.of(Scope.Kind.EVERYTHING), READ_WORKSPACE),
    /** A program; what its token allows of this, no more. */
    API_CLIENT(
            ImmutableSet.of(Scope.Kind.EVERYTHING, Scope.Kind.UNITS, Scope.Kind.LED),
            READ_WORKSPACE,
            READ_CONFIDENTIAL,
            EDIT_PLAN,
            EDIT_ACTION,
            EDIT_DIRECTORY,
            READ_JOURNAL);

    private final ImmutableSet<Scope.Kind> scopes;
    private final ImmutableSet<Permission> permissions;

    Role(ImmutableSet<Scope.Kind> scopes, Permission... permissions) {
        this.scopes = scopes;
        this.permissions = Sets.immutableEnumSet(ImmutableSet.<Permission>builder()
                .add(READ_PUBLIC)
                .add(permissions)
                .build());
    }

    /** What it permits within its scope. */
    public ImmutableSet<Permission> permissions() {
        return permissions;
    }

    /** The kinds of scope a grant of it may have; none for a role of the installation. */
    public ImmutableSet<Scope.Kind> scopes() {
        return scopes;
    }

    /** Whether it is held in one organisation rather than in the installation. */
    public boolean isOfOrganisation() {
        return !scopes.isEmpty();
    }
}
