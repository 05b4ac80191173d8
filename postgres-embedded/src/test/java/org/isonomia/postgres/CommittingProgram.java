package org.isonomia.postgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;

/**
 * Starts a server, commits one row after the other and writes the number of each to standard output once it is
 * acknowledged, until it is killed.
 */
final class CommittingProgram {

    private CommittingProgram() {}

    public static void main(String[] arguments) throws Exception {
        LocalPostgres postgres = LocalPostgres.start(PostgresSettings.in(Path.of(arguments[0])));
        try (Connection owner = postgres.await().owner().connect();
                Statement statement = owner.createStatement()) {
            statement.execute("create table if not exists committed (x int primary key)");
        }
        try (Connection app = postgres.await().app().connect();
                Statement statement = app.createStatement()) {
            for (int x = 1; ; x++) {
                statement.execute("insert into committed values (" + x + ")");
                System.out.println(x);
            }
        }
    }
}
