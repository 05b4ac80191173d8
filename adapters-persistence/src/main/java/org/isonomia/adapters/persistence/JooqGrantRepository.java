package org.isonomia.adapters.persistence;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableListMultimap.flatteningToImmutableListMultimap;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static org.isonomia.adapters.persistence.generated.Tables.ACCOUNT;
import static org.isonomia.adapters.persistence.generated.Tables.ROLE_GRANT;
import static org.isonomia.adapters.persistence.generated.Tables.SECOND_FACTOR_DEMAND;
import static org.jooq.impl.DSL.any;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.UUID;
import org.isonomia.adapters.persistence.generated.tables.records.RoleGrantRecord;
import org.isonomia.adapters.persistence.generated.tables.records.SecondFactorDemandRecord;
import org.isonomia.application.spi.GrantRepository;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.application.spi.StaleAggregateException;
import org.isonomia.domain.access.AccountId;
import org.isonomia.domain.access.Grant;
import org.isonomia.domain.access.Role;
import org.isonomia.domain.network.OrganisationId;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** The roles, one row for each kind of scope. */
final class JooqGrantRepository implements GrantRepository {

    private final DSLContext dsl;

    JooqGrantRepository(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public ImmutableList<Grant> of(AccountId account) {
        return grants(ROLE_GRANT.ACCOUNT_ID.eq(account.value()));
    }

    private ImmutableList<Grant> grants(Condition condition) {
        return merged(dsl.selectFrom(ROLE_GRANT).where(condition).fetch());
    }

    private static ImmutableList<Grant> merged(List<RoleGrantRecord> rows) {
        return Grant.merged(rows.stream().map(IdentityRows::grant).collect(toImmutableList()));
    }

    @Override
    public ImmutableListMultimap<AccountId, Grant> in(OrganisationId organisation) {
        return grouped(ROLE_GRANT.ORGANISATION_ID.eq(organisation.value()));
    }

    @Override
    public ImmutableListMultimap<AccountId, Grant> of(ImmutableSet<AccountId> accounts) {
        return grouped(ROLE_GRANT.ACCOUNT_ID.eq(
                any(accounts.stream().map(AccountId::value).toArray(UUID[]::new))));
    }

    private ImmutableListMultimap<AccountId, Grant> grouped(Condition condition) {
        return dsl.selectFrom(ROLE_GRANT).where(condition).fetchGroups(ROLE_GRANT.ACCOUNT_ID).entrySet().stream()
                .collect(flatteningToImmutableListMultimap(
                        entry -> new AccountId(entry.getKey()), entry -> merged(entry.getValue()).stream()));
    }

    @Override
    public void put(
            AccountId account,
            OrganisationId organisation,
            ImmutableList<Grant> expected,
            ImmutableList<Grant> grants) {
        lock(account);
        Condition held =
                ROLE_GRANT.ORGANISATION_ID.eq(organisation.value()).and(ROLE_GRANT.ACCOUNT_ID.eq(account.value()));
        if (!grants(held).equals(Grant.merged(expected))) {
            throw new StaleAggregateException("the roles of account " + account + " have changed");
        }
        dsl.deleteFrom(ROLE_GRANT).where(held).execute();
        List<RoleGrantRecord> rows = Grant.merged(grants).stream()
                .map(grant -> IdentityRows.row(account, grant))
                .toList();
        if (!rows.isEmpty()) {
            dsl.batchInsert(rows).execute();
        }
    }

    /** So that of two who change the roles of somebody at once the second one sees what the first one did. */
    private void lock(AccountId account) {
        if (dsl.select(ACCOUNT.ID)
                .from(ACCOUNT)
                .where(ACCOUNT.ID.eq(account.value()))
                .forUpdate()
                .fetch()
                .isEmpty()) {
            throw new NotFoundException("no account has this id: " + account);
        }
    }

    @Override
    public ImmutableSet<Role> demands(OrganisationId organisation) {
        return dsl
                .selectFrom(SECOND_FACTOR_DEMAND)
                .where(SECOND_FACTOR_DEMAND.ORGANISATION_ID.eq(organisation.value()))
                .fetch()
                .stream()
                .map(row -> Role.valueOf(row.getRole()))
                .sorted()
                .collect(toImmutableSet());
    }

    @Override
    public void demand(OrganisationId organisation, ImmutableSet<Role> roles) {
        dsl.deleteFrom(SECOND_FACTOR_DEMAND)
                .where(SECOND_FACTOR_DEMAND.ORGANISATION_ID.eq(organisation.value()))
                .execute();
        List<SecondFactorDemandRecord> rows = roles.stream()
                .map(role -> new SecondFactorDemandRecord(organisation.value(), role.name()))
                .toList();
        if (!rows.isEmpty()) {
            dsl.batchInsert(rows).execute();
        }
    }
}
