package org.isonomia.postgres.testing;

import static java.util.Objects.requireNonNull;

import org.isonomia.postgres.DatabaseLogins;
import org.isonomia.postgres.Login;

/**
 * A database of its own for one test class. Close it to give the room back; at the end of the virtual machine it goes
 * anyway.
 *
 * @param server where it lives
 * @param name its name
 * @param logins the ways into it
 */
public record TestDatabase(TestServer server, String name, DatabaseLogins logins) implements AutoCloseable {

    /** Checks that nothing is missing. */
    public TestDatabase {
        requireNonNull(server);
        requireNonNull(name);
        requireNonNull(logins);
    }

    /** For migrations. */
    public Login owner() {
        return logins.owner();
    }

    /** For what the running product does. */
    public Login app() {
        return logins.app();
    }

    /** For what only reads. */
    public Login reader() {
        return logins.reader();
    }

    /** For what nobody should do: the server's superuser, whom no policy stops. */
    public Login superuser() {
        return server.superuser(name);
    }

    /** Removes the database, connections or not. */
    @Override
    public void close() {
        server.drop(name);
    }
}
