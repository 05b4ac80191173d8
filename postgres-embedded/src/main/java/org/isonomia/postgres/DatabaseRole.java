package org.isonomia.postgres;

/** The roles that the product uses in its database, on the embedded server and on a server of the user's own alike. */
public enum DatabaseRole {

    /** Owns the database and its schemas; runs the migrations and nothing else. */
    OWNER("isonomia_owner", "owner"),

    /** The running product: reads and writes rows, is no superuser, owns nothing, creates no permanent object. */
    APP("isonomia_app", "app"),

    /** Reads rows only: exports, reports, statistics. */
    READER("isonomia_reader", "reader");

    private final String roleName;
    private final String fileName;

    DatabaseRole(String roleName, String fileName) {
        this.roleName = roleName;
        this.fileName = fileName;
    }

    /** The role's name in PostgreSQL. */
    public String roleName() {
        return roleName;
    }

    /** The name of the file that keeps the role's generated password. */
    String fileName() {
        return fileName;
    }
}
