package org.isonomia.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Stopwatch;
import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.isonomia.adapters.persistence.PersistenceAdapter;
import org.isonomia.application.document.CanonicalJson;
import org.isonomia.application.history.JournalDocuments;
import org.isonomia.application.history.JournalSample;
import org.isonomia.application.spi.testing.Ports;
import org.isonomia.postgres.testing.TestDatabase;
import org.isonomia.postgres.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal of a million entries on a real server, exported, and verified twice: by the command and by the independent script. */
class JournalCampaign {

    private static final int ENTRIES = Integer.getInteger("isonomia.campaign.entries", 1_000_000);
    private static final int AT_ONCE = 5_000;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Path SCRIPT = Path.of("..", "docs", "journal_verify.py");

    @TempDir
    private Path folder;

    @Test
    void isVerifiedInAMinute() throws Exception {
        Path file = folder.resolve("journal.jsonl");
        Path head = folder.resolve("head.json");
        try (TestDatabase database = TestServer.shared()
                        .freshDatabase(
                                "journal",
                                owner -> PersistenceAdapter.migrate(owner.url(), owner.user(), owner.password()));
                PersistenceAdapter persistence = PersistenceAdapter.open(PersistenceAdapter.Settings.of(
                        database.app().url(),
                        database.app().user(),
                        database.app().password()))) {
            export(persistence, file, head);
        }
        Duration byCommand = timed(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.isonomia.bootstrap.Main",
                "journal",
                "verify",
                file.toString(),
                "--head",
                head.toString()));
        Duration byScript = timed(List.of("python3", SCRIPT.toString(), file.toString(), head.toString()));
        System.out.println("verified: command " + byCommand.toMillis() + " ms, script " + byScript.toMillis() + " ms");
        assertThat(byCommand).isLessThan(LIMIT);
    }

    private static void export(PersistenceAdapter persistence, Path file, Path head) throws Exception {
        JournalSample sample = new JournalSample(new Ports(persistence.unitOfWork(), persistence.organisations()));
        Stopwatch watch = Stopwatch.createStarted();
        for (int first = 1; first <= ENTRIES; first += AT_ONCE) {
            sample.change(first, Math.min(ENTRIES, first + AT_ONCE - 1));
        }
        System.out.println(ENTRIES + " entries written in " + watch);
        watch.reset().start();
        try (BufferedWriter lines = Files.newBufferedWriter(file)) {
            sample.journal().export(JournalSample.AMP, entry -> {
                try {
                    lines.write(JournalDocuments.line(entry) + "\n");
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
        }
        System.out.println("exported in " + watch + ", " + Files.size(file) / 1_000_000 + " MB");
        Files.writeString(
                head,
                CanonicalJson.write(JournalDocuments.head(
                                sample.journal().sign(JournalSample.AMP), JournalSample.SIGNER.publicKey()))
                        + "\n");
    }

    /** How long a program takes that has to succeed. */
    private static Duration timed(List<String> command) throws Exception {
        Stopwatch watch = Stopwatch.createStarted();
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor()).as("%s", command).isZero();
        return watch.elapsed();
    }
}
