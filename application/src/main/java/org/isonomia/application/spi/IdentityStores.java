package org.isonomia.application.spi;

import org.isonomia.domain.network.OrganisationId;

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

    /**
     * The journal of an organisation, to tell there what was done with accounts. Of several journals, one at a time: each is good
     * until the next one is asked for.
     */
    JournalRepository journal(OrganisationId organisation);

    /** Who is asking, for every request. */
    CallerSearch callers();
}
