package org.isonomia.adapters.persistence;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.isonomia.adapters.persistence.generated.Tables.ACCOUNT;
import static org.isonomia.adapters.persistence.generated.Tables.EXTERNAL_IDENTITY;
import static org.isonomia.adapters.persistence.generated.Tables.ROLE_GRANT;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.isonomia.adapters.persistence.generated.tables.records.AccountRecord;
import org.isonomia.adapters.persistence.generated.tables.records.ExternalIdentityRecord;
import org.isonomia.application.spi.AccountRepository;
import org.isonomia.application.spi.StaleAggregateException;
import org.isonomia.domain.access.AccountId;
import org.isonomia.domain.identity.Account;
import org.isonomia.domain.identity.ExternalIdentity;
import org.isonomia.domain.identity.Login;
import org.isonomia.domain.network.OrganisationId;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** The accounts, one row each. */
final class JooqAccountRepository implements AccountRepository {

    private final DSLContext dsl;

    JooqAccountRepository(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public Optional<Account> find(AccountId id) {
        return find(ACCOUNT.ID.eq(id.value()));
    }

    @Override
    public Optional<Account> find(Login login) {
        return find(ACCOUNT.LOGIN.eq(login.value()));
    }

    @Override
    public Optional<Account> find(ExternalIdentity identity) {
        return find(ACCOUNT.ID.in(select(EXTERNAL_IDENTITY.ACCOUNT_ID)
                .from(EXTERNAL_IDENTITY)
                .where(EXTERNAL_IDENTITY.ISSUER.eq(identity.issuer()))
                .and(EXTERNAL_IDENTITY.SUBJECT.eq(identity.subject()))));
    }

    @Override
    public void link(AccountId account, ExternalIdentity identity) {
        IdentityRows.change(
                dsl,
                nested -> nested.insertInto(EXTERNAL_IDENTITY)
                        .set(new ExternalIdentityRecord(identity.issuer(), identity.subject(), account.value()))
                        .execute());
    }

    @Override
    public void unlink(AccountId account) {
        dsl.deleteFrom(EXTERNAL_IDENTITY)
                .where(EXTERNAL_IDENTITY.ACCOUNT_ID.eq(account.value()))
                .execute();
    }

    private Optional<Account> find(Condition condition) {
        return dsl.selectFrom(ACCOUNT).where(condition).fetchOptional().map(IdentityRows::account);
    }

    @Override
    public void add(Account account) {
        IdentityRows.change(
                dsl,
                nested -> nested.insertInto(ACCOUNT)
                        .set(IdentityRows.row(account))
                        .execute());
    }

    @Override
    public void save(Account account) {
        AccountRecord row = IdentityRows.changeable(account, new AccountRecord());
        row.setVersion(account.version() + 1);
        int saved = dsl.update(ACCOUNT)
                .set(row)
                .where(ACCOUNT.ID.eq(account.id().value()))
                .and(ACCOUNT.VERSION.eq(account.version()))
                .execute();
        if (saved == 0) {
            throw new StaleAggregateException("account " + account.id() + " has changed");
        }
    }

    @Override
    public ImmutableList<Account> list(Optional<Login> after, int limit) {
        return accounts(dsl.selectFrom(ACCOUNT)
                .where(after.isPresent() ? ACCOUNT.LOGIN.gt(after.get().value()) : noCondition())
                .orderBy(ACCOUNT.LOGIN)
                .limit(limit)
                .fetch());
    }

    @Override
    public ImmutableList<Account> holdersIn(OrganisationId organisation) {
        return accounts(dsl.selectFrom(ACCOUNT)
                .where(ACCOUNT.ID.in(select(ROLE_GRANT.ACCOUNT_ID)
                        .from(ROLE_GRANT)
                        .where(ROLE_GRANT.ORGANISATION_ID.eq(organisation.value()))))
                .orderBy(ACCOUNT.LOGIN)
                .fetch());
    }

    /** Who waits for another's lock sees afterwards what the other has left. */
    @Override
    public ImmutableList<Account> lockOperators() {
        return accounts(dsl.selectFrom(ACCOUNT)
                .where(ACCOUNT.OPERATOR)
                .and(ACCOUNT.PASSWORD.isNotNull())
                .andNot(ACCOUNT.DISABLED)
                .orderBy(ACCOUNT.LOGIN)
                .forUpdate()
                .fetch());
    }

    private static ImmutableList<Account> accounts(List<AccountRecord> rows) {
        return rows.stream().map(IdentityRows::account).collect(toImmutableList());
    }
}
