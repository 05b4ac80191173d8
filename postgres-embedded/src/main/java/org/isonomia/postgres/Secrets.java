package org.isonomia.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;

/** Generated passwords, one per file, readable by the owner of this process alone. */
final class Secrets {

    private static final int BYTES = 32;

    private final Path folder;

    Secrets(Path folder) {
        this.folder = Folders.create(folder, Folders.PRIVATE);
    }

    /** The password kept under this name; 256 random bits when there was none. */
    String password(String name) {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            write(name, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        }
        return read(name);
    }

    boolean exists(String name) {
        return Files.exists(folder.resolve(name));
    }

    String read(String name) {
        try {
            return Files.readString(folder.resolve(name)).strip();
        } catch (IOException unreadable) {
            throw new PostgresException("The file " + folder.resolve(name) + " cannot be read.", unreadable);
        }
    }

    /** Writes a file in one step: a crash leaves the old one or the new one. */
    void write(String name, String content) {
        Path unfinished = folder.resolve(name + ".new");
        try {
            Files.deleteIfExists(unfinished);
            Files.createFile(
                    unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (var channel =
                    Files.newByteChannel(unfinished, EnumSet.of(StandardOpenOption.WRITE, StandardOpenOption.SYNC))) {
                channel.write(ByteBuffer.wrap((content + "\n").getBytes(StandardCharsets.US_ASCII)));
            }
            Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException refused) {
            throw new PostgresException("The file " + folder.resolve(name) + " cannot be written.", refused);
        }
    }
}
