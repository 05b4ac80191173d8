package org.isonomia.application.spi;

/** What the installation knows of people, within one unit of work. */
public interface IdentityStores {

    /** Who may sign in. */
    AccountRepository accounts();

    /** The roles they hold in organisations. */
    GrantRepository grants();

    /** Who is signed in. */
    SessionRepository sessions();

    /** The links that can be followed once. */
    InvitationRepository invitations();

    /** The tokens of programs. */
    ApiTokenRepository tokens();

    /** Who is asking, for every request. */
    CallerSearch callers();
}
