package org.isonomia.adapters.persistence;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static org.isonomia.adapters.persistence.generated.Tables.ACCOUNT;
import static org.isonomia.adapters.persistence.generated.Tables.API_TOKEN;
import static org.isonomia.adapters.persistence.generated.Tables.ROLE_GRANT;
import static org.isonomia.adapters.persistence.generated.Tables.SECOND_FACTOR_DEMAND;
import static org.isonomia.adapters.persistence.generated.Tables.SESSION;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.util.Optional;
import org.isonomia.adapters.persistence.generated.tables.records.AccountRecord;
import org.isonomia.adapters.persistence.generated.tables.records.RoleGrantRecord;
import org.isonomia.application.spi.CallerSearch;
import org.isonomia.domain.access.Grant;
import org.isonomia.domain.identity.SecretDigest;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Result;

/** Who is asking, found by a digest together with all they hold. */
final class JooqCallerSearch implements CallerSearch {

    private static final Field<Boolean> DEMANDING = field(exists(selectOne()
            .from(SECOND_FACTOR_DEMAND)
            .where(SECOND_FACTOR_DEMAND.ORGANISATION_ID.eq(ROLE_GRANT.ORGANISATION_ID))
            .and(SECOND_FACTOR_DEMAND.ROLE.eq(ROLE_GRANT.ROLE))));

    private static final Field<Result<Record2<RoleGrantRecord, Boolean>>> GRANTS =
            multiset(select(ROLE_GRANT, DEMANDING).from(ROLE_GRANT).where(ROLE_GRANT.ACCOUNT_ID.eq(ACCOUNT.ID)));

    private final DSLContext dsl;

    JooqCallerSearch(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public Optional<BySession> bySession(SecretDigest digest) {
        return dsl.select(SESSION, ACCOUNT, GRANTS)
                .from(SESSION)
                .join(ACCOUNT)
                .on(ACCOUNT.ID.eq(SESSION.ACCOUNT_ID))
                .where(SESSION.DIGEST.eq(digest.value()))
                .fetchOptional()
                .map(row -> new BySession(IdentityRows.session(row.value1()), holder(row.value2(), row.value3())));
    }

    @Override
    public Optional<ByToken> byToken(SecretDigest digest) {
        return dsl.select(API_TOKEN, ACCOUNT, GRANTS)
                .from(API_TOKEN)
                .join(ACCOUNT)
                .on(ACCOUNT.ID.eq(API_TOKEN.ACCOUNT_ID))
                .where(API_TOKEN.DIGEST.eq(digest.value()))
                .fetchOptional()
                .map(row -> new ByToken(IdentityRows.token(row.value1()), holder(row.value2(), row.value3())));
    }

    private static Holder holder(AccountRecord account, Result<Record2<RoleGrantRecord, Boolean>> grants) {
        return new Holder(
                IdentityRows.account(account),
                Grant.merged(grants.stream()
                        .map(row -> IdentityRows.grant(row.value1()))
                        .collect(toImmutableList())),
                grants.stream()
                        .filter(Record2::value2)
                        .map(row -> IdentityRows.grant(row.value1()))
                        .collect(toImmutableSet()));
    }
}
