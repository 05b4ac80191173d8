package org.isonomia.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.isonomia.postgres.Login;
import org.isonomia.postgres.testing.TestDatabase;
import org.isonomia.postgres.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the schema guarantees by itself, whoever writes to it. */
class SchemaTest {

    /** What belongs to the installation: people, who may hold roles in several organisations. */
    private static final String PEOPLE =
            "('account', 'external_identity', 'session', 'invitation', 'api_token', 'sign_in_attempt')";

    private static TestDatabase database;

    @BeforeAll
    static void create() {
        database = TestServer.shared().freshDatabase("isonomia", TestInstallation::migrate);
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    private static List<String> ask(Login login, String sql) throws SQLException {
        try (Connection connection = login.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private static void run(Login login, String sql) throws SQLException {
        try (Connection connection = login.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void migratesTwiceWithoutComplaint() {
        TestInstallation.migrate(database.owner());
    }

    @Test
    void letsTheOrganisationLeadEveryIndex() throws SQLException {
        assertThat(ask(database.owner(), """
                select i.indexrelid::regclass::text
                from pg_index i
                join pg_class t on t.oid = i.indrelid and t.relnamespace = 'public'::regnamespace
                join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
                where a.attname <> 'organisation_id' and t.relname not in %s
                order by 1""".formatted(PEOPLE)))
                .containsExactly(
                        "flyway_schema_history_pk",
                        "flyway_schema_history_s_idx",
                        "organisation_code_key",
                        "role_grant_account_id_idx");
    }

    @Test
    void letsTheOrganisationLeadEveryReference() throws SQLException {
        assertThat(ask(database.owner(), """
                select c.conname
                from pg_constraint c
                join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                join pg_attribute b on b.attrelid = c.confrelid and b.attnum = c.confkey[1]
                where c.contype = 'f' and (a.attname <> 'organisation_id' or b.attname <> 'organisation_id')
                  and c.confrelid <> 'account'::regclass""")).isEmpty();
    }

    @Test
    void hasAnIndexForEveryReference() throws SQLException {
        assertThat(ask(database.owner(), """
                select c.conname
                from pg_constraint c
                where c.contype = 'f' and not exists (
                  select from pg_index i
                  where i.indrelid = c.conrelid
                    and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey)""")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table mine (a int)",
                "drop table plan",
                "alter table plan add column mine int",
                "truncate plan cascade",
                "insert into flyway_schema_history select * from flyway_schema_history",
                "update flyway_schema_history set success = false",
                "delete from flyway_schema_history"
            })
    void doesNotLetTheApplicationChangeTheSchemaOrItsHistory(String sql) {
        assertThatThrownBy(() -> run(database.app(), sql)).isInstanceOf(SQLException.class);
    }

    @Test
    void letsTheReaderReadOnly() throws SQLException {
        assertThat(ask(database.reader(), "select count(*) from plan")).containsExactly("0");
        assertThatThrownBy(() -> run(database.reader(), "delete from plan")).isInstanceOf(SQLException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code = 'a b'",
                "code = ''",
                "name = ''",
                "name = repeat('x', 301)",
                "name = E'a\\nb'",
                "siren = '12345678'",
                "language = 'de'"
            })
    void repeatsWhatTheModelChecks(String change) throws SQLException {
        String named = "set app.organisation = '00000000-0000-0000-0000-000000000001'; ";
        run(database.app(), named + """
                insert into organisation (organisation_id, code, name, kind, time_zone, language)
                values ('00000000-0000-0000-0000-000000000001', 'a', 'A', 'OTHER', 'UTC', 'fr')
                on conflict do nothing""");

        assertThatThrownBy(() -> run(database.app(), named + "update organisation set " + change))
                .hasMessageMatching("(?s).*(violates check constraint|value too long).*");
    }
}
