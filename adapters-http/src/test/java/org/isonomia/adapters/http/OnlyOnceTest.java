package org.isonomia.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.isonomia.application.spi.testing.Samples;
import org.isonomia.domain.journal.Digest;
import org.isonomia.domain.network.OrganisationId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a key does to a request that changes something. */
class OnlyOnceTest {

    private static final String ACTIONS = TestServer.PLAN + "/actions?amendmentDate=2026-06-01&amendmentReason=Vote";
    private static final ImmutableList<String> SAME =
            ImmutableList.of("ETag", "Location", "Content-Type", "Cache-Control");

    private final TestServer server = TestServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    private static String entry(String code, String title) {
        return "{\"code\":\"" + code + "\",\"title\":\"" + title
                + "\",\"axis\":\"1\",\"kind\":\"event\",\"level\":\"will\"}";
    }

    private HttpResponse<String> post(String key, String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = server.change("POST", path, body).header("Idempotency-Key", key);
        return server.send(headers.length == 0 ? request : request.headers(headers));
    }

    private long entries() throws Exception {
        return server.ports
                .unitOfWork()
                .<Long>read(
                        new OrganisationId(new UUID(0, 7)),
                        stores -> stores.journal().peaks().size());
    }

    @Test
    void theSameRequestHappensOnceAndIsAnsweredWithTheSame() throws Exception {
        HttpResponse<String> first = post("\"k-1\"", ACTIONS, entry("1.20", "Former"));
        long entries = entries();
        HttpResponse<String> second = post("\"k-1\"", ACTIONS, entry("1.20", "Former"));
        HttpResponse<String> bare = post("k-1", ACTIONS, entry("1.20", "Former"));

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        for (HttpResponse<String> again : ImmutableList.of(second, bare)) {
            assertThat(again.statusCode()).as(again.body()).isEqualTo(201);
            assertThat(again.body()).isEqualTo(first.body());
            for (String name : SAME) {
                assertThat(again.headers().firstValue(name))
                        .as(name)
                        .isEqualTo(first.headers().firstValue(name));
            }
        }
        assertThat(first.headers().firstValue("Location")).isPresent();
        assertThat(first.headers().firstValue("ETag")).isPresent();
        assertThat(entries()).isEqualTo(entries);
    }

    @Test
    void isAnsweredWithTheSameThoughThingsHaveChangedSince() throws Exception {
        String action = TestServer.PLAN + "/actions/1.9";
        String etag = server.get(action).headers().firstValue("ETag").orElseThrow();
        String status = "{\"status\":\"in-progress\",\"date\":\"2026-06-01\",\"author\":\"DRH\"}";
        HttpResponse<String> first = post("k", action + "/statuses", status, "If-Match", etag);
        String now = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> changed =
                server.send(server.change("PATCH", action, "{\"actual\":{\"start\":\"2026-05\"}}")
                        .header("If-Match", now));

        HttpResponse<String> again = post("k", action + "/statuses", status, "If-Match", etag);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("ETag")).contains(now);
    }

    @Test
    void anotherRequestUnderTheSameKeyIsRefused() throws Exception {
        post("k", ACTIONS, entry("1.20", "Former"));
        long entries = entries();

        HttpResponse<String> body = post("k", ACTIONS, entry("1.21", "Former"));
        HttpResponse<String> query = post("k", ACTIONS.replace("Vote", "Autre"), entry("1.20", "Former"));
        HttpResponse<String> version = post("k", ACTIONS, entry("1.20", "Former"), "If-Match", "\"1-a\"");
        HttpResponse<String> address = post("k", TestServer.PLAN + "/transitions", "{\"status\":\"adopted\"}");

        for (HttpResponse<String> refused : ImmutableList.of(body, query, version, address)) {
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("/problems/key-reused");
        }
        assertThat(entries()).isEqualTo(entries);
    }

    @Test
    void whatWasRefusedIsNotKept() throws Exception {
        HttpResponse<String> refused = post("k", ACTIONS, entry("1.20", ""));
        HttpResponse<String> unknown =
                post("k", ACTIONS, entry("1.20", "Former").replace("axis", "axes"));
        HttpResponse<String> good = post("k", ACTIONS, entry("1.20", "Former"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(good.statusCode()).as(good.body()).isEqualTo(201);
    }

    @Test
    void asksToWaitWhileTheRequestIsBeingWorkedOn() throws Exception {
        Digest key =
                new Digest(Hashing.sha256().hashString("account " + new UUID(8, 8) + "\nk", StandardCharsets.UTF_8));
        HttpResponse<String> meanwhile = server.ports.unitOfWork().read(new OrganisationId(new UUID(0, 7)), stores -> {
            assertThat(stores.answers().claim(key)).isTrue();
            try {
                return post("k", ACTIONS, entry("1.20", "Former"));
            } catch (Exception failed) {
                throw new AssertionError(failed);
            }
        });

        assertThat(meanwhile.statusCode()).isEqualTo(409);
        assertThat(meanwhile.body()).contains("/problems/key-in-use");
        assertThat(meanwhile.headers().firstValue("Retry-After")).contains("1");
        assertThat(post("k", ACTIONS, entry("1.20", "Former")).statusCode()).isEqualTo(201);
    }

    @Test
    void imports() throws Exception {
        String imports = "/api/v1/organisations/-/imports";
        String file =
                "{\"isonomia\":\"plan/1\",\"organisation\":{\"code\":\"mini\",\"name\":\"Mini\",\"kind\":\"commune\","
                        + "\"timeZone\":\"Europe/Paris\"},\"plan\":{\"code\":\"p\",\"title\":\"Plan\",\"kind\":\"local\"},"
                        + "\"axes\":[{\"code\":\"1\",\"title\":\"Un\"}],\"actions\":[]}";
        server.ports.organisations().put(Samples.organisation(new UUID(0, 8), "mini"));
        server.lead("mini");
        HttpResponse<String> told = post("k", imports + "?dryRun=true", file);
        HttpResponse<String> first = post("k", imports, file);
        HttpResponse<String> again = post("k", imports, file);
        HttpResponse<String> other = post("k", imports, file.replace("\"p\"", "\"q\""));

        assertThat(told.statusCode()).as(told.body()).isEqualTo(200);
        assertThat(first.body()).as(first.body()).contains("\"applied\":true");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(server.get("/api/v1/organisations/mini/plans/q").statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"a", "a\"b", "with space", "\"\\\""})
    void refusesWhatIsNoKey(String key) throws Exception {
        HttpResponse<String> refused = post(key, ACTIONS, entry("1.20", "Former"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Idempotency-Key");
    }

    @Test
    void everyPostOfTheApiLooksAtTheKey() throws Exception {
        ImmutableList<String> posts = server.server.routes().stream()
                .filter(route -> route.startsWith("POST /api/"))
                .collect(ImmutableList.toImmutableList());
        for (String route : posts) {
            String path = route.substring("POST ".length()).replaceAll("\\{[a-z]+}", "x");
            HttpResponse<String> refused = post("no key", path, "{}");
            assertThat(refused.statusCode()).as(route).isEqualTo(400);
            assertThat(refused.body()).as(route).contains("Idempotency-Key");
        }
        assertThat(posts).hasSizeGreaterThanOrEqualTo(5);
        assertThat(Description.operations().stream()
                        .filter(operation -> operation.method().equals("POST"))
                        .count())
                .isEqualTo(posts.size());
        assertThat(new String(Description.bytes("openapi.json"), StandardCharsets.UTF_8)
                        .split("parameters/IdempotencyKey", -1))
                .hasSize(posts.size() + 1);
    }
}
