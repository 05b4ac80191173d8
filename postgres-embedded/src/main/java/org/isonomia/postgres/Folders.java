package org.isonomia.postgres;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** Creates private folders and removes whole ones. */
final class Folders {

    static final String PRIVATE = "rwx------";
    static final String TRAVERSABLE = "rwx--x--x";

    private Folders() {}

    /** Creates the folder with the given permissions, and its parents, unless it exists. */
    static Path create(Path folder, String permissions) {
        if (Files.isDirectory(folder)) {
            return folder;
        }
        try {
            if (folder.getParent() != null) {
                Files.createDirectories(folder.getParent());
            }
            Files.createDirectory(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
            return folder;
        } catch (IOException refused) {
            if (Files.isDirectory(folder)) {
                return folder;
            }
            throw new PostgresException("The folder " + folder + " cannot be created.", refused);
        }
    }

    /** Removes a folder with all it holds, without following links; does nothing when it does not exist. */
    static void delete(Path folder) {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                    if (failure instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE; // somebody else has removed it
                    }
                    throw failure;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e) throws IOException {
                    Files.deleteIfExists(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException refused) {
            throw new PostgresException("The folder " + folder + " cannot be removed.", refused);
        }
    }
}
