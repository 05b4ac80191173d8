package org.isonomia.postgres.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.isonomia.postgres.DatabaseLogins;
import org.isonomia.postgres.Login;
import org.isonomia.postgres.PostgresException;
import org.isonomia.postgres.Provisioning;
import org.isonomia.postgres.TemporaryPostgres;

/**
 * One real server for all tests of a virtual machine, started when the first test asks for it. It has the product's
 * three roles; tests connect as these, so that they meet the same refusals as the product.
 *
 * <pre>{@code
 * try (TestDatabase database = TestServer.shared().freshDatabase("schema", MyMigrations::migrate)) {
 *     Login app = database.app();
 * }
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class TestServer {

    private final TemporaryPostgres postgres;
    private final Map<String, String> templates = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();

    private TestServer(TemporaryPostgres postgres) {
        this.postgres = postgres;
    }

    /** The server of this virtual machine. */
    public static TestServer shared() {
        return Shared.INSTANCE;
    }

    /** A database with the roles' rights set and nothing in it. */
    public TestDatabase freshDatabase() {
        String name = "test_" + count.incrementAndGet();
        create(name, "template0");
        return database(name);
    }

    /**
     * A database with the schema that the migration makes. The migration runs at the first call for the template's name
     * only; each call gets a copy, in some tens of milliseconds.
     *
     * @param template a name for what the migration makes: the same name means the same result
     */
    public TestDatabase freshDatabase(String template, Migration migration) {
        String source = templates.computeIfAbsent(template, missing -> createTemplate(migration));
        String name = "test_" + count.incrementAndGet();
        create(name, source);
        return database(name);
    }

    private String createTemplate(Migration migration) {
        String name = "template_" + count.incrementAndGet();
        create(name, "template0");
        try {
            migration.migrate(logins(name).owner());
        } catch (Exception failed) {
            drop(name);
            throw new PostgresException("The migration for a test database failed: " + failed.getMessage(), failed);
        }
        asSuperuser("alter database " + name + " allow_connections false");
        asSuperuser("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
        return name;
    }

    private void create(String name, String template) {
        asSuperuser("create database " + name + " owner isonomia_owner template " + template);
        try (Connection owner = logins(name).owner().connect()) {
            Provisioning.grantPrivileges(owner);
        } catch (SQLException refused) {
            throw new PostgresException("The test database " + name + " gets no rights.", refused);
        }
    }

    void drop(String name) {
        asSuperuser("drop database if exists " + name + " with (force)");
    }

    private void asSuperuser(String sql) {
        try (Connection superuser = postgres.server().superuser().connect();
                Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new PostgresException("The test server refuses: " + sql, refused);
        }
    }

    private TestDatabase database(String name) {
        return new TestDatabase(this, name, logins(name));
    }

    Login superuser(String name) {
        return to(name, postgres.server().superuser());
    }

    private DatabaseLogins logins(String name) {
        DatabaseLogins product = postgres.server().await();
        return new DatabaseLogins(to(name, product.owner()), to(name, product.app()), to(name, product.reader()));
    }

    private static Login to(String name, Login login) {
        String url = login.url().substring(0, login.url().lastIndexOf('/') + 1) + name;
        return new Login(url, login.user(), login.password());
    }

    /** Starts the server when it is first asked for. */
    private static final class Shared {
        static final TestServer INSTANCE = new TestServer(TemporaryPostgres.start());
    }
}
