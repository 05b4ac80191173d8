package org.isonomia.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens when a process ends without closing its server. */
class RecoveryTest {

    @TempDir
    private Path temporary;

    private Path folder() {
        return temporary.resolve("data");
    }

    private Path cluster() {
        return folder().resolve("cluster");
    }

    private LocalPostgres start() {
        return LocalPostgres.start(PostgresSettings.in(folder()));
    }

    @Test
    void losesNoAcknowledgedCommitWhenTheVirtualMachineIsKilled() throws Exception {
        PreparedFolder.copyTo(folder());
        int acknowledged;
        try (ChildJvm child = ChildJvm.run(CommittingProgram.class, folder().toString())) {
            acknowledged = Integer.parseInt(child.killAndReadToTheEnd(child.readUntil("200")));
        }
        ProcessHandle orphan = ProcessHandle.of(
                        PostmasterFile.read(cluster()).orElseThrow().pid())
                .orElseThrow();
        assertThat(orphan.isAlive()).isTrue();

        try (LocalPostgres next = start()) {
            String rows = Sql.value(next.await().reader(), "select count(*) from committed where x <= " + acknowledged);

            assertThat(Integer.parseInt(rows)).isEqualTo(acknowledged).isGreaterThanOrEqualTo(200);
            assertThat(RunningProcess.hasEnded(orphan.pid())).isTrue();
        }
    }

    @Test
    void losesNoAcknowledgedCommitWhenTheServerIsKilledAsWell() throws Exception {
        PreparedFolder.copyTo(folder());
        int acknowledged;
        try (ChildJvm child = ChildJvm.run(CommittingProgram.class, folder().toString())) {
            String last = child.readUntil("200");
            long server = PostmasterFile.read(cluster()).orElseThrow().pid();
            acknowledged = Integer.parseInt(child.killAndReadToTheEnd(last));
            ProcessHandle.of(server).ifPresent(ProcessHandle::destroyForcibly);
        }

        try (LocalPostgres next = start()) {
            String rows = Sql.value(next.await().reader(), "select count(*) from committed where x <= " + acknowledged);

            assertThat(Integer.parseInt(rows)).isEqualTo(acknowledged);
        }
    }

    @Test
    void startsAfreshWhereTheVirtualMachineWasKilledWhileTheClusterWasCreated() throws Exception {
        try (ChildJvm child = ChildJvm.run(CommittingProgram.class, folder().toString())) {
            while (!isCreatingTheCluster()) {
                Thread.onSpinWait();
            }
            child.killAndReadToTheEnd("");
        }
        assertThat(cluster()).doesNotExist();

        try (LocalPostgres next = start()) {
            assertThat(Sql.value(next.await().app(), "select 1")).isEqualTo("1");
        }
    }

    private boolean isCreatingTheCluster() throws IOException {
        if (!Files.isDirectory(folder())) {
            return false;
        }
        try (Stream<Path> unfinished = Files.list(folder())) {
            return unfinished.anyMatch(path -> Files.exists(path.resolve("cluster/PG_VERSION")));
        }
    }

    @Test
    void refusesAFolderThatAnotherLivingProcessUses() throws Exception {
        PreparedFolder.copyTo(folder());
        try (ChildJvm child = ChildJvm.run(CommittingProgram.class, folder().toString())) {
            child.readUntil("1");
            try (LocalPostgres second = start()) {
                assertThatThrownBy(second::await)
                        .isInstanceOf(PostgresException.class)
                        .hasMessage("The data folder %s is in use by process %d: stop it first, or name another folder."
                                .formatted(folder(), child.pid()));
            }
            child.killAndReadToTheEnd(child.readUntil("2"));
        }
        try (LocalPostgres third = start()) {
            third.await();
        }
    }

