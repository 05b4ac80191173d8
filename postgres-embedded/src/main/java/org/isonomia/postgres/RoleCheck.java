package org.isonomia.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Whether the role by which the running product connects has too many rights. */
public final class RoleCheck {

    private static final String RIGHTS = """
            select r.rolsuper, r.rolbypassrls, r.rolcreaterole, r.rolcreatedb, r.rolreplication,
                   exists (select from pg_database d
                           where d.datname = current_database() and pg_has_role(r.oid, d.datdba, 'member')),
                   exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                           where pg_has_role(r.oid, c.relowner, 'member')
                             and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'),
                   exists (select from pg_namespace n
                           where n.nspname !~ '^pg_' and has_schema_privilege(r.oid, n.oid, 'create'))
            from pg_roles r
            where r.rolname = current_user
            """;

    private static final List<String> EXCESSES = List.of(
            "is a superuser",
            "bypasses row security",
            "may create roles",
            "may create databases",
            "may replicate",
            "owns the database",
            "owns tables",
            "may create objects in a schema");

    private RoleCheck() {}

    /**
     * What the role of this connection may do that the running product must not, each as the end of a sentence that
     * begins with the role's name; empty if nothing.
     *
     * @param connection a connection to the product's database
     * @throws SQLException if the server refuses to tell
     */
    public static List<String> excesses(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(RIGHTS)) {
            row.next();
            List<String> found = new ArrayList<>();
            for (int i = 0; i < EXCESSES.size(); i++) {
                if (row.getBoolean(i + 1)) {
                    found.add(EXCESSES.get(i));
                }
            }
            return List.copyOf(found);
        }
    }
}
