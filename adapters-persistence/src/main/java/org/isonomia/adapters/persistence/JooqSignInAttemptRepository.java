package org.isonomia.adapters.persistence;

import static org.isonomia.adapters.persistence.generated.Tables.SIGN_IN_ATTEMPT;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.isonomia.adapters.persistence.generated.tables.records.SignInAttemptRecord;
import org.isonomia.application.spi.SignInAttemptRepository;
import org.isonomia.domain.identity.SecretDigest;

/** The counted attempts, one row for each key; each count is one statement, which others wait for. */
final class JooqSignInAttemptRepository implements SignInAttemptRepository {

    private final Database database;

    JooqSignInAttemptRepository(Database database) {
        this.database = database;
    }

    @Override
    public Tally count(SecretDigest key, Instant now, Duration window) {
        SignInAttemptRecord row =
                database.writeInstallation(dsl -> Objects.requireNonNull(dsl.insertInto(SIGN_IN_ATTEMPT)
                        .set(new SignInAttemptRecord(key.value(), 1, now.plus(window), Instant.EPOCH))
                        .onConflict(SIGN_IN_ATTEMPT.KEY)
                        .doUpdate()
                        .set(
                                SIGN_IN_ATTEMPT.ATTEMPTS,
                                when(SIGN_IN_ATTEMPT.WINDOW_END.gt(val(now)), SIGN_IN_ATTEMPT.ATTEMPTS.plus(inline(1)))
                                        .otherwise(inline(1)))
                        .set(
                                SIGN_IN_ATTEMPT.WINDOW_END,
                                when(SIGN_IN_ATTEMPT.WINDOW_END.gt(val(now)), SIGN_IN_ATTEMPT.WINDOW_END)
                                        .otherwise(excluded(SIGN_IN_ATTEMPT.WINDOW_END)))
                        .returning()
                        .fetchOne()));
        return new Tally(row.getAttempts(), row.getWindowEnd());
    }

    @Override
    public void takeBack(SecretDigest key) {
        database.writeInstallation(dsl -> dsl.update(SIGN_IN_ATTEMPT)
                .set(SIGN_IN_ATTEMPT.ATTEMPTS, greatest(inline(0), SIGN_IN_ATTEMPT.ATTEMPTS.minus(inline(1))))
                .where(SIGN_IN_ATTEMPT.KEY.eq(key.value()))
                .execute());
    }

    @Override
    public void trust(SecretDigest key, Instant until) {
        SignInAttemptRecord row = new SignInAttemptRecord(key.value(), 0, Instant.EPOCH, until);
        database.writeInstallation(dsl -> dsl.insertInto(SIGN_IN_ATTEMPT)
                .set(row)
                .onConflict(SIGN_IN_ATTEMPT.KEY)
                .doUpdate()
                .set(row)
                .execute());
    }

    @Override
    public boolean isTrusted(SecretDigest key, Instant now) {
        return database.writeInstallation(dsl -> dsl.fetchExists(
                SIGN_IN_ATTEMPT, SIGN_IN_ATTEMPT.KEY.eq(key.value()).and(SIGN_IN_ATTEMPT.TRUSTED_UNTIL.gt(now))));
    }

    @Override
    public void distrust(SecretDigest key) {
        database.writeInstallation(dsl -> dsl.update(SIGN_IN_ATTEMPT)
                .set(SIGN_IN_ATTEMPT.TRUSTED_UNTIL, Instant.EPOCH)
                .where(SIGN_IN_ATTEMPT.KEY.eq(key.value()))
                .execute());
    }

    @Override
    public int sweep(Instant now) {
        return database.writeInstallation(dsl -> dsl.deleteFrom(SIGN_IN_ATTEMPT)
                .where(greatest(SIGN_IN_ATTEMPT.WINDOW_END, SIGN_IN_ATTEMPT.TRUSTED_UNTIL)
                        .le(now))
                .execute());
    }
}
