package org.isonomia.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isonomia.postgres.Login;

/**
 * The product as a user runs it, by its launcher.
 *
 * @param root the repository
 */
record Product(Path root) {

    static final String LIVE = "/health/live";
    static final String READS_THE_DATABASE = "/api/v1/organisations";

    /** All requests come from one address here. */
    private static final Map<String, String> NO_LIMIT = Map.of("ISONOMIA_HTTP_REQUESTS_PER_MINUTE", "0");

    private List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(root.resolve("isonomia").toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    Server serve(Path data) {
        return Server.start(root, NO_LIMIT, command("serve", "--data", data.toString(), "--port", "{port}"));
    }

    void importInto(Path data, Path file) {
        Programs.run(root, Map.of(), command("plan", "import", "--data", data.toString(), file.toString()));
    }

    /** Serves a database of a server that is not its own to start: several contenders use it. */
    Server serve(Login owner, Login app) {
        Map<String, String> environment = database(owner, app);
        environment.putAll(NO_LIMIT);
        return Server.start(root, environment, command("serve", "--port", "{port}"));
    }

    /** Imports into another database of the same server. */
    void importInto(Login owner, Login app, Path file) {
        Programs.run(root, database(owner, app), command("plan", "import", file.toString()));
    }

    private static Map<String, String> database(Login owner, Login app) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("ISONOMIA_DATABASE_URL", app.url());
        environment.put("ISONOMIA_DATABASE_OWNER_USER", owner.user());
        environment.put("ISONOMIA_DATABASE_OWNER_PASSWORD", owner.password());
        environment.put("ISONOMIA_DATABASE_APP_USER", app.user());
        environment.put("ISONOMIA_DATABASE_APP_PASSWORD", app.password());
        return environment;
    }

    /** Where an API answer of a plan is. */
    static String api(String organisation, String plan, String rest) {
        return "/api/v1/organisations/" + organisation + "/plans/" + plan + rest;
    }
}
