package org.isonomia.adapters.persistence;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.isonomia.application.history.JournalSample;
import org.isonomia.application.history.JournalVerification;
import org.isonomia.application.history.Verdict;
import org.isonomia.application.spi.JournalRepository.SignedHead;
import org.isonomia.application.spi.testing.Ports;
import org.isonomia.postgres.testing.TestDatabase;
import org.isonomia.postgres.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever may do everything to the database cannot change the journal without its being found, given a head that was kept. */
class JournalTamperingTest {

    private final TestDatabase database = TestServer.shared().freshDatabase("isonomia", TestInstallation::migrate);
    private final PersistenceAdapter adapter = PersistenceAdapter.open(PersistenceAdapter.Settings.of(
            database.app().url(), database.app().user(), database.app().password()));
    private final JournalSample sample = new JournalSample(new Ports(adapter.unitOfWork(), adapter.organisations()));

    @AfterEach
    void close() {
        adapter.close();
        database.close();
    }

    private void asSuperuser(String sql) throws SQLException {
        try (Connection connection = database.superuser().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private ImmutableList<String> found(SignedHead head) {
        JournalVerification verification =
                new JournalVerification(ImmutableList.of(head), JournalSample.SIGNER::hasSigned);
        sample.journal().export(JournalSample.AMP, verification::accept);
        return verification.verdict().findings().stream()
                .map(finding -> finding.kind() + " " + finding.first())
                .collect(toImmutableList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CHANGED 3 | update journal_entry set use_case = 'import-plan' where sequence = 3",
                "CHANGED 3 | update journal_entry set time = time + interval '1 hour' where sequence = 3",
                "CHANGED 3 | update journal_entry set subject = 'action/pmlcd/9.9' where sequence = 3",
                "CHANGED 3 | update journal_payload set text = replace(text, 'Titre 3', 'Titre 4') where sequence = 3",
                "DELETED 3 | delete from journal_payload where sequence = 3; delete from journal_entry where sequence = 3",
                "TRUNCATED 8 | delete from journal_payload where sequence > 7; delete from journal_entry where sequence > 7",
                "SWAPPED 3,SWAPPED 5 | create temp table kept as select * from journal_entry where sequence in (3, 5);"
                        + " update journal_entry e set use_case = k.use_case, subject = k.subject, time = k.time,"
                        + " payload_digest = k.payload_digest, leaf_digest = k.leaf_digest from kept k"
                        + " where e.sequence in (3, 5) and k.sequence = 8 - e.sequence;"
                        + " create temp table said as select * from journal_payload where sequence in (3, 5);"
                        + " update journal_payload p set text = s.text, salt = s.salt from said s"
                        + " where p.sequence in (3, 5) and s.sequence = 8 - p.sequence",
                "'' | delete from journal_payload where sequence = 3"
            })
    void findsWhatSqlDoes(String expected, String sql) throws SQLException {
        sample.change(1, 9);
        SignedHead head = sample.journal().sign(JournalSample.AMP);
        assertThat(found(head)).isEmpty();

        asSuperuser(sql);
        assertThat(String.join(",", found(head))).isEqualTo(expected);
    }

    @Test
    void findsAJournalThatWasWrittenAnew() throws SQLException {
        sample.change(1, 9);
        SignedHead head = sample.journal().sign(JournalSample.AMP);
        asSuperuser("truncate journal_entry, journal_payload, journal_tree, journal_head");
        sample.change(1, 4);
        sample.change(6, 10);

        assertThat(found(head)).containsExactly(Verdict.Kind.REWRITTEN + " 1");
    }
}
