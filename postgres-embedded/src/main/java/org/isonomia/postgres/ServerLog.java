package org.isonomia.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** The file into which the server writes its messages. The one before is kept as {@code server.log.1}. */
record ServerLog(Path path) {

    private static final long LARGE = 16L << 20;

    /** Makes sure that the file exists, is private and not large, and returns its length. */
    long prepare() {
        try {
            if (Files.exists(path) && Files.size(path) > LARGE) {
                Files.move(path, path.resolveSibling("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
            if (!Files.exists(path)) {
                Files.createFile(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            return Files.size(path);
        } catch (IOException refused) {
            throw new PostgresException("The log file " + path + " cannot be written.", refused);
        }
    }

    /** What was written after the given length. */
    String since(long length) {
        try (var channel = Files.newByteChannel(path)) {
            channel.position(length);
            var rest = ByteBuffer.allocate((int) Math.min(1 << 16, Math.max(0, channel.size() - length)));
            int read = channel.read(rest);
            while (read > 0) {
                read = channel.read(rest);
            }
            return new String(rest.array(), 0, rest.position(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
    }

    /** The reason for a failed start in one line: the first fatal message written after the given length. */
    String reasonSince(long length) {
        List<String> lines = since(length).lines().toList();
        return lines.stream()
                .filter(line -> line.contains("FATAL: ") || line.contains("PANIC: "))
                .findFirst()
                .or(() -> lines.stream().reduce((first, second) -> second))
                .orElse("it ended without a message");
    }
}
