package org.isonomia.application.spi;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.isonomia.domain.access.AccountId;
import org.isonomia.domain.identity.Account;
import org.isonomia.domain.identity.ExternalIdentity;
import org.isonomia.domain.identity.Login;
import org.isonomia.domain.network.OrganisationId;

/** The accounts of the installation. Accounts are never removed: what somebody did keeps its author. */
public interface AccountRepository {

    /** The account with this id. */
    Optional<Account> find(AccountId id);

    /** The account that signs in by this. */
    Optional<Account> find(Login login);

    /** The account of somebody whom an identity provider knows. */
    Optional<Account> find(ExternalIdentity identity);

    /**
     * Lets somebody whom an identity provider knows sign in to an account. An account may be known to several.
     *
     * @throws DuplicateCodeException if the identity is an account's already
     */
    void link(AccountId account, ExternalIdentity identity);

    /** Lets nobody whom an identity provider knows sign in to an account any more. */
    void unlink(AccountId account);

    /**
     * Adds an account, as it is.
     *
     * @throws DuplicateCodeException if its id or its login is taken
     */
    void add(Account account);

    /**
     * Replaces an account by its next version. Its login, and when it was created, stay as they are.
     *
     * @param account what it is to be, with the version that it was read with
     * @throws StaleAggregateException if the stored version is another one
     */
    void save(Account account);

    /**
     * Accounts by login.
     *
     * @param after the login after which to begin; empty for the first ones
     * @param limit how many at most, at least 1
     */
    ImmutableList<Account> list(Optional<Login> after, int limit);

    /** Everybody who holds a role in an organisation, by login. */
    ImmutableList<Account> holdersIn(OrganisationId organisation);

    /**
     * The operators who can sign in ({@link Account#isActive}), by login. Until the work ends nobody else changes who they
     * are, so that one of several may be taken away and the last one kept.
     */
    ImmutableList<Account> lockOperators();
}
