package org.isonomia.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;

/**
 * The version of a PostgreSQL server, and whether the product may keep its data there.
 *
 * @param major for instance 18
 * @param minor for instance 6; 0 for a major version's first release
 */
public record ServerVersion(int major, int minor) {

    private static final int OLDEST_MAJOR = 16;

    /**
     * The first minor versions without CVE-2025-8713, through which statistics tell rows that row security hides. Later
     * major versions never had it.
     */
    private static final Map<Integer, Integer> OLDEST_MINOR = Map.of(16, 10, 17, 6);

    /** Checks the range. */
    public ServerVersion {
        if (major < 10 || minor < 0) {
            throw new IllegalArgumentException("not a version of PostgreSQL 10 or later: " + major + "." + minor);
        }
    }

    /**
     * The version that the server reports as {@code server_version_num}, for instance 180006 for 18.6.
     *
     * @throws IllegalArgumentException if the number stands for a version before 10, which were numbered otherwise
     */
    public static ServerVersion ofNumber(int number) {
        return new ServerVersion(number / 10_000, number % 10_000);
    }

    /**
     * The version of the server at the other end of a connection.
     *
     * @throws SQLException if the server does not say
     */
    public static ServerVersion of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select current_setting('server_version_num')::int")) {
            row.next();
            return ofNumber(row.getInt(1));
        }
    }

    /** Why the product does not work with this version, in one sentence; empty if it does. */
    public Optional<String> refusal() {
        if (major < OLDEST_MAJOR) {
            return Optional.of("PostgreSQL " + this + " is too old: at least " + OLDEST_MAJOR + "."
                    + OLDEST_MINOR.get(OLDEST_MAJOR) + " is needed.");
        }
        int oldestMinor = OLDEST_MINOR.getOrDefault(major, 0);
        if (minor < oldestMinor) {
            return Optional.of("PostgreSQL " + this + " has a known hole in row security (CVE-2025-8713): update it to "
                    + major + "." + oldestMinor + " or later.");
        }
        return Optional.empty();
    }

    /** As PostgreSQL writes it: {@code 18.6}. */
    @Override
    public String toString() {
        return major + "." + minor;
    }
}
