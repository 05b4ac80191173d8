package org.isonomia.postgres.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.isonomia.postgres.Login;
import org.isonomia.postgres.PostgresException;
import org.junit.jupiter.api.Test;

class TestServerTest {

    private final AtomicInteger migrations = new AtomicInteger();

    private void migrate(Login owner) throws SQLException {
        migrations.incrementAndGet();
        execute(owner, "create schema plan; create table plan.item (id int primary key)");
    }

    @Test
    void givesEachCallerADatabaseOfItsOwnFromOneMigration() throws SQLException {
        try (TestDatabase first = TestServer.shared().freshDatabase("items", this::migrate);
                TestDatabase second = TestServer.shared().freshDatabase("items", this::migrate)) {
            execute(first.app(), "insert into plan.item values (1)");
            execute(second.app(), "insert into plan.item values (1), (2)");

            assertThat(count(first.reader())).isEqualTo(1);
            assertThat(count(second.reader())).isEqualTo(2);
            assertThat(migrations).hasValue(1);
        }
    }

    @Test
    void givesAnEmptyDatabaseWithTheRolesRights() throws SQLException {
        try (TestDatabase database = TestServer.shared().freshDatabase()) {
            assertThatThrownBy(() -> execute(database.app(), "create table public.t (x int)"))
                    .hasMessageContaining("permission denied");
            execute(database.owner(), "create table public.t (x int)");
            execute(database.app(), "insert into public.t values (1)");
        }
    }

    @Test
    void removesADatabaseEvenWithConnectionsOpen() throws SQLException {
        TestDatabase database = TestServer.shared().freshDatabase();
        try (Connection open = database.app().connect()) {
            database.close();

            assertThat(open.isValid(5)).isFalse();
        }
        assertThatThrownBy(() -> database.app().connect().close()).hasMessageContaining("does not exist");
    }

    @Test
    void reportsAMigrationThatFails() {
        assertThatThrownBy(
                        () -> TestServer.shared().freshDatabase("broken", owner -> execute(owner, "create nonsense")))
                .isInstanceOf(PostgresException.class)
                .hasMessageContaining("syntax error");
    }

    private static void execute(Login login, String sql) throws SQLException {
        try (Connection connection = login.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(Login login) throws SQLException {
        try (Connection connection = login.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from plan.item")) {
            row.next();
            return row.getInt(1);
        }
    }
}
