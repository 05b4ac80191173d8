package org.isonomia.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.function.Function;
import org.postgresql.util.PasswordUtil;

/**
 * Makes a server ready for the migrations: three roles, one database, and the rights that every later table gets. Each
 * step may be repeated. On a server of the user's own its administrator runs the same statements, see
 * {@code docs/own-database.md}.
 */
public final class Provisioning {

    /** The name of the product's database. */
    public static final String DATABASE = "isonomia";

    private static final String CREATE_DATABASE = " owner isonomia_owner template template0 encoding 'UTF8'";

    private Provisioning() {}

    /**
     * Creates the three roles, or brings them back to their rights, and sets their passwords. A password reaches the
     * server only in its hashed form, so that no log can contain it.
     *
     * @param administrator a connection that may create roles
     * @param passwords the password of each role
     * @throws SQLException if the server refuses
     */
    public static void createRoles(Connection administrator, Function<DatabaseRole, String> passwords)
            throws SQLException {
        execute(administrator, rolesSql());
        try (Statement statement = administrator.createStatement()) {
            for (DatabaseRole role : DatabaseRole.values()) {
                String hashed =
                        PasswordUtil.encodeScramSha256(passwords.apply(role).toCharArray());
                statement.execute("alter role " + statement.enquoteIdentifier(role.roleName(), true) + " password "
                        + statement.enquoteLiteral(hashed));
            }
        }
    }

    /**
     * Creates a database that belongs to the owner role, unless there is one of this name.
     *
     * @param administrator a connection that may create databases
     * @param name the database's name
     * @throws SQLException if the server refuses
     */
    public static void createDatabase(Connection administrator, String name) throws SQLException {
        try (PreparedStatement exists = administrator.prepareStatement("select from pg_database where datname = ?")) {
            exists.setString(1, name);
            try (ResultSet row = exists.executeQuery()) {
                if (row.next()) {
                    return;
                }
            }
        }
        try (Statement statement = administrator.createStatement()) {
            statement.execute("create database " + statement.enquoteIdentifier(name, true) + CREATE_DATABASE);
        }
    }

    /**
     * Sets the rights in the database that the connection is for: who may connect, and what the app and reader roles
     * may do with the tables that the owner creates from now on.
     *
     * @param owner a connection of the owner role
     * @throws SQLException if the server refuses
     */
    public static void grantPrivileges(Connection owner) throws SQLException {
        execute(owner, privilegesSql());
    }

    /** The statements that create the roles, as the documentation shows them. */
    static String rolesSql() {
        return resource("roles.sql");
    }

    /** The statement that creates the database, as the documentation shows it. */
    static String databaseSql() {
        return "create database " + DATABASE + CREATE_DATABASE + ";\n";
    }

    /** The statements that set the rights, as the documentation shows them. */
    static String privilegesSql() {
        return resource("privileges.sql");
    }

    /** Changes whenever the statements or the passwords do. */
    static String fingerprint(Secrets secrets) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((rolesSql() + databaseSql() + privilegesSql()).getBytes(StandardCharsets.UTF_8));
            for (DatabaseRole role : DatabaseRole.values()) {
                digest.update(secrets.read(role.fileName()).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String resource(String name) {
        try (InputStream stream = Provisioning.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("missing resource " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException("unreadable resource " + name, unreadable);
        }
    }
}
