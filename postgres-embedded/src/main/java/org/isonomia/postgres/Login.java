package org.isonomia.postgres;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * What one needs to connect to a database as one role.
 *
 * @param url the JDBC URL, without user and password
 * @param user the role's name
 * @param password the role's password; never part of {@link #toString()}
 */
public record Login(String url, String user, String password) {

    /** Checks that nothing is missing. */
    public Login {
        requireNonNull(url);
        requireNonNull(user);
        requireNonNull(password);
    }

    /**
     * A login of the given role for a database on this machine.
     *
     * @param port the server's port on the loopback interface
     * @param database the database's name, which has to be a plain identifier
     * @param user the role's name
     * @param password the role's password
     */
    static Login onLoopback(int port, String database, String user, String password) {
        return new Login("jdbc:postgresql://127.0.0.1:" + port + "/" + database, user, password);
    }

    /**
     * Opens a connection. The driver accepts no weaker authentication than SCRAM and leaves row values out of its error
     * messages.
     *
     * @return a new connection, which the caller closes
     * @throws SQLException if the server refuses or cannot be reached
     */
    public Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("requireAuth", "scram-sha-256");
        properties.setProperty("logServerErrorDetail", "false");
        properties.setProperty("connectTimeout", "10");
        return DriverManager.getConnection(url, properties);
    }

    /** The URL and the user, without the password. */
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
