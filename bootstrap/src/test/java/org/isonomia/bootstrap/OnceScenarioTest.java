package org.isonomia.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nothing is done twice: the same request sent by many at once, over a real database. */
class OnceScenarioTest {

    private static final int KEYS = 10;
    private static final int SENDERS = 8;
    private static final String ACTIONS = "/api/v1/organisations/amp/plans/pmlcd/actions";

    private static DemonstrationServer server;
    private static HttpClient client;

    @BeforeAll
    static void start() throws Exception {
        server = DemonstrationServer.start();
        client = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    private static HttpResponse<String> add(String key, String code) throws Exception {
        URI uri = URI.create(server.uri() + ACTIONS + "?amendmentDate=2026-11-01&amendmentReason=Ajout");
        return client.send(
                HttpRequest.newBuilder(uri)
                        .header("Authorization", "Bearer " + DemonstrationServer.TOKEN)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "\"" + key + "\"")
                        .POST(BodyPublishers.ofString("{\"code\":\"" + code + "\",\"axis\":\"1\",\"title\":\"Atelier\","
                                + "\"kind\":\"event\",\"level\":\"will\"}"))
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    void oneOfManyAtOnceIsDoneAndAllAreAnsweredWithTheSameInTheEnd() throws Exception {
        long before = entries();
        for (int key = 0; key < KEYS; key++) {
            String name = "key-" + key;
            String code = "9." + key;
            List<Callable<HttpResponse<String>>> senders = new ArrayList<>();
            for (int sender = 0; sender < SENDERS; sender++) {
                senders.add(() -> add(name, code));
            }
            List<HttpResponse<String>> answers = new ArrayList<>();
            try (ExecutorService threads = Executors.newFixedThreadPool(SENDERS)) {
                for (Future<HttpResponse<String>> answer : threads.invokeAll(senders)) {
                    answers.add(answer.get());
                }
            }
            HttpResponse<String> afterwards = add(name, code);
            assertThat(afterwards.statusCode()).as(afterwards.body()).isEqualTo(201);
            assertThat(answers).anyMatch(answer -> answer.statusCode() == 201);
            for (HttpResponse<String> answer : answers) {
                if (answer.statusCode() == 409) {
                    assertThat(answer.body()).contains("/problems/key-in-use");
                } else {
                    assertThat(answer.body()).isEqualTo(afterwards.body());
                    assertThat(answer.headers().firstValue("ETag"))
                            .isEqualTo(afterwards.headers().firstValue("ETag"));
                }
            }
        }
        assertThat(entries() - before).isEqualTo(2L * KEYS);
    }

    /** How many entries the journal has. */
    private static long entries() throws Exception {
        String journal = client.send(
                        HttpRequest.newBuilder(URI.create(server.uri() + "/api/v1/organisations/amp/journal?limit=1"))
                                .header("Authorization", "Bearer " + DemonstrationServer.TOKEN)
                                .build(),
                        BodyHandlers.ofString())
                .body();
        return Long.parseLong(journal.replaceFirst("(?s).*?\"sequence\":(\\d+).*", "$1"));
    }
}
