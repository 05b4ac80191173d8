package org.isonomia.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a process that was killed leaves behind: a server that goes on running, or a file that names a process which has
 * ended and whose number may by now belong to somebody else. Called by the holder of the folder's lock only.
 */
final class Orphan {

    private static final Logger LOG = LoggerFactory.getLogger(Orphan.class);

    private Orphan() {}

    /**
     * Stops the server that still runs on this cluster, if there is one. Never touches a process that is not it.
     *
     * @throws PostgresException if the server does not stop, or if it cannot be told whether a process is it
     */
    static void clear(Path cluster, Account account) {
        Optional<PostmasterFile> file = PostmasterFile.read(cluster);
        if (file.isEmpty()) {
            return;
        }
        long pid = file.get().pid();
        Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            return; // the server itself recognises and replaces the file of a process that has ended
        }
        if (isServerOf(pid, cluster, account)) {
            LOG.warn("Stopping the PostgreSQL server {} that an earlier process left behind in {}", pid, cluster);
            new Shutdown(process.get()).run();
        } else {
            stopSurvivors(cluster, account);
            LOG.info(
                    "Removing {}, which names process {}, no server of this cluster",
                    PostmasterFile.path(cluster),
                    pid);
            remove(PostmasterFile.path(cluster));
        }
    }

    /**
     * Ends what is left of a server whose first process was killed. The server looks for such survivors itself, but
     * cannot any more once its file is removed.
     */
    private static void stopSurvivors(Path cluster, Account account) {
        ProcessHandle.allProcesses()
                .filter(process -> survives(process, cluster, account))
                .forEach(process -> new Shutdown(process).runImmediately());
    }

    private static boolean survives(ProcessHandle process, Path cluster, Account account) {
        try {
            return isServerOf(process.pid(), cluster, account);
        } catch (PostgresException unreadable) {
            LOG.debug("Taking process {} for a stranger: {}", process.pid(), unreadable.getMessage());
            return false;
        }
    }

    /**
     * A server runs as the owner of its cluster, which is its working directory, and its program is called postgres. A
     * process that has ended and is only waiting for its parent to take notice is no server.
     */
    private static boolean isServerOf(long pid, Path cluster, Account account) {
        Path process = RunningProcess.directory(pid);
        try {
            if (!hasOwnerOf(process, cluster) || RunningProcess.hasEnded(pid)) {
                return false;
            }
            Path directory = link(process.resolve("cwd"), account);
            Path program = link(process.resolve("exe"), account);
            return directory.equals(cluster.toRealPath())
                    && program.getFileName().toString().startsWith("postgres");
        } catch (NoSuchFileException ended) {
            return false;
        } catch (IOException unreadable) {
            throw new PostgresException(
                    "It cannot be told whether process " + pid + " is a PostgreSQL server that runs on " + cluster
                            + ": if it is not, remove " + PostmasterFile.path(cluster) + ".",
                    unreadable);
        }
    }

    private static boolean hasOwnerOf(Path process, Path cluster) throws IOException {
        return Files.getAttribute(process, "unix:uid").equals(Account.ownerOf(cluster));
    }

    private static Path link(Path link, Account account) throws IOException {
        if (!account.isForeign()) {
            return Files.readSymbolicLink(link);
        }
        Commands.Outcome outcome = Commands.run(account.command(List.of("readlink", link.toString())));
        if (!outcome.succeeded()) {
            throw new IOException("readlink " + link + ": " + outcome.output());
        }
        return Path.of(outcome.output());
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException refused) {
            throw new PostgresException("The file " + file + " cannot be removed.", refused);
        }
    }
}
