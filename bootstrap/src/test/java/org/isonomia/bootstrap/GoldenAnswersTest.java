package org.isonomia.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isonomia.adapters.files.FileFormats;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What clients of the API are answered about the demonstration, to the letter: whoever changes an answer sees here what
 * clients will see. Run it with {@code -Disonomia.golden=write} to write the files anew, and read the difference.
 */
class GoldenAnswersTest {

    private static final Path FILES = Path.of("src", "test", "resources", "golden");

    private static DemonstrationServer server;

    @BeforeAll
    static void start() throws Exception {
        server = DemonstrationServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "organisation, ''",
        "plan, /plans/pmlcd",
        "dashboard, /plans/pmlcd/dashboard",
        "axes, /plans/pmlcd/axes",
        "late-actions, /plans/pmlcd/actions?health=late&sort=deadline",
        "action, /plans/pmlcd/actions/1.2",
        "milestones, /plans/pmlcd/actions/1.2/milestones",
        "partners, /partners",
        "problem-not-found, /plans/pmlcd/actions/none",
        "problem-parameters, /plans/pmlcd/actions?health=fine&colour=red"
    })
    void areWhatTheyWere(String name, String path) throws Exception {
        String answer = indented(get("/api/v1/organisations/amp" + path));
        Path file = FILES.resolve(name + ".json");
        if ("write".equals(System.getProperty("isonomia.golden"))) {
            Files.createDirectories(FILES);
            Files.writeString(file, answer);
        }
        assertThat(answer).isEqualTo(Files.readString(file));
    }

    private static String get(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI uri = URI.create(server.uri() + path);
            return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private static String indented(String json) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FileFormats.json()
                .write(
                        FileFormats.json()
                                .read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)))
                                .orThrow(),
                        out);
        return out.toString(StandardCharsets.UTF_8)
                .replaceAll("\"requestId\": \"[0-9a-z]+\"", "\"requestId\": \"differs\"");
    }
}
