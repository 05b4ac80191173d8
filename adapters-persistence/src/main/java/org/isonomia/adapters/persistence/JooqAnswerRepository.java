package org.isonomia.adapters.persistence;

import static org.isonomia.adapters.persistence.generated.Tables.KEPT_ANSWER;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import com.google.common.base.Joiner;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.ByteSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import org.isonomia.adapters.persistence.generated.tables.records.KeptAnswerRecord;
import org.isonomia.application.spi.AnswerRepository;
import org.isonomia.domain.journal.Digest;

/** Kept answers in one table; a key is claimed by a lock that the server gives up with the transaction, or with us. */
record JooqAnswerRepository(Tenant tenant) implements AnswerRepository {

    private static final char LINE = '\n';
    private static final String OF = ": ";

    @Override
    public boolean claim(Digest key) {
        return tenant.dsl()
                .select(field(
                        "pg_try_advisory_xact_lock(hashtextextended({0}, 1))",
                        Boolean.class, val(tenant.organisation() + " " + key)))
                .fetchSingle()
                .value1();
    }

    @Override
    public Optional<Kept> find(Digest key) {
        return tenant.dsl()
                .selectFrom(KEPT_ANSWER)
                .where(tenant.owns(KEPT_ANSWER.ORGANISATION_ID))
                .and(KEPT_ANSWER.KEY.eq(key.bytes()))
                .fetchOptional(JooqAnswerRepository::kept);
    }

    private static Kept kept(KeptAnswerRecord row) {
        ImmutableMap.Builder<String, String> headers = ImmutableMap.builder();
        for (String header : Splitter.on(LINE).omitEmptyStrings().split(row.getHeaders())) {
            int end = header.indexOf(OF);
            headers.put(header.substring(0, end), header.substring(end + OF.length()));
        }
        return new Kept(
                Digest.of(row.getKey()),
                Digest.of(row.getFingerprint()),
                row.getTime(),
                new Answer(row.getStatus(), headers.buildOrThrow(), ByteSource.wrap(row.getBody())));
    }

    @Override
    public void keep(Kept kept) {
        tenant.dsl()
                .deleteFrom(KEPT_ANSWER)
                .where(tenant.owns(KEPT_ANSWER.ORGANISATION_ID))
                .and(KEPT_ANSWER.KEY.eq(kept.key().bytes()))
                .execute();
        tenant.dsl()
                .insertInto(KEPT_ANSWER)
                .set(new KeptAnswerRecord(
                        tenant.organisation(),
                        kept.key().bytes(),
                        kept.fingerprint().bytes(),
                        kept.time(),
                        kept.answer().status(),
                        Joiner.on(LINE)
                                .withKeyValueSeparator(OF)
                                .join(kept.answer().headers()),
                        bytes(kept.answer().body())))
                .execute();
    }

    private static byte[] bytes(ByteSource body) {
        try {
            return body.read();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public int purge(Instant before) {
        return tenant.dsl()
                .deleteFrom(KEPT_ANSWER)
                .where(tenant.owns(KEPT_ANSWER.ORGANISATION_ID))
                .and(KEPT_ANSWER.TIME.lessThan(before))
                .execute();
    }
}
