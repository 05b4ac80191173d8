package org.isonomia.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.isonomia.application.plan.PlanExchange;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.postgres.LocalPostgres;
import org.isonomia.postgres.PostgresSettings;
import org.isonomia.postgres.RunningPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code kill -9} in the midst of an import leaves behind: everything or nothing. */
class KilledImportTest {

    /** Writing transactions of this role; the import's is the only one there can be. */
    private static final String WRITING =
            "select count(*) from pg_stat_activity where backend_xid is not null and pid <> pg_backend_pid()";

    @TempDir
    private Path folder;

    @Test
    void leavesEverythingOrNothing() throws Exception {
        killInTheMidstOfImporting("first");
        Optional<String> afterFirst = stored();
        assertThat(afterFirst).isIn(Optional.empty(), Optional.of(plan("first", ImportingProgram.ACTIONS)));

        bring(200, "second");
        killInTheMidstOfImporting("third");
        assertThat(stored().orElseThrow()).isIn(plan("second", 200), plan("third", ImportingProgram.ACTIONS));
    }

    private static String plan(String mark, int actions) {
        return MemoryInstallation.exported(GeneratedPlan.document(actions, mark));
    }

    private static PlanExchange.Command command(int actions, String mark) {
        return new PlanExchange.Command(GeneratedPlan.document(actions, mark), false, Optional.empty());
    }

    private void bring(int actions, String mark) {
        try (LocalPostgres postgres = LocalPostgres.start(PostgresSettings.in(data()))) {
            assertThat(ImportingProgram.exchange(postgres)
                            .importDocument(command(actions, mark))
                            .applied())
                    .isTrue();
        }
    }

    private Optional<String> stored() {
        try (LocalPostgres postgres = LocalPostgres.start(PostgresSettings.in(data()))) {
            return Optional.of(
                    GeneratedPlan.text(ImportingProgram.exchange(postgres).export(GeneratedPlan.KEY)));
        } catch (NotFoundException nothing) {
            return Optional.empty();
        }
    }

    private Path data() {
        return folder.resolve("data");
    }

    private void killInTheMidstOfImporting(String mark) throws Exception {
        Process program = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ImportingProgram.class.getName(),
                        data().toString(),
                        mark))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader output = program.inputReader()) {
            String line = output.readLine();
            while (line != null && !line.equals("importing")) {
                line = output.readLine();
            }
            assertThat(line).isEqualTo("importing");
            awaitWriting(output);
        } finally {
            program.destroyForcibly().waitFor();
        }
    }

    private void awaitWriting(BufferedReader output) throws Exception {
        try (Connection app = RunningPostgres.in(data()).orElseThrow().app().connect();
                Statement statement = app.createStatement()) {
            boolean writing = false;
            while (!writing && !output.ready()) {
                try (ResultSet row = statement.executeQuery(WRITING)) {
                    writing = row.next() && row.getInt(1) > 0;
                }
            }
        }
    }
}
