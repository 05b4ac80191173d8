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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That the database itself shows of a shared plan what is shared, to whom it is shared with, and nothing else. */
class SharingTest {

    private static final String NETWORK = "'00000000-0000-0000-0000-00000000000a'";
    private static final String MEMBER = "'00000000-0000-0000-0000-00000000000b'";
    private static final String THIRD = "'00000000-0000-0000-0000-00000000000c'";

    private static TestDatabase database;

    @BeforeAll
    static void share() throws SQLException {
        database = TestServer.shared().freshDatabase("isonomia", TestInstallation::migrate);
        for (String organisation : ImmutableList.of(NETWORK, MEMBER, THIRD)) {
            commit(organisation, """
                    insert into organisation (organisation_id, code, name, kind, time_zone, language)
                      values (%1$s, 'o' || right(%1$s, 1), 'O', 'OTHER', 'UTC', 'fr');
                    insert into plan (organisation_id, id, code, title, kind, illustration, currency, status, version,
                        description)
                      select %1$s, gen_random_uuid(), code, 'T', 'OTHER', false, 'EUR', 'DRAFT', 1, 'secret'
                      from (values ('shared'), ('kept')) as p (code);
                    insert into axis (organisation_id, plan_id, code, position, title)
                      select organisation_id, id, '1', 0, 'A' from plan;
                    insert into action (organisation_id, id, plan_id, code, axis, title, kind, description, weight, level,
                        criteria, domains, recurrence, version, status, progress, code_sort, title_sort, search_text)
                      select organisation_id, gen_random_uuid(), id, '1.1', '1', 'T', 'OTHER', 'secret', 1, 'WILL',
                        '{}', '{}', 'NONE', 1, 'PLANNED', 0, '1.1', 't', 'secret' from plan""".formatted(organisation));
        }
        commit(NETWORK, """
                insert into network_membership values (%s, %s, 'NETWORK', 'NETWORK', '2026-01-01'),
                  (%1$s, %s, 'NETWORK', 'NETWORK', '2026-01-01')""".formatted(NETWORK, MEMBER, THIRD));
        commit(MEMBER, """
                insert into plan_share select organisation_id, id, %s, '{ACTIONS}', 1 from plan where code = 'shared'""".formatted(NETWORK));
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    static Stream<Login> everybody() {
        return Stream.of(database.owner(), database.app());
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void showsTheReceiverWhatIsShared(Login login) throws SQLException {
        assertThat(ask(
                        login,
                        NETWORK,
                        "select code || coalesce(description, '') || coalesce(status, '') from received_plan"))
                .containsExactly("shared");
        assertThat(ask(login, NETWORK, "select code from received_axis")).isEmpty();
        assertThat(ask(
                        login,
                        NETWORK,
                        "select code || coalesce(axis, '') || coalesce(status, '') from received_action"))
                .containsExactly("1.1");
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void showsNobodyElseAnything(Login login) throws SQLException {
        for (String other : ImmutableList.of(MEMBER, THIRD, "''")) {
            for (String view : ImmutableList.of("received_plan", "received_axis", "received_action")) {
                assertThat(ask(login, other, "select code from " + view)).isEmpty();
            }
        }
    }

    @Test
    void keepsTheTablesClosedToTheReceiver() throws SQLException {
        for (String table : ImmutableList.of("plan", "axis", "action", "plan_share", "network_membership")) {
            assertThat(ask(
                            database.app(),
                            NETWORK,
                            "select 'seen' from " + table + " where organisation_id = " + MEMBER))
                    .as(table)
                    .isEmpty();
        }
    }

    @Test
    void showsNoColumnBesidesThoseThatCanBeShared() throws SQLException {
        assertThat(ask(database.owner(), NETWORK, """
                select table_name || '.' || column_name from information_schema.columns
                where table_name in ('received_plan', 'received_axis', 'received_action') order by 1"""))
                .containsExactlyInAnyOrder(
                        "received_plan.organisation_id",
                        "received_plan.member",
                        "received_plan.plan_id",
                        "received_plan.code",
                        "received_plan.title",
                        "received_plan.illustration",
                        "received_plan.fields",
                        "received_plan.status",
                        "received_plan.period_start",
                        "received_plan.period_end",
                        "received_plan.description",
                        "received_axis.organisation_id",
                        "received_axis.member",
                        "received_axis.plan_id",
                        "received_axis.position",
                        "received_axis.code",
                        "received_axis.parent",
                        "received_axis.title",
                        "received_action.organisation_id",
                        "received_action.member",
                        "received_action.plan_id",
                        "received_action.code",
                        "received_action.title",
                        "received_action.axis",
                        "received_action.status",
                        "received_action.progress",
                        "received_action.planned_start",
                        "received_action.planned_end");
    }

    @Test
    void doesNotTrustTheReceiverToSayWhatIsShared() throws SQLException {
        // The third is a member in the receiver's own rows, but shares nothing.
        assertThat(ask(database.app(), NETWORK, "select code from received_plan where member = " + THIRD))
                .isEmpty();
        assertThatThrownBy(() -> commit(
                        NETWORK,
                        "insert into plan_share select %s, plan_id, %s, '{ACTIONS}', 1 from received_plan"
                                .formatted(MEMBER, NETWORK)))
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> commit(NETWORK, "update received_plan set title = 'x'"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void showsTheReaderOfExportsNothing() {
        assertThatThrownBy(() -> ask(database.reader(), NETWORK, "select code from received_plan"))
                .hasMessageContaining("permission denied");
    }

    private static void commit(String organisation, String sql) throws SQLException {
        try (Connection connection = database.app().connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('app.organisation', " + organisation + ", true)");
            statement.execute(sql);
            connection.commit();
        }
    }

    private static ImmutableList<String> ask(Login login, String organisation, String sql) throws SQLException {
        try (Connection connection = login.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('app.organisation', " + organisation + ", true)");
            try (ResultSet rows = statement.executeQuery(sql)) {
                ImmutableList.Builder<String> found = ImmutableList.builder();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
                return found.build();
            } finally {
                connection.rollback();
            }
        }
    }
}
