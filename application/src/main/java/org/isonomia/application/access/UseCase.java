package org.isonomia.application.access;

import static java.util.Objects.requireNonNull;

import org.isonomia.application.document.Fields;
import org.isonomia.domain.access.Permission;

/**
 * Everything that can be asked of the product, each with the permission it takes. Use cases reach stores only by naming one
 * of these, routes are registered with one, and the journal says which one was done; so nothing can be offered that nobody
 * decided who may do.
 */
public enum UseCase {
    /** To see what there is: organisations, plans, actions, directories, exports. */
    READ_PLAN(Permission.READ_PUBLIC),
    /** To change a plan itself. */
    CHANGE_PLAN(Permission.EDIT_PLAN),
    /** To take a plan to the next status of its life. */
    TRANSITION_PLAN(Permission.EDIT_PLAN),
    /** To add or change an axis. */
    CHANGE_AXIS(Permission.EDIT_PLAN),
    /** To remove an axis. */
    REMOVE_AXIS(Permission.EDIT_PLAN),
    /** To add an action. */
    ADD_ACTION(Permission.EDIT_PLAN),
    /** To change actions: follow them up, or with the permission to edit the plan anything else of them. */
    CHANGE_ACTIONS(Permission.EDIT_ACTION),
    /** To remove an action. */
    REMOVE_ACTION(Permission.EDIT_PLAN),
    /** To add or change a unit, a function, a partner, an audience or a territory. */
    CHANGE_ENTRY(Permission.EDIT_DIRECTORY),
    /** To remove one. */
    REMOVE_ENTRY(Permission.EDIT_DIRECTORY),
    /** To import a plan or a follow-up. */
    IMPORT_PLAN(Permission.EDIT_PLAN),
    /** To read the journal. */
    READ_JOURNAL(Permission.READ_JOURNAL),
    /** To read the head of a journal and check proofs against it: what everybody may keep. */
    READ_HEAD(Permission.READ_PUBLIC),
    /** To sign a head of the journal. */
    SIGN_HEAD(Permission.READ_JOURNAL),
    /** To see who holds which role in an organisation. */
    READ_MEMBERS(Permission.MANAGE_ACCESS),
    /** To let somebody in. */
    INVITE(Permission.MANAGE_ACCESS),
    /** To give and take roles. */
    CHANGE_ROLES(Permission.MANAGE_ACCESS),
    /** To demand a second factor by role. */
    DEMAND_SECOND_FACTOR(Permission.MANAGE_ACCESS),
    /** To let an account sign in no more, or again. */
    DISABLE_ACCOUNT(Permission.MANAGE_ACCESS),
    /** To make a link by which somebody chooses another password. */
    RECOVER_ACCOUNT(Permission.MANAGE_ACCESS),
    /** To remove a second factor that was lost. */
    RESET_SECOND_FACTOR(Permission.MANAGE_ACCESS),
    /** To see all accounts of the installation. */
    READ_ACCOUNTS(Permission.MANAGE_INSTALLATION),
    /** To say who runs the installation. */
    CHANGE_OPERATORS(Permission.MANAGE_INSTALLATION),
    /** To add an organisation to the installation. */
    FOUND_ORGANISATION(Permission.MANAGE_INSTALLATION),
    /** To see which networks an organisation belongs to, who belongs to its own, and what is proposed. */
    READ_NETWORK(Permission.READ_WORKSPACE),
    /** To propose a membership of a network or to accept one. */
    JOIN_NETWORK(Permission.SHARE_PLAN),
    /** To end a membership, withdraw or decline one. */
    LEAVE_NETWORK(Permission.SHARE_PLAN),
    /** To see what an organisation shares, and what is shared with it. */
    READ_SHARES(Permission.READ_WORKSPACE),
    /** To let a network see fields of a plan. */
    SHARE_PLAN(Permission.SHARE_PLAN),
    /** To end that. */
    END_SHARE(Permission.SHARE_PLAN);

    private final Permission permission;

    UseCase(Permission permission) {
        this.permission = requireNonNull(permission, "permission");
    }

    /** The permission it takes in the organisation it is asked of. */
    public Permission permission() {
        return permission;
    }

    /** Its name as the journal has it: {@code change-actions}. */
    public String word() {
        return Fields.wordOf(this);
    }
}
