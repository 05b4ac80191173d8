package org.isonomia.adapters.persistence;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.isonomia.adapters.persistence.generated.Tables.API_TOKEN;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import org.isonomia.application.spi.ApiTokenRepository;
import org.isonomia.domain.access.AccountId;
import org.isonomia.domain.identity.ApiToken;
import org.isonomia.domain.identity.TokenId;
import org.jooq.DSLContext;

/** The tokens, one row each. */
final class JooqApiTokenRepository implements ApiTokenRepository {

    private final DSLContext dsl;

    JooqApiTokenRepository(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public void add(ApiToken token) {
        IdentityRows.change(
                dsl,
                nested -> nested.insertInto(API_TOKEN)
                        .set(IdentityRows.row(token))
                        .execute());
    }

    @Override
    public void touch(TokenId token, Instant used) {
        dsl.update(API_TOKEN)
                .set(API_TOKEN.LAST_USED, used)
                .where(API_TOKEN.ID.eq(token.value()))
                .and(API_TOKEN.LAST_USED.isNull().or(API_TOKEN.LAST_USED.lt(used)))
                .execute();
    }

    @Override
    public boolean remove(AccountId account, TokenId token) {
        return dsl.deleteFrom(API_TOKEN)
                        .where(API_TOKEN.ID.eq(token.value()))
                        .and(API_TOKEN.ACCOUNT_ID.eq(account.value()))
                        .execute()
                > 0;
    }

    @Override
    public void removeAll(AccountId account) {
        dsl.deleteFrom(API_TOKEN)
                .where(API_TOKEN.ACCOUNT_ID.eq(account.value()))
                .execute();
    }

    @Override
    public ImmutableList<ApiToken> list(AccountId account) {
        return dsl
                .selectFrom(API_TOKEN)
                .where(API_TOKEN.ACCOUNT_ID.eq(account.value()))
                .orderBy(API_TOKEN.CREATED.desc(), API_TOKEN.ID)
                .fetch()
                .stream()
                .map(IdentityRows::token)
                .collect(toImmutableList());
    }
}
