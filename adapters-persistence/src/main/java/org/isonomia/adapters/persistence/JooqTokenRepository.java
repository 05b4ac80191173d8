package org.isonomia.adapters.persistence;

import static org.isonomia.adapters.persistence.generated.Tables.ADMINISTRATION_TOKEN;

import java.time.Instant;
import org.isonomia.application.spi.TokenRepository;

/** The digests of the administration tokens. */
final class JooqTokenRepository implements TokenRepository {

    private final Database database;

    JooqTokenRepository(Database database) {
        this.database = database;
    }

    @Override
    public boolean isEmpty() {
        return database.readInstallation(dsl -> !dsl.fetchExists(ADMINISTRATION_TOKEN));
    }

    @Override
    public void add(String digest, Instant created) {
        database.writeInstallation(dsl -> dsl.insertInto(ADMINISTRATION_TOKEN)
                .set(ADMINISTRATION_TOKEN.DIGEST, digest)
                .set(ADMINISTRATION_TOKEN.CREATED, created)
                .onConflictDoNothing()
                .execute());
    }

    @Override
    public boolean contains(String digest) {
        return database.readInstallation(
                dsl -> dsl.fetchExists(ADMINISTRATION_TOKEN, ADMINISTRATION_TOKEN.DIGEST.eq(digest)));
    }

    @Override
    public void clear() {
        database.writeInstallation(dsl -> dsl.deleteFrom(ADMINISTRATION_TOKEN)
                .where(ADMINISTRATION_TOKEN.DIGEST.isNotNull())
                .execute());
    }
}
