package org.isonomia.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isonomia.postgres.Login;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Importing a file by our command, from the start of its process to its end, beside COPY of the same rows into the same
 * tables with the same keys, references and checks, in one transaction on a connection that is open already.
 */
final class Imports {

    private static final String OURS = "bench_import";
    private static final String COPY = "bench_copy";

    private final Product product;
    private final BenchDatabase database;

    Imports(Product product, BenchDatabase database) {
        this.product = product;
        this.database = database;
    }

    /**
     * Seconds in each round.
     *
     * @param ours our command
     * @param copy COPY
     * @param rows how many rows the plan has in all tables
     */
    record Outcome(List<Double> ours, List<Double> copy, long rows) {
        Race.Spread ratio() {
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < ours.size(); i++) {
                ratios.add(ours.get(i) / copy.get(i));
            }
            return Race.Spread.of(ratios);
        }
    }

    Outcome run(Path file, int rounds) {
        System.err.println("import ...");
        List<Double> ours = new ArrayList<>();
        List<Double> copy = new ArrayList<>();
        long rows = 0;
        for (int round = 0; round < rounds; round++) {
            database.create(OURS);
            long begun = System.nanoTime();
            product.importInto(in(OURS, database.owner()), in(OURS, database.app()), file);
            ours.add((System.nanoTime() - begun) / 1e9);
            Map<String, byte[]> tables = tables();
            database.create(COPY);
            begun = System.nanoTime();
            rows = copy(tables);
            copy.add((System.nanoTime() - begun) / 1e9);
        }
        database.administer("drop database " + OURS);
        database.administer("drop database " + COPY);
        return new Outcome(ours, copy, rows);
    }

    /** COPY is refused, and rows are hidden, where row-level security holds. */
    private Login superuserOf(String name) {
        Login app = in(name, database.app());
        return new Login(app.url(), database.superuser().user(), database.superuser().password());
    }

    private static Login in(String name, Login login) {
        return BenchDatabase.in(name, login);
    }

    /** What was imported, its journal included, table by table: those that are referred to first. */
    private Map<String, byte[]> tables() {
        Map<String, byte[]> tables = new LinkedHashMap<>();
        try (Connection connection = superuserOf(OURS).connect();
                Statement statement = connection.createStatement();
                ResultSet names = statement.executeQuery(
                        "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'"
                                + " and relname <> 'flyway_schema_history' order by oid")) {
            List<String> found = new ArrayList<>();
            while (names.next()) {
                found.add(names.getString(1));
            }
            CopyManager manager = connection.unwrap(PGConnection.class).getCopyAPI();
            for (String table : found) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                if (manager.copyOut("copy " + table + " to stdout (format binary)", bytes) > 0) {
                    tables.put(table, bytes.toByteArray());
                }
            }
            return tables;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private long copy(Map<String, byte[]> tables) {
        try (Connection connection = superuserOf(COPY).connect()) {
            connection.setAutoCommit(false);
            CopyManager manager = connection.unwrap(PGConnection.class).getCopyAPI();
            long rows = 0;
            for (Map.Entry<String, byte[]> table : tables.entrySet()) {
                rows += manager.copyIn(
                        "copy " + table.getKey() + " from stdin (format binary)",
                        new ByteArrayInputStream(table.getValue()));
            }
            connection.commit();
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
