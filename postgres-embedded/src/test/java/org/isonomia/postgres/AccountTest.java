package org.isonomia.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountTest {

    private Path folder;

    @BeforeEach
    void createAFolderThatOtherAccountsReach() throws IOException {
        folder = Files.createTempDirectory("isonomia-account-");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    }

    @AfterEach
    void removeIt() {
        Folders.delete(folder);
    }

    private static void assumeRoot() {
        assumeTrue(Account.currentUser() == 0, "only root changes accounts");
    }

    private PostgresSettings settings() {
        return PostgresSettings.in(folder.resolve("data"))
                .withBinaries(folder.resolve("binaries"))
                .withDurability(Durability.RELAXED);
    }

    @Test
    void neverRunsTheServerAsRoot() {
        Account account = Account.ofThisProcess();

        assertThat(Commands.run(account.command(List.of("id", "-u"))).output()).isNotEqualTo("0");
    }

    @Test
    void withoutNamespacesRootRunsTheServerUnderAnUnprivilegedAccount() throws SQLException {
        assumeRoot();
        Account nobody = Account.dropped("nobody").orElseThrow();

        startAndStop(nobody);

        assertThat(Account.ownerOf(folder.resolve("data/cluster"))).isNotZero();
        assertThat(Account.ownerOf(folder.resolve("data/secrets"))).isZero();
    }

    @Test
    void aClusterChangesHandsWhenTheMeansChange() throws SQLException {
        assumeRoot();

        startAndStop(Account.dropped("nobody").orElseThrow());
        startAndStop(Account.ofThisProcess());
        startAndStop(Account.dropped("nobody").orElseThrow());
    }

    @Test
    void anOrphanUnderAnUnprivilegedAccountIsRecognised() throws SQLException {
        assumeRoot();
        Account nobody = Account.dropped("nobody").orElseThrow();
        Launch.Launched launched = new Launch(settings(), () -> false).run(nobody);
        launched.lock().close();

        startAndStop(nobody);

        assertThat(RunningProcess.hasEnded(launched.server().process().pid())).isTrue();
    }

    @Test
    void saysThatAPrivateFolderIsOutOfTheAccountsReach() throws IOException {
        assumeRoot();
        Account nobody = Account.dropped("nobody").orElseThrow();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));

        assertThatThrownBy(() -> new Launch(settings(), () -> false).run(nobody))
                .isInstanceOf(PostgresException.class)
                .hasMessageContaining("account nobody")
                .hasMessageContaining("cannot reach the folder");
    }

    @Test
    void anAccountThatDoesNotExistIsNoMeans() {
        assertThat(Account.dropped("no-such-account")).isEmpty();
    }

    private void startAndStop(Account account) throws SQLException {
        Launch.Launched launched = new Launch(settings(), () -> false).run(account);
        try {
            assertThat(Sql.value(launched.logins().app(), "select 1")).isEqualTo("1");
        } finally {
            new Shutdown(launched.server().process().toHandle()).run();
            launched.lock().close();
        }
    }
}
