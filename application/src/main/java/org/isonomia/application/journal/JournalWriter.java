package org.isonomia.application.journal;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.isonomia.application.document.CanonicalJson;
import org.isonomia.application.document.MappingWriter;
import org.isonomia.application.spi.JournalRepository;
import org.isonomia.application.spi.JournalRepository.Payload;
import org.isonomia.application.spi.JournalRepository.Recorded;
import org.isonomia.application.spi.SaltSource;
import org.isonomia.domain.journal.Digest;
import org.isonomia.domain.journal.JournalEntry;
import org.isonomia.domain.journal.Peaks;
import org.isonomia.domain.network.OrganisationId;

/** Writes changes into the journal, in the unit of work that makes them. */
public final class JournalWriter {

    private final InstantSource clock;
    private final SaltSource salts;

    /**
     * @param clock what time it is
     * @param salts where salts come from
     */
    public JournalWriter(InstantSource clock, SaltSource salts) {
        this.clock = requireNonNull(clock, "clock");
        this.salts = requireNonNull(salts, "salts");
    }

    /**
     * Appends one entry for each change.
     */
    public void append(
            JournalRepository journal, OrganisationId organisation, Deed deed, ImmutableList<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        Peaks before = journal.hold();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        ImmutableList.Builder<Recorded> entries = ImmutableList.builder();
        long sequence = before.size();
        for (Change change : changes) {
            sequence++;
            Payload payload = new Payload(salts.next(), text(deed, change));
            entries.add(new Recorded(
                    new JournalEntry(organisation, sequence, now, deed.useCase(), change.subject(), digest(payload)),
                    Optional.of(payload)));
        }
        ImmutableList<Recorded> all = entries.build();
        journal.append(
                all,
                before.plus(all.stream().map(entry -> entry.entry().digest()).collect(toImmutableList())));
    }

    /** The digest of a payload: SHA-256 of the salt's bytes and the text in UTF-8. */
    public static Digest digest(Payload payload) {
        return new Digest(Hashing.sha256()
                .newHasher()
                .putBytes(payload.salt().asBytes())
                .putString(payload.text(), UTF_8)
                .hash());
    }

    private static String text(Deed deed, Change change) {
        MappingWriter document = new MappingWriter()
                .text("actor", deed.actor().name())
                .text("account", deed.actor().account())
                .text("requestId", deed.requestId())
                .text("reason", deed.reason());
        change.before().ifPresent(before -> document.mapping("before", before));
        change.after().ifPresent(after -> document.mapping("after", after));
        return CanonicalJson.write(document.build());
    }
}
