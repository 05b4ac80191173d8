package org.isonomia.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server for data that is thrown away: tests and code generation. It lives in a folder of its own for temporary
 * files, gives up {@linkplain Durability#RELAXED durability}, and is stopped and removed with all its data when it is
 * closed or when the virtual machine ends. What a virtual machine that was killed has left behind is removed by the
 * next one.
 */
public final class TemporaryPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TemporaryPostgres.class);

    private final LocalPostgres server;

    private TemporaryPostgres(LocalPostgres server) {
        this.server = server;
    }

    /**
     * Begins to start a server and returns at once.
     *
     * @throws PostgresException if there is no room for temporary files
     */
    public static TemporaryPostgres start() {
        int user = Account.currentUser();
        Path parent = Path.of(System.getProperty("java.io.tmpdir", "/tmp"), "isonomia-temporary-" + user);
        Folders.create(parent, Folders.TRAVERSABLE);
        removeAbandoned(parent, user);
        PostgresSettings settings = PostgresSettings.in(newFolder(parent))
                .withDurability(Durability.RELAXED)
                .withParameter("shared_buffers", "64MB");
        TemporaryPostgres temporary = new TemporaryPostgres(LocalPostgres.start(settings));
        Runtime.getRuntime().addShutdownHook(new Thread(temporary::close, "postgres-remove"));
        return temporary;
    }

    private static Path newFolder(Path parent) {
        try {
            Path folder = Files.createTempDirectory(parent, "server-");
            return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(Folders.TRAVERSABLE));
        } catch (IOException refused) {
            throw new PostgresException("The folder " + parent + " for temporary databases cannot be used.", refused);
        }
    }

    private static void removeAbandoned(Path parent, int user) {
        if (Account.ownerOf(parent) != user) {
            throw new PostgresException("The folder " + parent + " for temporary databases belongs to another user.");
        }
        for (Path folder : foldersIn(parent)) {
            if (isAbandoned(folder)) {
                try {
                    remove(folder);
                } catch (PostgresException busy) {
                    LOG.debug("Leaving {} alone: {}", folder, busy.getMessage());
                }
            }
        }
    }

    private static void remove(Path folder) {
        FolderLock lock = FolderLock.acquire(folder);
        try {
            Orphan.clear(folder.resolve("cluster"), Account.ofThisProcess());
            Folders.delete(folder);
        } finally {
            lock.close();
        }
    }

    private static List<Path> foldersIn(Path parent) {
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** A folder whose lock file names a process that has ended; one without a name may be about to be locked. */
    private static boolean isAbandoned(Path folder) {
        try {
            String pid = Files.readString(folder.resolve("lock")).strip();
            return !pid.isEmpty() && ProcessHandle.of(Long.parseLong(pid)).isEmpty();
        } catch (IOException | NumberFormatException unknown) {
            return false;
        }
    }

    /** The server itself. */
    public LocalPostgres server() {
        return server;
    }

    /** Stops the server and removes its folder; a second call does nothing. */
    @Override
    public void close() {
        server.close();
        Folders.delete(server.folder());
    }
}
