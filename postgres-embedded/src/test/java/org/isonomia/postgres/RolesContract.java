package org.isonomia.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the three roles may do, whoever has prepared the server. */
abstract class RolesContract {

    /** The ways into a prepared database, the same one for all tests of a class. */
    abstract DatabaseLogins logins();

    @ParameterizedTest
    @EnumSource
    void eachRoleConnectsUnderItsName(DatabaseRole role) throws SQLException {
        assertThat(Sql.value(logins().of(role), "select current_user")).isEqualTo(role.roleName());
    }

    @ParameterizedTest
    @EnumSource
    void noRoleHasRightsOnTheServerItself(DatabaseRole role) throws SQLException {
        String rights = Sql.value(
                logins().of(role),
                "select rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication from pg_roles"
                        + " where rolname = current_user");

        assertThat(rights).isEqualTo("f");
    }

    @Test
    void theOwnerOwnsTheDatabaseAndCreatesSchemasAndTrustedExtensions() throws SQLException {
        Sql.execute(logins().owner(), "create schema owned; create extension if not exists pg_trgm");

        assertThat(Sql.value(
                        logins().owner(),
                        "select pg_get_userbyid(datdba) from pg_database where datname = current_database()"))
                .isEqualTo("isonomia_owner");
    }

    @Test
    void theAppReadsAndWritesRowsOfTheOwnersTables() throws SQLException {
        Sql.execute(logins().owner(), "create schema rows; create table rows.item (id bigserial primary key, x int)");

        Sql.execute(
                logins().app(),
                "insert into rows.item (x) values (1), (2); update rows.item set x = 3 where x = 2;"
                        + " delete from rows.item where x = 1");

        assertThat(Sql.value(logins().app(), "select x from rows.item")).isEqualTo("3");
    }

    @Test
    void theReaderReadsRowsOnly() throws SQLException {
        Sql.execute(logins().owner(), "create table read_only (x int); insert into read_only values (7)");

        assertThat(Sql.value(logins().reader(), "select x from read_only")).isEqualTo("7");
        for (String change :
                new String[] {"insert into read_only values (1)", "update read_only set x = 1", "delete from read_only"
                }) {
            assertRefused(logins().reader(), change);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table public.t (x int)",
                "create schema s",
                "alter table kept add column y int",
                "drop table kept",
                "truncate kept",
                "create role r",
                "create database d",
                "set role isonomia_owner",
                "set session authorization isonomia_owner",
                "create extension hstore",
                "copy kept to '/tmp/kept'",
                "select pg_read_file('PG_VERSION')"
            })
    void neitherAppNorReaderChangesDefinitionsOrLeavesTheDatabase(String statement) throws SQLException {
        Sql.execute(logins().owner(), "create table if not exists kept (x int)");

        assertRefused(logins().app(), statement);
        assertRefused(logins().reader(), statement);
    }

    @Test
    void theAppMakesTemporaryTablesForImports() throws SQLException {
        Sql.execute(logins().app(), "create temporary table staging (x int)");

        assertRefused(logins().reader(), "create temporary table staging (x int)");
    }

    @Test
    void rowSecurityHoldsForTheApp() throws SQLException {
        Sql.execute(
                logins().owner(),
                "create table secured (x int); insert into secured values (1);"
                        + " alter table secured enable row level security, force row level security");

        assertThat(Sql.value(logins().app(), "select count(*) from secured")).isEqualTo("0");
    }

    @Test
    void theCheckFindsNoExcessInTheAppAndTheReader() throws SQLException {
        for (Login login : new Login[] {logins().app(), logins().reader()}) {
            try (Connection connection = login.connect()) {
                assertThat(RoleCheck.excesses(connection)).isEmpty();
            }
        }
    }

    @Test
    void theCheckFindsWhatTheOwnerHasInExcess() throws SQLException {
        Sql.execute(logins().owner(), "create table if not exists owned_table (x int)");

        try (Connection connection = logins().owner().connect()) {
            assertThat(RoleCheck.excesses(connection))
                    .containsExactly("owns the database", "owns tables", "may create objects in a schema");
        }
    }

    private static void assertRefused(Login login, String statement) {
        assertThatThrownBy(() -> Sql.execute(login, statement))
                .as(statement + " as " + login.user())
                .isInstanceOf(SQLException.class)
                .hasMessageMatching("(?s).*(permission denied|must be owner|must be superuser|No |not allowed).*");
    }
}
