package org.isonomia.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The exclusive use of a data folder. The operating system gives the lock back when the process ends, however it ends.
 *
 * <p>The folders locked by this process are remembered here as well: a second channel on the same lock file would give
 * up the first one's lock when it is closed.
 */
final class FolderLock implements AutoCloseable {

    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Takes the lock of an existing folder.
     *
     * @throws PostgresException if a living process, this one included, holds it
     */
    static FolderLock acquire(Path folder) {
        Path real = real(folder);
        if (!HELD.add(real)) {
            throw inUse(folder, Long.toString(ProcessHandle.current().pid()));
        }
        @Nullable FolderLock lock = null;
        try {
            lock = lock(real);
            return lock;
        } finally {
            if (lock == null) {
                HELD.remove(real);
            }
        }
    }

    private static FolderLock lock(Path real) {
        Path file = real.resolve("lock");
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            @Nullable FileLock taken = channel.tryLock();
            if (taken == null) {
                channel.close();
                throw inUse(real, Files.readString(file).strip());
            }
            String pid = ProcessHandle.current().pid() + "\n";
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
            return new FolderLock(real, channel);
        } catch (IOException refused) {
            throw new PostgresException("The folder " + real + " cannot be locked for exclusive use.", refused);
        }
    }

    private static PostgresException inUse(Path folder, String pid) {
        String process = pid.isEmpty() ? "another process" : "process " + pid;
        return new PostgresException(
                "The data folder " + folder + " is in use by " + process + ": stop it first, or name another folder.");
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException missing) {
            throw new PostgresException("The folder " + folder + " does not exist or cannot be read.", missing);
        }
    }

    /** Gives the folder back; a second call does nothing. */
    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try {
            channel.close();
        } catch (IOException broken) {
            throw new PostgresException("The lock on " + folder + " cannot be given back.", broken);
        } finally {
            HELD.remove(folder);
        }
    }
}
