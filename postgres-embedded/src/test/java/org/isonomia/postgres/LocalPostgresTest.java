package org.isonomia.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPostgresTest {

    @TempDir
    private static Path temporary;

    /** One server with the settings of production, for the tests that only look at it. */
    private static LocalPostgres postgres;

    @BeforeAll
    static void start() {
        postgres = LocalPostgres.start(PostgresSettings.in(temporary.resolve("shared")));
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Nested
    class Settings {

        @ParameterizedTest
        @CsvSource({
            "fsync, on",
            "synchronous_commit, on",
            "full_page_writes, on",
            "data_checksums, on",
            "listen_addresses, 127.0.0.1",
            "unix_socket_directories, ''",
            "password_encryption, scram-sha-256",
            "jit, off",
            "max_connections, 100",
            "shared_buffers, 256MB",
            "log_timezone, UTC",
            "lc_messages, C",
            "server_encoding, UTF8",
            "server_version, " + Binaries.VERSION
        })
        void areThoseOfAServerOneCanRelyOn(String parameter, String value) throws SQLException {
            assertThat(Sql.value(postgres.superuser(), "show " + parameter)).isEqualTo(value);
        }

        @Test
        void cannotBeWeakenedByParametersOfTheCaller() throws SQLException {
            PostgresSettings careless = PostgresSettings.in(temporary.resolve("careless"))
                    .withParameter("fsync", "off")
                    .withParameter("listen_addresses", "*")
                    .withParameter("shared_buffers", "32MB");
            try (LocalPostgres server = LocalPostgres.start(careless)) {
                Login app = server.await().app();

                assertThat(Sql.value(app, "show fsync")).isEqualTo("on");
                assertThat(Sql.value(app, "show listen_addresses")).isEqualTo("127.0.0.1");
                assertThat(Sql.value(app, "show shared_buffers")).isEqualTo("32MB");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"FSYNC", "a b", "", "x;y"})
        void refuseWhatIsNoParameter(String name) {
            PostgresSettings settings = PostgresSettings.in(temporary.resolve("none"));

            assertThatThrownBy(() -> settings.withParameter(name, "on")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class Language {

        @Test
        void caseFollowsUnicode() throws SQLException {
            assertThat(Sql.value(postgres.await().app(), "select lower('ÉGALITÉ ŒUVRE')"))
                    .isEqualTo("égalité œuvre");
        }

        @Test
        void frenchOrderComesFromItsCollation() throws SQLException {
            String sorted = Sql.value(
                    postgres.await().app(),
                    "select string_agg(w, ' ' order by w collate \"fr-x-icu\")"
                            + " from unnest(array['zone', 'école', 'Eau', 'œuvre', 'objet', 'ecole']) w");

            assertThat(sorted).isEqualTo("Eau ecole école objet œuvre zone");
        }

        @Test
        void fullTextSearchDoesNotTakeFrenchPunctuationForLetters() throws SQLException {
            String matches = Sql.value(
                    postgres.await().app(),
                    "select to_tsvector('french', 'l’égalité « réelle »') @@ to_tsquery('french', 'égalité & réel')");

            assertThat(matches).isEqualTo("t");
        }
    }

    @Nested
    class Access {

        @ParameterizedTest
        @ValueSource(strings = {"postgres", "isonomia_owner", "isonomia_app", "isonomia_reader", "root"})
        void isRefusedWithoutTheRightPassword(String user) {
            Login wrong = new Login(postgres.await().app().url(), user, "guess");

            assertThatThrownBy(wrong::connect).hasMessageContaining("password authentication failed");
        }

        @Test
        void isGivenByScramAlone() throws SQLException {
            String others = Sql.value(
                    postgres.superuser(),
                    "select count(*) from pg_hba_file_rules where auth_method is distinct from 'scram-sha-256'");

            assertThat(others).isEqualTo("0");
        }

        @ParameterizedTest
        @ValueSource(strings = {"postgres", "owner", "app", "reader"})
        void needsAPasswordOf256BitsThatOnlyTheUserCanRead(String file) throws IOException {
            postgres.await();
            Path path = postgres.folder().resolve("secrets").resolve(file);

            assertThat(Files.readString(path).strip()).matches("[A-Za-z0-9_-]{43}");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rw-------");
        }

        @Test
        void isNotGivenAwayByTheLog() throws IOException {
            postgres.await();

            String log = Files.readString(postgres.folder().resolve("server.log"));
            assertThat(log).contains("ready to accept connections");
            assertThat(log).doesNotContain(postgres.await().owner().password());
        }

        @Test
        void isNotGivenAwayByTheLoginsText() {
            assertThat(postgres.await().toString())
                    .doesNotContain(postgres.await().app().password());
        }
    }

    @Nested
    class Lifecycle {

        @TempDir
        private Path folder;

        @BeforeEach
        void beginWithADataFolderThatExists() {
            PreparedFolder.copyTo(folder.resolve("data"));
        }

        private PostgresSettings settings() {
            return PostgresSettings.in(folder.resolve("data")).withDurability(Durability.RELAXED);
        }

        @Test
        void keepsEverythingAcrossARestart() throws SQLException {
            try (LocalPostgres first = LocalPostgres.start(settings())) {
                Sql.execute(first.await().owner(), "create table kept (x text); insert into kept values ('é')");
            }
            try (LocalPostgres second = LocalPostgres.start(settings())) {
                assertThat(Sql.value(second.await().reader(), "select x from kept"))
                        .isEqualTo("é");
            }
        }

        @Test
        void reportsAFailureThroughTheFutureAndNotAtTheCall() throws IOException {
            Path file = Files.createFile(folder.resolve("file"));
            try (LocalPostgres server = LocalPostgres.start(PostgresSettings.in(file.resolve("below")))) {
                assertThatThrownBy(() -> server.ready().get())
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(PostgresException.class);
                assertThatThrownBy(server::await)
                        .isInstanceOf(PostgresException.class)
                        .hasMessageContaining("cannot be created");
            }
        }

        @Test
        void isNotStoppedByCancellingTheFuture() throws SQLException {
            try (LocalPostgres server = LocalPostgres.start(settings())) {
                server.ready().cancel(true);

                assertThat(Sql.value(server.await().app(), "select 1")).isEqualTo("1");
            }
        }

        @Test
        void closesTwiceAndFromSeveralThreadsAtOnce() {
            LocalPostgres server = LocalPostgres.start(settings());
            Login app = server.await().app();

            CompletableFuture<Void> one = CompletableFuture.runAsync(server::close);
            CompletableFuture<Void> other = CompletableFuture.runAsync(server::close);
            CompletableFuture.allOf(one, other).join();
            server.close();

            assertThatThrownBy(app::connect).isInstanceOf(SQLException.class);
        }

        @Test
        void returnsAtOnceAndClosesWhileItIsStartingAndLeavesAUsableFolder() throws SQLException {
            PostgresSettings settings =
                    PostgresSettings.in(folder.resolve("new")).withDurability(Durability.RELAXED);
            LocalPostgres first = LocalPostgres.start(settings);
            boolean readyAtOnce = first.ready().isDone();
            first.close();

            assertThat(readyAtOnce).isFalse();
            try (LocalPostgres second = LocalPostgres.start(settings)) {
                assertThat(Sql.value(second.await().app(), "select 1")).isEqualTo("1");
            }
        }

        @Test
        void stopsThoughAConnectionIsOpenAndLosesOnlyWhatWasNotCommitted() throws SQLException {
            try (LocalPostgres server = LocalPostgres.start(settings())) {
                Sql.execute(server.await().owner(), "create table t (x int); insert into t values (1)");
                Connection open = server.await().app().connect();
                open.setAutoCommit(false);
                open.createStatement().execute("insert into t values (2)");
            }
            try (LocalPostgres server = LocalPostgres.start(settings())) {
                assertThat(Sql.value(server.await().app(), "select count(*) from t"))
                        .isEqualTo("1");
            }
        }

        @Test
        void givesTheRolesNewPasswordsWhenTheirFilesAreLost() throws IOException, SQLException {
            String before;
            try (LocalPostgres server = LocalPostgres.start(settings())) {
                before = server.await().app().password();
            }
            Files.delete(folder.resolve("data/secrets/app"));
            try (LocalPostgres server = LocalPostgres.start(settings())) {
                assertThat(server.await().app().password()).isNotEqualTo(before);
                assertThat(Sql.value(server.await().app(), "select 1")).isEqualTo("1");
            }
        }

        @Test
        void refusesAClusterOfAnotherMajorVersion() throws IOException {
            Files.writeString(folder.resolve("data/cluster/PG_VERSION"), "17\n");
            try (LocalPostgres server = LocalPostgres.start(settings())) {
                assertThatThrownBy(server::await)
                        .isInstanceOf(PostgresException.class)
                        .hasMessageContaining("was made by PostgreSQL 17");
            }
        }

        @Test
        void startsAfreshWhereAnEarlierProcessWasCutOffWhileCreatingTheCluster() throws IOException {
            Path remains = folder.resolve("new/unfinished-1/cluster");
            Files.createDirectories(remains);
            Files.writeString(remains.resolve("PG_VERSION"), "18\n");
            PostgresSettings settings =
                    PostgresSettings.in(folder.resolve("new")).withDurability(Durability.RELAXED);
            try (LocalPostgres server = LocalPostgres.start(settings)) {
                server.await();

                assertThat(folder.resolve("new/unfinished-1")).doesNotExist();
            }
        }

        @Test
        void runsInASessionOfItsOwnSoThatCtrlCReachesOnlyTheProgram() throws IOException {
            try (LocalPostgres server = LocalPostgres.start(settings())) {
                server.await();
                long pid = PostmasterFile.read(folder.resolve("data/cluster"))
                        .orElseThrow()
                        .pid();
                String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
                List<String> fields =
                        List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));

                assertThat(fields.get(3)).isEqualTo(Long.toString(pid));
            }
        }

        @Test
        void saysWhyTheServerDoesNotStart() {
            PostgresSettings broken = settings().withParameter("shared_buffers", "nonsense");
            try (LocalPostgres server = LocalPostgres.start(broken)) {
                assertThatThrownBy(server::await)
                        .isInstanceOf(PostgresException.class)
                        .hasMessageContaining("invalid value for parameter \"shared_buffers\"")
                        .hasMessageContaining("server.log");
            }
            try (LocalPostgres server = LocalPostgres.start(settings())) {
                server.await();
            }
        }
    }
}
