package org.isonomia.benchmarks;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.isonomia.benchmarks.Contender.Http;
import org.isonomia.postgres.Login;

/** Runs every benchmark in one go and writes their tables. Started by {@code benchmarks/run}, in the folder benchmarks. */
final class Benchmarks implements AutoCloseable {

    static final String OURS = "Isonomia";
    static final String PGBENCH = "pgbench";
    static final String SPRING = "Spring";
    static final String EMPTY = "our empty handler";

    private static final int MANY = 10_000;
    private static final int FEW = 20;

    /** A request with a cookie is answered from the database, never from memory: it may be somebody's own page. */
    private static final List<String> FROM_THE_DATABASE = List.of("Cookie: from=the-database");

    private static final List<String> KEPT = List.of();

    /** As every browser asks. */
    private static final List<String> COMPRESSED = List.of("Accept-Encoding: gzip");

    private final Race.Effort effort;
    private final List<String> parts;
    private final Path folder;
    private final Product product;
    private final BarePeer bare;
    private final BenchDatabase database;
    private final List<Server> servers = new ArrayList<>();
    private final Report report = new Report();

    private Benchmarks(Race.Effort effort, List<String> parts, Path folder, Path root, String java) {
        this.effort = effort;
        this.parts = parts;
        this.folder = folder;
        this.product = new Product(root);
        this.bare = new BarePeer(java, root);
        this.database = BenchDatabase.start(folder.resolve("data"));
    }

    /**
     * @param arguments {@code --short} for a few minutes; the names of parts (action, dashboard, unchanged, growth, import,
     *     start) for these alone
     */
    public static void main(String[] arguments) throws Exception {
        Programs.require("wrk", "wrk");
        Programs.require("pgbench", "postgresql-contrib (or postgresql, where pgbench is part of it)");
        List<String> options = List.of(arguments);
        Race.Effort effort = options.contains("--short") ? Race.Effort.SHORT : Race.Effort.FULL;
        List<String> parts =
                options.stream().filter(option -> !option.startsWith("--")).toList();
        Path root = Path.of("").toAbsolutePath().getParent();
        Path folder = Files.createTempDirectory("isonomia-benchmarks");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        try (Benchmarks benchmarks = new Benchmarks(effort, parts, folder, root, java)) {
            benchmarks.run();
        } finally {
            Starts.delete(folder);
        }
    }

    private void run() throws Exception {
        Path data = folder.resolve("data");
        Path demo = product.root().resolve("bootstrap/src/main/resources/demo");
        Path many = new GeneratedPlan("many", MANY).write(folder);
        product.importInto(data, demo.resolve("plan.yaml"));
        product.importInto(data, demo.resolve("follow-up.yaml"));
        product.importInto(data, new GeneratedPlan("few", FEW).write(folder));
        product.importInto(data, many);
        BenchDatabase.run(database.owner(), "vacuum analyze");
        loads();
        if (wanted("import")) {
            report.imports(new Imports(product, database).run(many, effort.imports()));
        }
        if (wanted("start")) {
            report.starts(new Starts(product, bare, folder).run(effort.starts()));
        }
        String markdown = report.markdown(product.root());
        Files.writeString(Contender.target().resolve("results.md"), markdown);
        System.out.println(markdown);
    }

    private boolean wanted(String part) {
        return parts.isEmpty() || parts.contains(part);
    }

    private void loads() throws IOException, InterruptedException {
        Server ours = started(product.serve(database.owner(), database.app()), Product.LIVE);
        if (wanted("action")) {
            action(ours, started(spring(), action("few", "1")));
        }
        if (wanted("dashboard")) {
            dashboards(ours);
        }
        if (wanted("unchanged")) {
            unchanged(ours, started(bare.serve(folder.resolve("bare")), BarePeer.EMPTY));
        }
        if (wanted("growth")) {
            growth(ours);
        }
        servers.reversed().forEach(Server::close);
        servers.clear();
    }

