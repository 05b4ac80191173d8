package org.isonomia.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the server writes about itself into {@code postmaster.pid} while it runs.
 *
 * @param pid the server's process
 * @param ready whether it accepts connections
 */
record PostmasterFile(long pid, boolean ready) {

    private static final int STATUS_LINE = 7;

    /** The file in the given cluster; empty if there is none or it is not written yet. */
    static Optional<PostmasterFile> read(Path cluster) {
        try {
            List<String> lines = Files.readAllLines(path(cluster));
            if (lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,18}")) {
                return Optional.empty();
            }
            boolean ready =
                    lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
            return Optional.of(new PostmasterFile(Long.parseLong(lines.get(0).strip()), ready));
        } catch (IOException missing) {
            return Optional.empty();
        }
    }

    static Path path(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }
}
