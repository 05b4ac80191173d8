package org.isonomia.application.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.isonomia.application.history.Verdict.Kind;
import org.isonomia.application.spi.JournalRepository.Payload;
import org.isonomia.application.spi.JournalRepository.SignedHead;
import org.isonomia.application.spi.testing.TestSigner;
import org.isonomia.domain.journal.Digest;
import org.junit.jupiter.api.Test;

/** Every way to change a journal afterwards is found and named. */
class JournalVerificationTest {

    private final JournalSample sample = JournalSample.of(9);
    private final SignedHead head = sample.journal().sign(JournalSample.AMP);
    private final List<Exported> entries = sample.exported();

    private Verdict verdict(SignedHead... heads) {
        JournalVerification verification =
                new JournalVerification(ImmutableList.copyOf(heads), JournalSample.SIGNER::hasSigned);
        entries.forEach(verification::accept);
        return verification.verdict();
    }

    private void expect(Kind kind, Long... sequences) {
        Verdict verdict = verdict(head);
        assertThat(JournalSample.kinds(verdict)).containsExactly(kind);
        assertThat(JournalSample.firsts(verdict)).containsExactly(sequences);
    }

    private void setLeaf(int index, String leaf, boolean anew) {
        Exported before = entries.get(index);
        Digest digest = anew ? Digest.ofLeaf(leaf.getBytes(UTF_8)) : before.digest();
        entries.set(index, new Exported(leaf, digest, before.payload()));
    }

    private static String leafAt(Exported entry, int sequence) {
        return entry.leaf().replaceFirst("\"sequence\":[0-9]+", "\"sequence\":" + sequence);
    }

    @Test
    void isGoodAsItWasAndAfterErasureAndGrowth() {
        Exported fifth = entries.get(4);
        entries.set(4, new Exported(fifth.leaf(), fifth.digest(), Optional.empty()));
        assertThat(verdict(head)).isEqualTo(new Verdict(9, 1, ImmutableList.of()));

        sample.change(10, 12);
        entries.clear();
        entries.addAll(sample.exported());
        assertThat(verdict(head).isGood()).isTrue();
        assertThat(verdict(head, sample.journal().sign(JournalSample.AMP)).isGood())
                .isTrue();
    }

    @Test
    void findsAChangedField() {
        setLeaf(3, entries.get(3).leaf().replace("change-actions", "import-plan"), false);
        expect(Kind.CHANGED, 4L);
    }

    @Test
    void findsALeafThatIsNone() {
        setLeaf(3, entries.get(3).leaf() + " ", false);
        expect(Kind.CHANGED, 4L);
    }

    @Test
    void findsAChangedPayload() {
        Exported entry = entries.get(6);
        Payload payload = entry.payload().orElseThrow();
        entries.set(
                6,
                new Exported(
                        entry.leaf(),
                        entry.digest(),
                        Optional.of(new Payload(payload.salt(), payload.text().replace("Titre 7", "Titre 8")))));
        expect(Kind.CHANGED, 7L);
    }

    @Test
    void findsADeletedEntry() {
        entries.remove(3);
        expect(Kind.DELETED, 4L);
    }

    @Test
    void findsADeletedEntryWhereTheOthersWereNumberedAnew() {
        entries.remove(3);
        for (int i = 3; i < entries.size(); i++) {
            setLeaf(i, leafAt(entries.get(i), i + 1), false);
        }
        Verdict verdict = verdict(head);
        assertThat(JournalSample.kinds(verdict)).containsExactly(Kind.DELETED, Kind.TRUNCATED);
        assertThat(JournalSample.firsts(verdict)).containsExactly(4L, 9L);
    }

    @Test
    void findsAnInsertedEntry() {
        entries.add(4, entries.get(3));
        expect(Kind.INSERTED, 4L);
    }

    @Test
    void findsAnInsertedEntryWhereTheOthersWereNumberedAnew() {
        entries.add(4, entries.get(3));
        setLeaf(4, leafAt(entries.get(4), 5), true);
        for (int i = 5; i < entries.size(); i++) {
            setLeaf(i, leafAt(entries.get(i), i + 1), false);
        }
        expect(Kind.INSERTED, 6L);
    }

    @Test
    void findsSwappedEntries() {
        Collections.swap(entries, 2, 3);
        expect(Kind.SWAPPED, 3L);
    }

    @Test
    void findsSwappedEntriesThatWereNumberedAnew() {
        Collections.swap(entries, 2, 6);
        setLeaf(2, leafAt(entries.get(2), 3), false);
        setLeaf(6, leafAt(entries.get(6), 7), false);
        expect(Kind.SWAPPED, 3L, 7L);
    }

    @Test
    void findsATruncatedEnd() {
        entries.subList(7, 9).clear();
        expect(Kind.TRUNCATED, 8L);
    }

    @Test
    void findsAJournalThatWasMadeAnewAndBetweenWhichHeads() {
        JournalSample grown = JournalSample.of(4);
        SignedHead early = grown.journal().sign(JournalSample.AMP);
        setLeaf(6, entries.get(6).leaf().replace("1.7", "1.8"), true);

        expect(Kind.REWRITTEN, 1L);
        Verdict verdict = verdict(early, head);
        assertThat(verdict.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.REWRITTEN);
            assertThat(finding.first()).isEqualTo(5);
            assertThat(finding.last()).isEqualTo(9);
        });
    }

    @Test
    void findsThatAHeadOfAnotherHistoryWasSigned() {
        JournalSample other = JournalSample.of(8);
        other.change(1, 2);
        SignedHead fork = other.journal().sign(JournalSample.AMP);
        entries.clear();
        entries.addAll(other.exported());

        assertThat(verdict(fork).isGood()).isTrue();
        assertThat(JournalSample.kinds(verdict(head, fork))).containsExactly(Kind.FORKED);
    }

    @Test
    void findsTwoHeadsOfOneSize() {
        JournalSample other = JournalSample.of(8);
        other.change(1, 1);

        assertThat(JournalSample.kinds(verdict(head, other.journal().sign(JournalSample.AMP))))
                .containsExactly(Kind.FORKED);
    }

    @Test
    void findsAHeadThatTheKeyDidNotSign() {
        JournalVerification verification =
                new JournalVerification(ImmutableList.of(head), new TestSigner(2)::hasSigned);
        entries.forEach(verification::accept);

        assertThat(JournalSample.kinds(verification.verdict())).containsExactly(Kind.UNSIGNED);
    }

    @Test
    void findsEntriesOfAnotherOrganisation() {
        setLeaf(0, entries.getFirst().leaf().replace("000000000007", "000000000008"), false);

        assertThat(JournalSample.kinds(verdict(head))).contains(Kind.CHANGED);
    }
}
