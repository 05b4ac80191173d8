package org.isonomia.adapters.persistence;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.isonomia.adapters.persistence.generated.Tables.SESSION;
import static org.jooq.impl.DSL.noCondition;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.Optional;
import org.isonomia.application.spi.SessionRepository;
import org.isonomia.domain.access.AccountId;
import org.isonomia.domain.identity.SecretDigest;
import org.isonomia.domain.identity.Session;
import org.isonomia.domain.identity.SessionId;
import org.jooq.DSLContext;

/** The sessions, one row each. */
final class JooqSessionRepository implements SessionRepository {

    private final DSLContext dsl;

    JooqSessionRepository(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public Optional<Session> find(SecretDigest digest) {
        return dsl.selectFrom(SESSION)
                .where(SESSION.DIGEST.eq(digest.value()))
                .fetchOptional()
                .map(IdentityRows::session);
    }

    @Override
    public void add(Session session) {
        IdentityRows.change(
                dsl,
                nested -> nested.insertInto(SESSION)
                        .set(IdentityRows.row(session))
                        .execute());
    }

    @Override
    public void touch(SessionId session, Instant seen) {
        dsl.update(SESSION)
                .set(SESSION.LAST_SEEN, seen)
                .where(SESSION.ID.eq(session.value()))
                .and(SESSION.LAST_SEEN.lt(seen))
                .execute();
    }

    @Override
    public boolean remove(AccountId account, SessionId session) {
        return dsl.deleteFrom(SESSION)
                        .where(SESSION.ID.eq(session.value()))
                        .and(SESSION.ACCOUNT_ID.eq(account.value()))
                        .execute()
                > 0;
    }

    @Override
    public void removeAll(AccountId account, Optional<SessionId> kept) {
        dsl.deleteFrom(SESSION)
                .where(SESSION.ACCOUNT_ID.eq(account.value()))
                .and(kept.isPresent() ? SESSION.ID.ne(kept.get().value()) : noCondition())
                .execute();
    }

    @Override
    public ImmutableList<Session> list(AccountId account) {
        return dsl
                .selectFrom(SESSION)
                .where(SESSION.ACCOUNT_ID.eq(account.value()))
                .orderBy(SESSION.LAST_SEEN.desc(), SESSION.ID)
                .fetch()
                .stream()
                .map(IdentityRows::session)
                .collect(toImmutableList());
    }

    @Override
    public void sweep(Instant createdBefore) {
        dsl.deleteFrom(SESSION).where(SESSION.CREATED.lt(createdBefore)).execute();
    }
}
