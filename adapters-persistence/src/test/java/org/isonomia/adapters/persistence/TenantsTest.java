package org.isonomia.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.isonomia.postgres.Login;
import org.isonomia.postgres.testing.TestDatabase;
import org.isonomia.postgres.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That the database itself keeps organisations apart; each rule of the catalogue is shown to find what breaks it. */
class TenantsTest {

    private static final String HERE = "'00000000-0000-0000-0000-00000000000a'";
    private static final String THERE = "'00000000-0000-0000-0000-00000000000b'";

    /** A fault of the schema by which one organisation could reach another's rows, and what plants it. */
    record Breach(String name, String finds, String plants) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final ImmutableList<Breach> BREACHES = ImmutableList.of(
            new Breach(
                    "a table without organisation that is not the installation's", """
                    select t.relname from pg_class t
                    where t.relkind in ('r', 'p', 'f', 'm') and t.relnamespace = 'public'::regnamespace
                      and t.relname not in ('flyway_schema_history', 'account', 'session',
                        'external_identity', 'invitation', 'api_token', 'sign_in_attempt')
                      and not exists (select from pg_attribute a
                        where a.attrelid = t.oid and a.attname = 'organisation_id' and a.attnotnull)""", "create table stray (a int)"),
            new Breach(
                    "row-level security not enabled or not forced",
                    """
                    select t.relname from pg_class t
                    join pg_attribute a on a.attrelid = t.oid and a.attname = 'organisation_id'
                    where t.relkind in ('r', 'p') and t.relnamespace = 'public'::regnamespace
                      and not (t.relrowsecurity and t.relforcerowsecurity)""",
                    "alter table action no force row level security"),
            new Breach(
                    "a policy that looks at something else than the organisation",
                    """
                    select tablename || '.' || policyname from pg_policies
                    where schemaname = 'public'
                      and coalesce(qual, with_check) not like '(organisation_id = %app.organisation%'
                      and (with_check is null or with_check like '(organisation_id = %app.organisation%')
                      and not (policyname = 'of_the_identity_gateway'
                        and tablename in ('role_grant', 'second_factor_demand'))
                      and not (policyname = 'shared_with_the_organisation' and roles = '{isonomia_owner}' and cmd = 'SELECT')
                      and not (policyname = 'known_to_everybody' and tablename = 'organisation' and cmd = 'SELECT')""",
                    "create policy lax on action using (true)"),
            new Breach(
                    "a view, which is asked with its owner's rights", """
                    select t.relname from pg_class t
                    where t.relkind = 'v' and t.relnamespace = 'public'::regnamespace
                      and not coalesce(t.reloptions @> array['security_invoker=true'], false)
                      and t.relname not in ('received_plan', 'received_axis', 'received_action')""", "create view seen as select * from action"),
            new Breach(
                    "a function that runs with its owner's rights",
                    """
                    select p.proname from pg_proc p
                    where p.pronamespace = 'public'::regnamespace and p.prosecdef""",
                    "create function mine() returns int language sql security definer as 'select 1'"),
            new Breach("a role of ours that passes by policies or makes roles", """
                    select rolname from pg_roles
                    where rolname like 'isonomia%' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)""", ""),
            new Breach("something owned by another than the owner", """
                    select t.relname from pg_class t
                    where t.relnamespace = 'public'::regnamespace
                      and t.relowner in (select oid from pg_roles where rolname in ('isonomia_app', 'isonomia_reader'))""", ""),
            new Breach("a right for everybody", """
                    select grantee || ' ' || table_name from information_schema.role_table_grants
                    where table_schema = 'public' and grantee = 'PUBLIC'""", "grant select on action to public"),
            new Breach("a right that goes beyond rows", """
                    select grantee || ' ' || privilege_type || ' ' || table_name
                    from information_schema.role_table_grants
                    where table_schema = 'public' and grantee in ('isonomia_app', 'isonomia_reader')
                      and privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER')""", "grant truncate on action to isonomia_app"),
            new Breach("a reader that writes", """
                    select table_name from information_schema.role_table_grants
                    where table_schema = 'public' and grantee = 'isonomia_reader' and privilege_type <> 'SELECT'""", "grant delete on action to isonomia_reader"));

    private static TestDatabase database;

    @BeforeAll
    static void create() throws SQLException {
        database = TestServer.shared().freshDatabase("isonomia", TestInstallation::migrate);
        for (String organisation : ImmutableList.of(HERE, THERE)) {
            run(database.app(), organisation, """
                    insert into organisation (organisation_id, code, name, kind, time_zone, language)
                      values (%1$s, 'o' || right(%1$s, 1), 'O', 'OTHER', 'UTC', 'fr');
                    insert into audience (organisation_id, code, name, version) values (%1$s, 'all', 'All', 1)""".formatted(organisation));
        }
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    static Stream<Breach> breaches() {
        return BREACHES.stream();
    }

    @ParameterizedTest
    @MethodSource("breaches")
    void hasNo(Breach breach) throws SQLException {
        try (Connection connection = database.superuser().connect()) {
            connection.setAutoCommit(false);
            assertThat(ask(connection, breach.finds())).isEmpty();
            if (!breach.plants().isEmpty()) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(breach.plants());
                }
                assertThat(ask(connection, breach.finds())).isNotEmpty();
            }
            connection.rollback();
        }
    }

    static Stream<Login> everybody() {
        return Stream.of(database.owner(), database.app(), database.reader());
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void showsOnlyTheNamedOrganisation(Login login) throws SQLException {
        String mine = "select organisation_id::text from audience";
        try (Connection connection = login.connect()) {
            assertThat(ask(connection, mine)).isEmpty();
            connection.setAutoCommit(false);
            name(connection, HERE);
            assertThat(ask(connection, mine)).containsExactly(HERE.replace("'", ""));
            connection.rollback();
            assertThat(ask(connection, mine)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("everybodyWhoWrites")
    void changesOnlyTheNamedOrganisation(Login login) throws SQLException {
        try (Connection connection = login.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            name(connection, HERE);
            for (String change : ImmutableList.of(
                    "update audience set name = 'B' where organisation_id = " + THERE,
                    "delete from audience where organisation_id = " + THERE,
                    "update organisation set name = 'B' where organisation_id = " + THERE,
                    "delete from organisation where organisation_id = " + THERE)) {
                assertThat(statement.executeUpdate(change)).as(change).isZero();
            }
            assertThatThrownBy(() ->
                            statement.execute("insert into audience (organisation_id, code, name, version) values ("
                                    + THERE + ", 'b', 'B', 1)"))
                    .hasMessageContaining("row-level security");
            connection.rollback();
            name(connection, HERE);
            assertThatThrownBy(() -> statement.execute("update audience set organisation_id = " + THERE))
                    .hasMessageContaining("row-level security");
            connection.rollback();
        }
    }

    static Stream<Login> everybodyWhoWrites() {
        return Stream.of(database.owner(), database.app());
    }

    private static void name(Connection connection, String organisation) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select set_config('app.organisation', " + organisation + ", true)");
        }
    }

    private static void run(Login login, String organisation, String sql) throws SQLException {
        try (Connection connection = login.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            name(connection, organisation);
            statement.execute(sql);
            connection.commit();
        }
    }

    private static ImmutableList<String> ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            ImmutableList.Builder<String> found = ImmutableList.builder();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found.build();
        }
    }
}
