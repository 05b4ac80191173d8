import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Starts the program once on throw-away demonstration data, reads pages for some seconds, stops it in good order, and keeps
 * what the virtual machine has learned about its classes and its busiest methods, so that later starts take a fraction of the
 * time and are soon at full speed. Part of the launcher, not
 * of the product: run as it is by the JDK. Whatever goes wrong, the program starts without it.
 *
 * <p>Arguments: the java program, the product's jar, the cache to write, the option that writes a cache.
 */
final class Rehearsal {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration PLAY = Duration.ofSeconds(8);
    private static final String PLAN = "/api/v1/organisations/amp/plans/pmlcd";
    private static final List<String> PAGES = List.of(
            "/",
            "/fr/amp/pmlcd",
            "/en/amp/pmlcd",
            "/fr/amp/pmlcd/actions",
            "/fr/amp/pmlcd/actions/1.3",
            PLAN + "/actions/1.3",
            PLAN + "/actions?limit=20",
            PLAN + "/dashboard",
            "/health/ready");

    private final String java;
    private final Path jar;
    private final Path cache;
    private final String option;

    private Rehearsal(String java, Path jar, Path cache, String option) {
        this.java = java;
        this.jar = jar;
        this.cache = cache;
        this.option = option;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 4) {
            throw new IllegalArgumentException("expected: JAVA JAR CACHE OPTION");
        }
        new Rehearsal(arguments[0], Path.of(arguments[1]), Path.of(arguments[2]), arguments[3]).run();
    }

    private void run() throws Exception {
        Path folder = Files.createTempDirectory("isonomia-rehearsal");
        Path fresh = folder.resolve("cache");
        try {
            perform(folder, fresh);
            Files.move(fresh, cache, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            delete(folder);
        }
    }

    private void perform(Path folder, Path fresh) throws Exception {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(java, option + fresh, "-jar", jar.toString()));
        command.addAll(List.of("demo", "--data", folder.resolve("data").toString(), "--port", String.valueOf(port)));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        // nothing that is configured for the real program, above all not its database
        builder.environment().keySet().removeIf(name -> name.startsWith("ISONOMIA_"));
        builder.environment().put("ISONOMIA_HTTP_REQUESTS_PER_MINUTE", "0");
        Process program = builder.start();
        try {
            visit(program, URI.create("http://127.0.0.1:" + port));
            program.destroy();
            program.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } finally {
            program.destroyForcibly();
        }
    }

    private static void visit(Process program, URI server) throws Exception {
        try (HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            Instant end = Instant.now().plus(PATIENCE);
            while (!answers(client, server.resolve("/"))) {
                if (Instant.now().isAfter(end) || program.waitFor(200, TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("The program did not answer.");
                }
            }
            end = Instant.now().plus(PLAY);
            while (Instant.now().isBefore(end)) {
                for (String page : PAGES) {
                    answers(client, server.resolve(page));
                }
            }
        }
    }

    private static boolean answers(HttpClient client, URI page) throws InterruptedException {
        try {
            // with a cookie, so that it is answered from the database and not from memory
            HttpRequest request = HttpRequest.newBuilder(page)
                    .header("Cookie", "from=rehearsal")
                    .timeout(Duration.ofSeconds(30))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() < 400;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
