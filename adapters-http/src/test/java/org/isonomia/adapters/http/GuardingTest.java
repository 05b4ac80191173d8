package org.isonomia.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.isonomia.adapters.http.routing.GuardedRoutes;
import org.isonomia.adapters.http.routing.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may call what, what is kept, and how the server stops. */
class GuardingTest {

    @Test
    void refusesToStartWithARouteThatDoesNotSayWhoMayCallIt() {
        Endpoint open = Endpoint.create(HandlerType.GET, "/open").handler(ctx -> ctx.result("anybody"));

        assertThatIllegalStateException()
                .isThrownBy(() -> GuardedRoutes.checkAll(List.of(open)))
                .withMessageContaining("/open");
    }

    @Test
    void noRouteThatChangesAnythingAnswersWithoutACredential() throws Exception {
        try (TestServer server = TestServer.start()) {
            List<String> changing = server.server.routes().stream()
                    .filter(route -> !route.startsWith("GET ") && !route.startsWith("HEAD "))
                    .filter(route -> route.contains(" /api/"))
                    .toList();
            for (String route : changing) {
                String[] parts = route.split(" ", 2);
                HttpResponse<String> answer = server.send(server.to(parts[1].replaceAll("\\{[a-z]+}", "x"))
                        .method(parts[0], BodyPublishers.ofString("{}"))
                        .header("Content-Type", "application/json")
                        .header("Cookie", "isonomia=x"));
                assertThat(answer.statusCode()).as(route).isEqualTo(401);
            }
            assertThat(changing).hasSizeGreaterThan(20);
        }
    }

    @Test
    void keepsAnswersUntilSomethingChanges() throws Exception {
        try (TestServer server = TestServer.start()) {
            server.counting.set(false);
            String path = TestServer.PLAN + "/actions/1.9";
            String before = server.get(path).body();
            String etag = server.get(path).headers().firstValue("ETag").orElseThrow();
            server.send(server.change("PATCH", path, "{\"description\":\"Autrement\"}")
                    .header("If-Match", etag));

            assertThat(server.get(path).body()).as("kept").isEqualTo(before);
            server.revision.incrementAndGet();
            assertThat(server.get(path).body()).contains("Autrement");
        }
    }

    @Test
    void answersWhatItIsAskedBeforeItStops() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        TestServer server = TestServer.start();
        server.onCheck.set(() -> {
            asked.countDown();
            await(goOn);
        });
        CompletableFuture<HttpResponse<String>> answer =
                server.client.sendAsync(server.to("/health/ready").build(), HttpResponse.BodyHandlers.ofString());
        asked.await();
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
        while (accepts(server)) {
            Thread.onSpinWait();
        }
        assertThat(stopped).isNotDone();
        goOn.countDown();

        assertThat(answer.get().statusCode()).isEqualTo(200);
        stopped.get();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean accepts(TestServer server) {
        try {
            server.raw("GET /health/live HTTP/1.1", "Host: h", "Connection: close");
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyProblemIsDocumented(ProblemType type) throws Exception {
        String documentation = Files.readString(Path.of("../docs/problems.md"));

        assertThat(documentation).contains("## " + type.slug()).contains("`" + type.status() + "`");
    }

    @Test
    void everyProblemHasAPageAtItsAddress() throws Exception {
        try (TestServer server = TestServer.start()) {
            assertThat(Stream.of(ProblemType.values()).map(ProblemType::uri))
                    .allSatisfy(address -> assertThat(status(server, address)).isEqualTo(200));
            assertThat(status(server, "/problems/nothing")).isEqualTo(404);
        }
    }

    private static int status(TestServer server, String address) {
        try {
            return server.get(address).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void failuresOfOursAreProblemsThatTellNothing() throws Exception {
        try (TestServer server = TestServer.start()) {
            server.onCheck.set(() -> {
                throw new StackOverflowError("secret");
            });
            HttpResponse<String> error = server.get("/health/ready");
            server.onCheck.set(() -> {
                throw new IllegalStateException("secret");
            });
            HttpResponse<String> exception = server.get("/health/ready");

            assertThat(List.of(error, exception)).allSatisfy(answer -> {
                assertThat(answer.statusCode()).isEqualTo(500);
                assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
                assertThat(answer.body()).contains("/problems/internal-error").doesNotContain("secret");
            });
        }
    }
}