    private void action(Server ours, Server spring) throws IOException, InterruptedException {
        Capture one = capture(ours, "action", action("many", "4711"), "4711", MANY);
        report.load(
                new Race(
                                "one action of 10 000, by code",
                                List.of(
                                        new Http(OURS, ours, action("many", ""), MANY, FROM_THE_DATABASE),
                                        one.contender(database),
                                        new Http(SPRING, spring, action("many", ""), MANY, KEPT)))
                        .run(effort),
                one.statements());
        Capture real = capture(ours, "action-real", action("amp", "pmlcd", "1.3"), null, 0);
        report.load(
                new Race(
                                "one action of the real plan",
                                List.of(
                                        new Http(OURS, ours, action("amp", "pmlcd", "1.3"), 0, FROM_THE_DATABASE),
                                        real.contender(database),
                                        new Http(SPRING, spring, action("amp", "pmlcd", "1.3"), 0, KEPT)))
                        .run(effort),
                real.statements());
    }

    private void dashboards(Server ours) throws IOException, InterruptedException {
        for (String[] plan : new String[][] {
            {"dashboard of the real plan", "amp", "pmlcd"}, {"dashboard of 10 000 actions", "many", GeneratedPlan.CODE}
        }) {
            String path = Product.api(plan[1], plan[2], "/dashboard");
            Capture capture = capture(ours, plan[0].replace(' ', '-'), path, null, 0);
            report.load(
                    new Race(
                                    plan[0],
                                    List.of(
                                            new Http(OURS, ours, path, 0, FROM_THE_DATABASE),
                                            capture.contender(database)))
                            .run(effort),
                    capture.statements());
        }
    }

    private void unchanged(Server ours, Server empty) {
        report.load(
                new Race(
                                "unchanged since the last read",
                                List.of(
                                        new Http("page", ours, "/fr/amp/pmlcd", 0, COMPRESSED),
                                        new Http("JSON", ours, action("amp", "pmlcd", "1.3"), 0, KEPT),
                                        new Http(EMPTY, ours, Product.LIVE, 0, KEPT),
                                        new Http("bare Javalin, empty", empty, BarePeer.EMPTY, 0, KEPT)))
                        .run(effort),
                0);
    }

    private void growth(Server ours) {
        report.load(
                new Race(
                                "growth: one action by code",
                                List.of(
                                        new Http("of 10 000", ours, action("many", ""), MANY, FROM_THE_DATABASE),
                                        new Http("of 20", ours, action("few", ""), FEW, FROM_THE_DATABASE)))
                        .run(effort),
                0);
        report.load(
                new Race(
                                "growth: a page of 20 actions",
                                List.of(
                                        new Http("of 10 000", ours, page("many"), 0, FROM_THE_DATABASE),
                                        new Http("of 20", ours, page("few"), 0, FROM_THE_DATABASE)))
                        .run(effort),
                0);
    }

    private static String page(String organisation) {
        return Product.api(organisation, GeneratedPlan.CODE, "/actions?limit=20");
    }

    private static String action(String organisation, String code) {
        return action(organisation, GeneratedPlan.CODE, code);
    }

    private static String action(String organisation, String plan, String code) {
        return Product.api(organisation, plan, "/actions/" + code);
    }

    private Server spring() {
        Login login = database.superuser();
        return Server.start(
                folder,
                Map.of(
                        "SPRING_DATASOURCE_URL", database.app().url(),
                        "SPRING_DATASOURCE_USERNAME", login.user(),
                        "SPRING_DATASOURCE_PASSWORD", login.password(),
                        "SERVER_ADDRESS", "127.0.0.1",
                        "SERVER_PORT", "{port}"),
                List.of(
                        bare.java(),
                        "-jar",
                        product.root()
                                .resolve("benchmarks/spring-peer/target/spring-peer.jar")
                                .toString()));
    }

    private Server started(Server server, String path) {
        servers.add(server);
        server.awaitAnswer(path);
        return server;
    }

    /** What our server asks of the database for one answer, once all is warm. */
    private Capture capture(Server ours, String name, String path, String marked, int last)
            throws IOException, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
            HttpRequest request = HttpRequest.newBuilder(ours.at(path))
                    .header("Cookie", "from=the-database")
                    .build();
            client.send(request, HttpResponse.BodyHandlers.ofString());
            String lines = database.logOf(() -> {
                try {
                    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                    if (answer.statusCode() != 200) {
                        throw new IllegalStateException(path + ": " + answer.body());
                    }
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            return Capture.of(name, lines, marked, last);
        }
    }

    @Override
    public void close() {
        servers.reversed().forEach(Server::close);
        database.close();
    }
}
