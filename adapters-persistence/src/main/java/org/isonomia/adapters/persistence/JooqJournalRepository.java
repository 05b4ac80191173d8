package org.isonomia.adapters.persistence;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.isonomia.adapters.persistence.generated.Tables.JOURNAL_ENTRY;
import static org.isonomia.adapters.persistence.generated.Tables.JOURNAL_HEAD;
import static org.isonomia.adapters.persistence.generated.Tables.JOURNAL_PAYLOAD;
import static org.isonomia.adapters.persistence.generated.Tables.JOURNAL_TREE;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.HashCode;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.isonomia.adapters.persistence.generated.tables.records.JournalEntryRecord;
import org.isonomia.adapters.persistence.generated.tables.records.JournalHeadRecord;
import org.isonomia.adapters.persistence.generated.tables.records.JournalPayloadRecord;
import org.isonomia.adapters.persistence.generated.tables.records.JournalTreeRecord;
import org.isonomia.application.spi.JournalRepository;
import org.isonomia.application.spi.StaleAggregateException;
import org.isonomia.domain.journal.Digest;
import org.isonomia.domain.journal.Head;
import org.isonomia.domain.journal.JournalEntry;
import org.isonomia.domain.journal.Peaks;
import org.isonomia.domain.journal.Subject;
import org.isonomia.domain.network.OrganisationId;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jspecify.annotations.Nullable;

/** The journal in four tables, three of which the application can only add to. */
record JooqJournalRepository(Tenant tenant) implements JournalRepository {

    private static final int DIGEST_BYTES = 32;

    @Override
    public Peaks hold() {
        tenant.dsl()
                .insertInto(JOURNAL_TREE)
                .set(row(Peaks.NONE))
                .onConflictDoNothing()
                .execute();
        return peaks(tenant.dsl()
                .selectFrom(JOURNAL_TREE)
                .where(tenant.owns(JOURNAL_TREE.ORGANISATION_ID))
                .forUpdate()
                .fetchOne());
    }

    @Override
    public Peaks peaks() {
        return peaks(tenant.dsl()
                .selectFrom(JOURNAL_TREE)
                .where(tenant.owns(JOURNAL_TREE.ORGANISATION_ID))
                .fetchOne());
    }

