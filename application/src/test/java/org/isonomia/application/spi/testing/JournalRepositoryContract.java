package org.isonomia.application.spi.testing;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.HashCode;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.LongStream;
import org.isonomia.application.spi.JournalRepository;
import org.isonomia.application.spi.JournalRepository.Page;
import org.isonomia.application.spi.JournalRepository.Payload;
import org.isonomia.application.spi.JournalRepository.Query;
import org.isonomia.application.spi.JournalRepository.Recorded;
import org.isonomia.application.spi.JournalRepository.SignedHead;
import org.isonomia.application.spi.StaleAggregateException;
import org.isonomia.domain.journal.Digest;
import org.isonomia.domain.journal.Head;
import org.isonomia.domain.journal.JournalEntry;
import org.isonomia.domain.journal.Peaks;
import org.isonomia.domain.journal.Subject;
import org.isonomia.domain.network.Organisation;
import org.junit.jupiter.api.Test;

/** What every {@link JournalRepository} must do. */
public abstract class JournalRepositoryContract extends StoreContract {

    private static final Instant START = Instant.parse("2026-11-24T09:00:00.001Z");

    private Recorded entry(long sequence) {
        String subject = sequence % 2 == 0 ? "action/pmlcd/1." + sequence : "action/pmlcd2/1";
        return new Recorded(
                new JournalEntry(
                        organisation.id(),
                        sequence,
                        START.plusSeconds(sequence),
                        sequence % 3 == 0 ? "import-plan" : "change-actions",
                        new Subject(subject),
                        Digest.ofLeaf(new byte[] {(byte) sequence})),
                Optional.of(new Payload(
                        HashCode.fromString("000102030405060708090a0b0c0d0e0f"),
                        "{\"n\": \"" + Samples.ODD_TEXT + "\"}")));
    }

    private ImmutableList<Recorded> entries(long first, long last) {
        return LongStream.rangeClosed(first, last).mapToObj(this::entry).collect(toImmutableList());
    }

    private void append(long first, long last) {
        write(stores -> {
            JournalRepository journal = stores.journal();
            ImmutableList<Recorded> entries = entries(first, last);
            journal.append(entries, after(journal.hold(), entries));
        });
    }

    private static Peaks after(Peaks before, ImmutableList<Recorded> entries) {
        return before.plus(entries.stream().map(entry -> entry.entry().digest()).toList());
    }

    @Test
    void beginsEmpty() {
        assertThat(peaks()).isEqualTo(Peaks.NONE);
        assertThat(page(Query.latest(10))).isEqualTo(new Page(ImmutableList.of(), false));
        assertThat(optional(stores -> stores.journal().lastHead())).isEmpty();
    }

    @Test
    void givesBackWhatWasAppended() {
        append(1, 5);
        append(6, 7);

        assertThat(list(stores -> stores.journal().following(0, 100))).isEqualTo(entries(1, 7));
        assertThat(list(stores -> stores.journal().following(3, 2))).isEqualTo(entries(4, 5));
        assertThat(optional(stores -> stores.journal().find(4))).contains(entry(4));
        assertThat(optional(stores -> stores.journal().find(8))).isEmpty();
        assertThat(peaks()).isEqualTo(after(Peaks.NONE, entries(1, 7)));
        assertThat(list(stores -> stores.journal().leavesFollowing(3, 2)))
                .isEqualTo(entries(4, 5).stream()
                        .map(entry -> entry.entry().digest())
                        .toList());
        assertThat(list(stores -> stores.journal().leaves(6)))
                .isEqualTo(entries(1, 6).stream()
                        .map(entry -> entry.entry().digest())
                        .toList());
    }

    @Test
    void showsTheLatestFirstAndOnlyWhatIsAskedFor() {
        append(1, 9);

        assertThat(page(Query.latest(2))).isEqualTo(new Page(entries(8, 9).reverse(), true));
        assertThat(sequences(Query.latest(10).about("action/pmlcd"))).containsExactly(8L, 6L, 4L, 2L);
        assertThat(sequences(Query.latest(10).about("action/pmlcd/1.4"))).containsExactly(4L);
        assertThat(sequences(new Query(
                        Optional.empty(),
                        Optional.of("import-plan"),
                        Optional.of(START.plusSeconds(3)),
                        Optional.of(START.plusSeconds(9)),
                        Optional.of(6L),
                        10)))
                .containsExactly(3L);
    }

    private Peaks peaks() {
        return read(stores -> stores.journal().peaks());
    }

    private Page page(Query query) {
        return read(stores -> stores.journal().page(query));
    }

    private ImmutableList<Long> sequences(Query query) {
        return page(query).entries().stream()
                .map(entry -> entry.entry().sequence())
                .collect(toImmutableList());
    }

    @Test
    void refusesAnAppendToAnotherTreeThanTheOneHeld() {
        append(1, 3);

        assertThatThrownBy(() -> write(stores -> {
                    stores.journal().hold();
                    stores.journal().append(entries(3, 4), after(Peaks.NONE, entries(1, 4)));
                }))
                .isInstanceOf(StaleAggregateException.class);
        assertThat(list(stores -> stores.journal().following(0, 100))).isEqualTo(entries(1, 3));
    }

    @Test
    void forgetsWhatWasAppendedByWorkThatFailed() {
        assertThatThrownBy(() -> write(stores -> {
                    stores.journal()
                            .append(entries(1, 1), after(stores.journal().hold(), entries(1, 1)));
                    throw new ArithmeticException("on purpose");
                }))
                .isInstanceOf(ArithmeticException.class);
        assertThat(list(stores -> stores.journal().following(0, 100))).isEmpty();
    }

    @Test
    void keepsHeads() {
        append(1, 2);
        SignedHead first = head(1);
        SignedHead second = head(2);
        write(stores -> stores.journal().keep(first));
        write(stores -> stores.journal().keep(second));

        assertThat(optional(stores -> stores.journal().lastHead())).contains(second);
    }

    private SignedHead head(long size) {
        Digest root = after(Peaks.NONE, entries(1, size)).root();
        return new SignedHead(
                new Head(organisation.id(), size, root, START.plusSeconds(size)), "0011223344556677", "c2lnbmF0dXJl");
    }

    @Test
    void givesEachOrganisationItsOwn() {
        append(1, 3);
        Organisation first = organisation;
        organisation = foundOrganisation();
        append(1, 1);

        assertThat(list(stores -> stores.journal().following(0, 100))).isEqualTo(entries(1, 1));
        organisation = first;
        assertThat(list(stores -> stores.journal().following(0, 100))).isEqualTo(entries(1, 3));
    }
}
