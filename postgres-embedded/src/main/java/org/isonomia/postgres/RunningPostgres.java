package org.isonomia.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The server that another process of the product has started on a data folder. Whoever may read the folder's passwords may
 * connect to it, so a command can work beside a running product.
 */
public final class RunningPostgres {

    private static final int PORT_LINE = 3;

    private RunningPostgres() {}

    /**
     * How to connect to the server that runs on a folder.
     *
     * @param folder the data folder, as given to {@link PostgresSettings#in}
     * @return the logins; empty if no process of the product uses the folder, or its server is not ready
     * @throws PostgresException if the folder's passwords cannot be read
     */
    public static Optional<DatabaseLogins> in(Path folder) {
        Path cluster = folder.resolve("cluster");
        if (!Files.isDirectory(cluster) || isFree(folder)) {
            return Optional.empty();
        }
        return PostmasterFile.read(cluster)
                .filter(PostmasterFile::ready)
                .flatMap(file -> port(cluster))
                .map(port -> logins(folder, port));
    }

    private static boolean isFree(Path folder) {
        try {
            FolderLock.acquire(folder).close();
            return true;
        } catch (PostgresException inUse) {
            return false;
        }
    }

    private static Optional<Integer> port(Path cluster) {
        try {
            List<String> lines = Files.readAllLines(PostmasterFile.path(cluster));
            return lines.size() > PORT_LINE
                    ? Optional.of(Integer.parseInt(lines.get(PORT_LINE).strip()))
                    : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static DatabaseLogins logins(Path folder, int port) {
        Secrets secrets = new Secrets(folder.resolve("secrets"));
        return new DatabaseLogins(
                login(secrets, port, DatabaseRole.OWNER),
                login(secrets, port, DatabaseRole.APP),
                login(secrets, port, DatabaseRole.READER));
    }

    private static Login login(Secrets secrets, int port, DatabaseRole role) {
        return Login.onLoopback(port, Provisioning.DATABASE, role.roleName(), secrets.read(role.fileName()));
    }
}
