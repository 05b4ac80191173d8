package org.isonomia.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.isonomia.adapters.persistence.PersistenceAdapter;
import org.isonomia.postgres.DatabaseLogins;
import org.isonomia.postgres.LocalPostgres;
import org.isonomia.postgres.Login;
import org.isonomia.postgres.PostgresSettings;
import org.isonomia.postgres.Provisioning;

/** The one PostgreSQL server that everybody works on: the product's own, as it comes, with room for more connections. */
final class BenchDatabase implements AutoCloseable {

    private final LocalPostgres postgres;
    private final DatabaseLogins logins;
    private final Path log;

    private BenchDatabase(LocalPostgres postgres, Path folder) {
        this.postgres = postgres;
        this.logins = postgres.await();
        this.log = folder.resolve("server.log");
    }

    static BenchDatabase start(Path folder) {
        return new BenchDatabase(
                LocalPostgres.start(PostgresSettings.in(folder)
                                .withParameter("max_connections", "200")
                                .withParameter("log_line_prefix", "%v|"))
                        .closeOnShutdown(),
                folder);
    }

    Login app() {
        return logins.app();
    }

    Login owner() {
        return logins.owner();
    }

    /** Who passes by row-level security, for contenders that know nothing of it. */
    Login superuser() {
        return postgres.superuser();
    }

    /** Runs a statement as superuser. */
    void administer(String sql) {
        run(postgres.superuser(), sql);
    }

    static void run(Login login, String sql) {
        try (Connection connection = login.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** A further database with the product's schema and nothing in it. */
    void create(String name) {
        administer("drop database if exists " + name);
        try (Connection administrator = postgres.superuser().connect()) {
            Provisioning.createDatabase(administrator, name);
            try (Connection owner = in(name, owner()).connect()) {
                Provisioning.grantPrivileges(owner);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Login owner = in(name, owner());
        PersistenceAdapter.migrate(owner.url(), owner.user(), owner.password());
    }

    /** The same login in another database. */
    static Login in(String database, Login login) {
        return new Login(
                login.url().replace("/" + Provisioning.DATABASE, "/" + database), login.user(), login.password());
    }

    /** The lines that the server wrote while something was done with every statement being logged. */
    String logOf(Runnable work) {
        administer("alter system set log_statement = 'all'");
        administer("select pg_reload_conf()");
        try {
            // A reload is asynchronous: what is said here is in the log once it has happened.
            while (!written("marker_of_the_beginning")) {
                run(owner(), "select 'marker_of_the_beginning'");
            }
            long from = Files.size(log);
            work.run();
            while (!written("marker_of_the_end")) {
                run(owner(), "select 'marker_of_the_end'");
            }
            byte[] all = Files.readAllBytes(log);
            return new String(all, (int) from, (int) (all.length - from), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            administer("alter system reset log_statement");
            administer("select pg_reload_conf()");
        }
    }

    private long checked;

    private boolean written(String text) throws IOException {
        byte[] all = Files.readAllBytes(log);
        boolean found =
                new String(all, (int) checked, (int) (all.length - checked), StandardCharsets.UTF_8).contains(text);
        if (found) {
            checked = all.length;
        }
        return found;
    }

    @Override
    public void close() {
        postgres.close();
    }
}
