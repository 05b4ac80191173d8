package org.isonomia.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LocalPostgresRolesTest extends RolesContract {

    private static TemporaryPostgres postgres;

    @BeforeAll
    static void start() {
        postgres = TemporaryPostgres.start();
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Override
    DatabaseLogins logins() {
        return postgres.server().await();
    }

    @Test
    void theCheckFindsASuperuser() throws SQLException {
        try (Connection connection = postgres.server().superuser().connect()) {
            assertThat(RoleCheck.excesses(connection)).contains("is a superuser", "bypasses row security");
        }
    }
}
