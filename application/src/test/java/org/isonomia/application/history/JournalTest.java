package org.isonomia.application.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.ImmutableSet;
import org.isonomia.application.history.Journal.Consistency;
import org.isonomia.application.history.Journal.Inclusion;
import org.isonomia.application.spi.ForbiddenException;
import org.isonomia.application.spi.JournalRepository.Query;
import org.isonomia.application.spi.JournalRepository.SignedHead;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.domain.access.Role;
import org.isonomia.domain.access.Scope;
import org.isonomia.domain.journal.MerkleTree;
import org.isonomia.domain.kernel.Code;
import org.junit.jupiter.api.Test;

class JournalTest {

    private static final Code AMP = JournalSample.AMP;

    private final JournalSample sample = JournalSample.of(6);
    private final Journal journal = sample.journal();

    @Test
    void tellsTheHistoryOfOneThing() {
        sample.change(3, 3);

        assertThat(journal.page(AMP, Query.latest(10).about("action/pmlcd/1.3")).entries())
                .extracting(recorded -> recorded.entry().sequence())
                .containsExactly(7L, 3L);
        assertThat(journal.entry(AMP, 3))
                .isEqualTo(journal.page(AMP, Query.latest(10)).entries().get(4));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> journal.entry(AMP, 8));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> journal.page(Code.parse("none"), Query.latest(1)));
    }

    @Test
    void signsEachSizeOnce() {
        assertThat(journal.head(AMP)).isEmpty();
        SignedHead first = journal.sign(AMP);
        assertThat(journal.sign(AMP)).isEqualTo(first);
        assertThat(JournalSample.SIGNER.hasSigned(first)).isTrue();
        sample.change(1, 1);
        SignedHead second = journal.sign(AMP);
        assertThat(second.head().size()).isEqualTo(7);
        assertThat(sample.publicly().head(AMP)).contains(second);
    }

    @Test
    void provesToEverybody() {
        SignedHead head = journal.sign(AMP);
        sample.change(1, 3);
        SignedHead later = journal.sign(AMP);

        Inclusion inclusion = sample.publicly().inclusion(AMP, 4, 6);
        assertThat(MerkleTree.includes(inclusion.leaf(), 3, 6, head.head().root(), inclusion.proof()))
                .isTrue();
        Consistency consistency = sample.publicly().consistency(AMP, 6, 9);
        assertThat(MerkleTree.continues(6, head.head().root(), 9, later.head().root(), consistency.proof()))
                .isTrue();
    }

    @Test
    void provesNothingThatNeverWas() {
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> journal.inclusion(AMP, 0, 3));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> journal.inclusion(AMP, 4, 3));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> journal.inclusion(AMP, 4, 7));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> journal.consistency(AMP, 0, 3));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> journal.consistency(AMP, 3, 7));
    }

    @Test
    void showsEntriesToNobodyWithoutThePermission() {
        Journal publicly = sample.publicly();
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> publicly.page(AMP, Query.latest(1)));
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> publicly.entry(AMP, 1));
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> publicly.sign(AMP));
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> publicly.export(AMP, entry -> {}));
    }

    @Test
    void showsEntriesToNobodyWhoseReachIsAPartOfTheOrganisation() {
        Scope part = Scope.units(ImmutableSet.of(Code.parse("DGS")));
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> sample.by(Role.API_CLIENT, part).page(AMP, Query.latest(1)));
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> sample.by(Role.API_CLIENT, part).sign(AMP));
        assertThat(sample.by(Role.PLAN_LEAD, Scope.EVERYTHING)
                        .page(AMP, Query.latest(1))
                        .entries())
                .hasSize(1);
    }

    @Test
    void exportsMoreThanOneChunk() {
        sample.change(1, 2400);

        assertThat(sample.exported()).hasSize(2406);
    }
}