    @Test
    void refusesAFolderThatThisProcessUsesAlreadyAndKeepsTheFirstServersLock() throws IOException {
        PreparedFolder.copyTo(folder());
        try (LocalPostgres first = start()) {
            first.await();
            try (LocalPostgres second = start()) {
                assertThatThrownBy(second::await)
                        .hasMessageContaining(
                                "in use by process " + ProcessHandle.current().pid());
            }
            try (ChildJvm child = ChildJvm.run(CommittingProgram.class, folder().toString())) {
                assertThatThrownBy(() -> child.readUntil("1")).hasMessageContaining("the child ended");
            }
        }
    }

    @Test
    void stopsTheServerWhenTheVirtualMachineEndsInOrderAndWasAskedTo() throws Exception {
        PreparedFolder.copyTo(folder());
        try (ChildJvm child = ChildJvm.run(EndingProgram.class, folder().toString())) {
            long server = Long.parseLong(child.readToTheEnd(""));

            assertThat(RunningProcess.hasEnded(server)).isTrue();
        }
        assertThat(PostmasterFile.path(cluster())).doesNotExist();
    }

    @Test
    void sparesAStrangerThatHasTheNumberOfAServerLongGone() throws Exception {
        PreparedFolder.copyTo(folder());
        Process stranger = new ProcessBuilder("cat").start();
        try {
            claimToBe(stranger.pid());
            assertStartsAndLeavesAlone(stranger.toHandle());
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void sparesTheServerOfAnotherCluster() throws Exception {
        PreparedFolder.copyTo(folder());
        try (LocalPostgres other = otherServer()) {
            other.await();
            long pid = PostmasterFile.read(temporary.resolve("other/cluster"))
                    .orElseThrow()
                    .pid();
            claimToBe(pid);
            assertStartsAndLeavesAlone(ProcessHandle.of(pid).orElseThrow());
        }
    }

    @Test
    void startsWhereTheNumberIsNowItsOwnProcess() throws Exception {
        PreparedFolder.copyTo(folder());
        claimToBe(ProcessHandle.current().pid());
        assertStartsAndLeavesAlone(ProcessHandle.current());
    }

    @Test
    void startsWhereTheNumberBelongsToNobody() throws Exception {
        PreparedFolder.copyTo(folder());
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        claimToBe(ended.pid());
        assertStartsAndLeavesAlone(ProcessHandle.current());
    }

    @Test
    void takesAnotherPortWhenTheFirstIsTakenInBetween() throws IOException, SQLException {
        try (LocalPostgres other = otherServer()) {
            int taken = Integer.parseInt(Sql.value(other.await().app(), "show port"));
            PreparedFolder.copyTo(folder());
            int free = ServerProcess.freePort();
            Account account = Account.ofThisProcess();
            Cluster cluster = new Cluster(cluster(), Binaries.unpacked(Optional.empty(), false), account);
            ServerLog log = new ServerLog(folder().resolve("server.log"));
            var ports = List.of(taken, free).iterator();

            ServerProcess server =
                    ServerProcess.start(cluster, log, PostgresSettings.in(folder()), ports::next, () -> false);
            try {
                assertThat(server.port()).isEqualTo(free);
            } finally {
                new Shutdown(server.process().toHandle()).run();
            }
        }
    }

    private LocalPostgres otherServer() {
        PreparedFolder.copyTo(temporary.resolve("other"));
        return LocalPostgres.start(PostgresSettings.in(temporary.resolve("other")));
    }

    private void claimToBe(long pid) throws IOException {
        Files.writeString(
                PostmasterFile.path(cluster()),
                pid + "\n" + cluster() + "\n1700000000\n54321\n\n127.0.0.1\n  0  0\nready   \n");
    }

    private void assertStartsAndLeavesAlone(ProcessHandle stranger) throws SQLException {
        try (LocalPostgres server = start()) {
            assertThat(Sql.value(server.await().app(), "select 1")).isEqualTo("1");
            assertThat(stranger.isAlive()).isTrue();
        }
        assertThat(stranger.isAlive()).isTrue();
    }
}
