package org.isonomia.benchmarks;

import io.javalin.Javalin;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.isonomia.postgres.LocalPostgres;
import org.isonomia.postgres.PostgresSettings;

/**
 * What one would start with: Javalin as it comes, one route that asks the database one question through plain JDBC, and
 * one that answers nothing. The database starts beside the rest, as in the product.
 *
 * @param java the java program
 * @param root the repository
 */
record BarePeer(String java, Path root) {

    static final String READS_THE_DATABASE = "/database";
    static final String EMPTY = "/empty";

    Server serve(Path data) {
        return Server.start(
                root,
                Map.of(),
                List.of(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        BarePeer.class.getName(),
                        "{port}",
                        data.toString()));
    }

    /**
     * Serves until the process is told to stop.
     *
     * @param arguments the port and the database's folder
     */
    public static void main(String[] arguments) {
        LocalPostgres postgres = LocalPostgres.start(PostgresSettings.in(Path.of(arguments[1])))
                .closeOnShutdown();
        Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.routes.get(EMPTY, ctx -> ctx.result(""));
                    config.routes.get(READS_THE_DATABASE, ctx -> ctx.result(answer(postgres)));
                })
                .start("127.0.0.1", Integer.parseInt(arguments[0]));
    }

    private static String answer(LocalPostgres postgres) throws Exception {
        try (Connection connection = postgres.await().app().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select version()")) {
            row.next();
            return row.getString(1);
        }
    }
}
