package org.isonomia.application.spi;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import org.isonomia.domain.access.AccountId;
import org.isonomia.domain.access.Grant;
import org.isonomia.domain.access.Role;
import org.isonomia.domain.network.OrganisationId;

/** The roles that accounts hold in organisations; always {@linkplain Grant#merged merged}. */
public interface GrantRepository {

    /** What an account holds, in all organisations. */
    ImmutableList<Grant> of(AccountId account);

    /** What several accounts hold, in all organisations. */
    ImmutableListMultimap<AccountId, Grant> of(ImmutableSet<AccountId> accounts);

    /** What every account holds in an organisation. */
    ImmutableListMultimap<AccountId, Grant> in(OrganisationId organisation);

    /**
     * Replaces what an account holds in an organisation.
     *
     * @param expected what it held when the caller looked
     * @param grants what it is to hold, all of them in this organisation
     * @throws StaleAggregateException if it holds something else meanwhile
     * @throws NotFoundException if there is no such account
     */
    void put(
            AccountId account, OrganisationId organisation, ImmutableList<Grant> expected, ImmutableList<Grant> grants);

    /** The roles that may be used in an organisation with a second factor only. */
    ImmutableSet<Role> demands(OrganisationId organisation);

    /** Says which roles may be used in an organisation with a second factor only. */
    void demand(OrganisationId organisation, ImmutableSet<Role> roles);
}
