package org.isonomia.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;

/** All steps from a folder's name to a server with the product's database, one after the other. */
final class Launch {

    private static final String PROVISIONED = "provisioned";
    private static final String MAINTENANCE = "postgres";

    private final PostgresSettings settings;
    private final BooleanSupplier cancelled;

    /** @param cancelled says whether the start has become useless */
    Launch(PostgresSettings settings, BooleanSupplier cancelled) {
        this.settings = settings;
        this.cancelled = cancelled;
    }

    /**
     * What is there when all went well.
     *
     * @param lock keeps the folder for this process
     * @param server the running server
     * @param superuser the way into the maintenance database
     * @param logins the ways into the product's database
     */
    record Launched(FolderLock lock, ServerProcess server, Login superuser, DatabaseLogins logins) {}

    /**
     * Runs the steps. When one fails, nothing is left running and the folder is free again.
     *
     * @throws PostgresException if one fails
     */
    Launched run() {
        return run(Account.ofThisProcess());
    }

    /** Runs the steps with the server under the given account. */
    Launched run(Account account) {
        Folders.create(settings.folder(), account.isForeign() ? Folders.TRAVERSABLE : Folders.PRIVATE);
        FolderLock lock = FolderLock.acquire(settings.folder());
        try {
            return run(account, lock);
        } catch (RuntimeException | Error failure) {
            lock.close();
            throw failure;
        }
    }

    private Launched run(Account account, FolderLock lock) {
        Binaries binaries = Binaries.unpacked(settings.binaries(), account.isForeign());
        Cluster cluster = new Cluster(settings.folder().resolve("cluster"), binaries, account);
        Secrets secrets = new Secrets(settings.folder().resolve("secrets"));
        Orphan.clear(cluster.path(), account);
        cluster.createIfMissing(secrets.password(Cluster.SUPERUSER), settings.durability());
        ServerLog log = new ServerLog(settings.folder().resolve("server.log"));
        ServerProcess server = ServerProcess.start(cluster, log, settings, ServerProcess::freePort, cancelled);
        try {
            Login superuser =
                    Login.onLoopback(server.port(), MAINTENANCE, Cluster.SUPERUSER, secrets.read(Cluster.SUPERUSER));
            return new Launched(lock, server, superuser, provision(server.port(), superuser, secrets));
        } catch (RuntimeException | Error failure) {
            new Shutdown(server.process().toHandle()).run();
            throw failure;
        }
    }

    /** Does nothing when an earlier start has run the same statements to their end. */
    private static DatabaseLogins provision(int port, Login superuser, Secrets secrets) {
        DatabaseLogins logins = new DatabaseLogins(
                login(port, DatabaseRole.OWNER, secrets),
                login(port, DatabaseRole.APP, secrets),
                login(port, DatabaseRole.READER, secrets));
        String wanted = Provisioning.fingerprint(secrets);
        if (secrets.exists(PROVISIONED) && secrets.read(PROVISIONED).equals(wanted)) {
            return logins;
        }
        try (Connection administrator = superuser.connect()) {
            Provisioning.createRoles(administrator, role -> secrets.read(role.fileName()));
            Provisioning.createDatabase(administrator, Provisioning.DATABASE);
            try (Connection owner = logins.owner().connect()) {
                Provisioning.grantPrivileges(owner);
            }
        } catch (SQLException refused) {
            throw new PostgresException(
                    "The roles and the database cannot be created: " + refused.getMessage(), refused);
        }
        secrets.write(PROVISIONED, wanted);
        return logins;
    }

    private static Login login(int port, DatabaseRole role, Secrets secrets) {
        return Login.onLoopback(port, Provisioning.DATABASE, role.roleName(), secrets.password(role.fileName()));
    }
}