    private static Peaks peaks(@Nullable JournalTreeRecord row) {
        if (row == null) {
            return Peaks.NONE;
        }
        byte[] bytes = row.getPeaks();
        List<Digest> digests = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += DIGEST_BYTES) {
            digests.add(Digest.of(Arrays.copyOfRange(bytes, at, at + DIGEST_BYTES)));
        }
        return new Peaks(row.getSize(), ImmutableList.copyOf(digests));
    }

    private JournalTreeRecord row(Peaks peaks) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        peaks.digests().forEach(digest -> bytes.writeBytes(digest.bytes()));
        return new JournalTreeRecord(tenant.organisation(), peaks.size(), bytes.toByteArray());
    }

    @Override
    public void append(ImmutableList<Recorded> entries, Peaks after) {
        int changed = tenant.dsl()
                .update(JOURNAL_TREE)
                .set(row(after))
                .where(tenant.owns(JOURNAL_TREE.ORGANISATION_ID))
                .and(JOURNAL_TREE.SIZE.eq(after.size() - entries.size()))
                .execute();
        if (changed != 1) {
            throw new StaleAggregateException("the journal has grown meanwhile");
        }
        tenant.insert(entries.stream().map(JooqJournalRepository::row).toList());
        tenant.insert(entries.stream()
                .flatMap(entry -> entry.payload().stream().map(payload -> row(entry.entry(), payload)))
                .toList());
    }

    private static JournalEntryRecord row(Recorded recorded) {
        JournalEntry entry = recorded.entry();
        return new JournalEntryRecord(
                entry.organisation().value(),
                entry.sequence(),
                entry.time(),
                entry.useCase(),
                entry.subject().path(),
                entry.payload().bytes(),
                entry.digest().bytes());
    }

    private static JournalPayloadRecord row(JournalEntry entry, Payload payload) {
        return new JournalPayloadRecord(
                entry.organisation().value(), entry.sequence(), payload.salt().asBytes(), payload.text());
    }

    @Override
    public Optional<Recorded> find(long sequence) {
        return entries()
                .where(tenant.owns(JOURNAL_ENTRY.ORGANISATION_ID))
                .and(JOURNAL_ENTRY.SEQUENCE.eq(sequence))
                .fetchOptional(JooqJournalRepository::recorded);
    }

    @Override
    public Page page(Query query) {
        List<Recorded> found = entries()
                .where(conditions(query))
                .orderBy(JOURNAL_ENTRY.SEQUENCE.desc())
                .limit(query.limit() + 1)
                .fetch(JooqJournalRepository::recorded);
        return new Page(found.stream().limit(query.limit()).collect(toImmutableList()), found.size() > query.limit());
    }

    private List<Condition> conditions(Query query) {
        List<Condition> conditions = new ArrayList<>();
        conditions.add(tenant.owns(JOURNAL_ENTRY.ORGANISATION_ID));
        query.subject()
                .ifPresent(path -> conditions.add(JOURNAL_ENTRY
                        .SUBJECT
                        .eq(path)
                        .or(JOURNAL_ENTRY
                                .SUBJECT
                                .greaterOrEqual(path + "/")
                                .and(JOURNAL_ENTRY.SUBJECT.lessThan(path + "0")))));
        query.useCase().ifPresent(name -> conditions.add(JOURNAL_ENTRY.USE_CASE.eq(name)));
        query.from().ifPresent(from -> conditions.add(JOURNAL_ENTRY.TIME.greaterOrEqual(from)));
        query.until().ifPresent(until -> conditions.add(JOURNAL_ENTRY.TIME.lessThan(until)));
        query.before().ifPresent(before -> conditions.add(JOURNAL_ENTRY.SEQUENCE.lessThan(before)));
        return conditions;
    }

    @Override
    public ImmutableList<Recorded> following(long after, int limit) {
        return entries()
                .where(tenant.owns(JOURNAL_ENTRY.ORGANISATION_ID))
                .and(JOURNAL_ENTRY.SEQUENCE.greaterThan(after))
                .orderBy(JOURNAL_ENTRY.SEQUENCE)
                .limit(limit)
                .fetch(JooqJournalRepository::recorded)
                .stream()
                .collect(toImmutableList());
    }

    @Override
    public ImmutableList<Digest> leaves(long size) {
        return tenant
                .dsl()
                .select(JOURNAL_ENTRY.LEAF_DIGEST)
                .from(JOURNAL_ENTRY)
                .where(tenant.owns(JOURNAL_ENTRY.ORGANISATION_ID))
                .and(JOURNAL_ENTRY.SEQUENCE.lessOrEqual(size))
                .orderBy(JOURNAL_ENTRY.SEQUENCE)
                .fetch(row -> Digest.of(row.value1()))
                .stream()
                .collect(toImmutableList());
    }

    @Override
    public ImmutableList<Digest> leavesFollowing(long after, int limit) {
        return tenant
                .dsl()
                .select(JOURNAL_ENTRY.LEAF_DIGEST)
                .from(JOURNAL_ENTRY)
                .where(tenant.owns(JOURNAL_ENTRY.ORGANISATION_ID))
                .and(JOURNAL_ENTRY.SEQUENCE.greaterThan(after))
                .orderBy(JOURNAL_ENTRY.SEQUENCE)
                .limit(limit)
                .fetch(row -> Digest.of(row.value1()))
                .stream()
                .collect(toImmutableList());
    }

    @Override
    public void keep(SignedHead signed) {
        Head head = signed.head();
        tenant.dsl()
                .insertInto(JOURNAL_HEAD)
                .set(new JournalHeadRecord(
                        tenant.organisation(),
                        head.size(),
                        head.root().bytes(),
                        head.time(),
                        signed.key(),
                        signed.signature()))
                .onConflictDoNothing()
                .execute();
    }

    @Override
    public Optional<SignedHead> lastHead() {
        return tenant.dsl()
                .selectFrom(JOURNAL_HEAD)
                .where(tenant.owns(JOURNAL_HEAD.ORGANISATION_ID))
                .orderBy(JOURNAL_HEAD.SIZE.desc(), JOURNAL_HEAD.TIME.desc())
                .limit(1)
                .fetchOptional(row -> new SignedHead(
                        new Head(
                                new OrganisationId(row.getOrganisationId()),
                                row.getSize(),
                                Digest.of(row.getRoot()),
                                row.getTime()),
                        row.getKey(),
                        row.getSignature()));
    }

    private SelectJoinStep<Record> entries() {
        return tenant.dsl()
                .select(JOURNAL_ENTRY.fields())
                .select(JOURNAL_PAYLOAD.SALT, JOURNAL_PAYLOAD.TEXT)
                .from(JOURNAL_ENTRY
                        .leftJoin(JOURNAL_PAYLOAD)
                        .on(JOURNAL_PAYLOAD.ORGANISATION_ID.eq(JOURNAL_ENTRY.ORGANISATION_ID))
                        .and(JOURNAL_PAYLOAD.SEQUENCE.eq(JOURNAL_ENTRY.SEQUENCE)));
    }

    private static Recorded recorded(Record row) {
        JournalEntryRecord entry = row.into(JOURNAL_ENTRY);
        return new Recorded(
                new JournalEntry(
                        new OrganisationId(entry.getOrganisationId()),
                        entry.getSequence(),
                        entry.getTime(),
                        entry.getUseCase(),
                        new Subject(entry.getSubject()),
                        Digest.of(entry.getPayloadDigest())),
                Optional.ofNullable(row.get(JOURNAL_PAYLOAD.SALT))
                        .map(salt -> new Payload(HashCode.fromBytes(salt), row.get(JOURNAL_PAYLOAD.TEXT))));
    }
}
