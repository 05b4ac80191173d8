package org.isonomia.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigUtil;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.isonomia.postgres.testing.TestDatabase;
import org.isonomia.postgres.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What commands do with a database server of the operator's own. */
class OwnServerCommandsTest {

    @TempDir
    Path folder;

    private TestDatabase database;
    private Path configuration;

    @BeforeEach
    void configure() throws IOException {
        database = TestServer.shared().freshDatabase("commands", owner -> {});
        String settings = """
                isonomia.data.folder = %s
                isonomia.database {
                  url = %s
                  owner-user = %s
                  owner-password = %s
                  app-user = %s
                  app-password = %s
                }
                """.formatted(List.of(
                        folder.resolve("data").toString(),
                        database.app().url(),
                        database.owner().user(),
                        database.owner().password(),
                        database.app().user(),
                        database.app().password())
                .stream()
                .map(ConfigUtil::quoteString)
                .toArray());
        configuration = Files.writeString(folder.resolve("isonomia.conf"), settings);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private record Told(int code, String text) {}

    private Told run(String... arguments) {
        StringWriter text = new StringWriter();
        CommandLine command = Main.commandLine();
        command.setOut(new PrintWriter(text)).setErr(new PrintWriter(text));
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--config", configuration.toString()));
        return new Told(command.execute(all.toArray(String[]::new)), text.toString());
    }

    private Path plan() throws IOException {
        Path file = folder.resolve("plan.yaml");
        try (InputStream plan = OwnServerCommandsTest.class.getResourceAsStream("/demo/plan.yaml")) {
            Files.copy(plan, file);
        }
        return file;
    }

    @Test
    void doctorLeavesTheSchemaAsItIs() throws Exception {
        Told before = run("doctor");

        assertThat(before.code()).as(before.text()).isEqualTo(1);
        assertThat(before.text()).contains("migrations are to be made");
        assertThat(tables()).isZero();

        assertThat(run("plan", "import", plan().toString()).code()).isZero();
        Told after = run("doctor");
        assertThat(after.code()).as(after.text()).isZero();
        assertThat(after.text()).contains("schema up to date");
    }

    @Test
    void anExportedJournalIsReplacedOnlyIfForcedAndForItsOwnerOnly() throws Exception {
        assertThat(run("plan", "import", plan().toString()).code()).isZero();
        Path journal = Files.writeString(folder.resolve("journal.jsonl"), "kept\n");
        Told refused = run("journal", "export", "amp", "-o", journal.toString());

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.text()).contains("is there already", "--force");
        assertThat(journal).hasContent("kept");

        Told forced = run("journal", "export", "amp", "--force", "-o", journal.toString());
        assertThat(forced.code()).as(forced.text()).isZero();
        assertThat(Files.readString(journal)).startsWith("{").doesNotContain("kept");
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(journal)))
                    .isEqualTo("rw-------");
        }
    }

    private int tables() throws SQLException {
        try (Connection connection = database.owner().connect();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery(
                        "select count(*) from information_schema.tables where table_schema = 'public'")) {
            count.next();
            return count.getInt(1);
        }
    }
}
