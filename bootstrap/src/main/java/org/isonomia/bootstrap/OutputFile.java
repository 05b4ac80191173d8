package org.isonomia.bootstrap;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file beside its place and moves it there whole, so that nobody finds half of it; names only the file meant. */
final class OutputFile {

    private OutputFile() {}

    /** Writes a file at a path, which is there already. */
    interface Writing<T> {
        T write(Path unfinished) throws IOException;
    }

    /**
     * Refuses a place where nothing can be written.
     *
     * @param force whether a file that is there already may be replaced
     * @throws FileSystemException if a file is there already, or no folder to hold it
     */
    static void check(Path output, boolean force) throws FileSystemException {
        if (Files.isDirectory(output)) {
            throw new FileSystemException(output.toString(), null, "is a folder");
        }
        if (!force && Files.exists(output)) {
            throw new FileAlreadyExistsException(
                    output.toString(), null, "is there already, perhaps filled in; --force replaces it");
        }
        if (!Files.isDirectory(output.toAbsolutePath().resolveSibling("."))) {
            throw new NoSuchFileException(output.toString(), null, "there is no such folder");
        }
    }

    /** Who can read a file that is written. */
    enum Readers {
        /** Only its owner, whatever is usual. */
        OWNER,
        /** Whoever can read what the user writes: the umask says it. */
        AS_USUAL
    }

    /** Writes the file. */
    static <T> T write(Path output, boolean force, Readers readers, Writing<T> writing) throws IOException {
        check(output, force);
        Path target = output.toAbsolutePath();
        Path unfinished;
        try {
            unfinished = unfinished(target, readers);
        } catch (FileSystemException refused) {
            throw new FileSystemException(output.toString(), null, "its folder does not let files be made");
        }
        try {
            T result = writing.write(unfinished);
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            return result;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static Path unfinished(Path target, Readers readers) throws IOException {
        if (readers == Readers.OWNER) {
            return Files.createTempFile(target.resolveSibling("."), "." + target.getFileName(), ".part");
        }
        return Files.createFile(target.resolveSibling(
                "." + target.getFileName() + "-" + ProcessHandle.current().pid() + ".part"));
    }
}
