package org.isonomia.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Prepares a server by hand as {@code docs/own-database.md} says, as an administrator who is no superuser, and expects
 * the same roles as on the embedded one.
 */
class OwnDatabaseDocumentTest extends RolesContract {

    private static final Pattern SQL_BLOCK = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);

    private static TemporaryPostgres postgres;
    private static DatabaseLogins logins;

    @BeforeAll
    static void prepareByTheDocument() throws IOException, SQLException {
        List<String> blocks = blocks();
        postgres = TemporaryPostgres.start();
        Login superuser = postgres.server().superuser();
        forgetWhatTheEmbeddedServerPrepared(superuser);
        Sql.execute(superuser, "create role dba login createrole createdb password 'dba'");
        Login dba = new Login(superuser.url(), "dba", "dba");

        Sql.execute(dba, blocks.get(0));
        Sql.execute(dba, blocks.get(1));
        Sql.execute(dba, "grant isonomia_owner to current_user");
        Sql.execute(dba, blocks.get(2));
        String url = superuser.url().replaceFirst("/postgres$", "/isonomia");
        logins = new DatabaseLogins(
                new Login(url, "isonomia_owner", "change-me-owner"),
                new Login(url, "isonomia_app", "change-me-app"),
                new Login(url, "isonomia_reader", "change-me-reader"));
        Sql.execute(logins.owner(), blocks.get(3));
    }

    private static void forgetWhatTheEmbeddedServerPrepared(Login superuser) throws SQLException {
        Sql.execute(superuser, "drop database isonomia");
        Sql.execute(superuser, "drop role isonomia_owner, isonomia_app, isonomia_reader");
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Override
    DatabaseLogins logins() {
        return logins;
    }

    @Test
    void theDocumentShowsWhatTheEmbeddedServerRuns() throws IOException {
        assertThat(blocks())
                .hasSize(4)
                .contains(Provisioning.rolesSql(), Provisioning.databaseSql(), Provisioning.privilegesSql());
    }

    @Test
    void theStatementsMayBeRepeated() throws IOException, SQLException {
        Login superuser = postgres.server().superuser();

        Sql.execute(superuser, blocks().get(0));
        Sql.execute(superuser, blocks().get(1));
        Sql.execute(logins.owner(), blocks().get(3));
    }

    private static List<String> blocks() throws IOException {
        String document = Files.readString(Path.of("../docs/own-database.md"));
        return SQL_BLOCK
                .matcher(document)
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }
}
