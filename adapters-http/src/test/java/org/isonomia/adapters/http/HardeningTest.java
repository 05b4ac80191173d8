package org.isonomia.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.isonomia.application.spi.BusyException;
import org.isonomia.application.spi.testing.TestPeople;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server refuses whatever is offered on it: the pitfalls named in {@code docs/security.md}. */
class HardeningTest {

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void livesAndIsReady() throws Exception {
        assertThat(server.get("/health/live").body()).isEqualTo("alive\n");
        assertThat(server.get("/health/ready").statusCode()).isEqualTo(200);
        server.well.set(false);
        HttpResponse<String> unwell = server.get("/health/ready");
        server.well.set(true);
        assertThat(unwell.statusCode()).isEqualTo(503);
        assertThat(unwell.body()).contains("/problems/unavailable").doesNotContain("test");
    }

    @ParameterizedTest
    @ValueSource(strings = {TestServer.PLAN, "/fr/amp/PMCD"})
    void saysWhenToComeBackWhereTheDatabaseIsBusy(String path) throws Exception {
        server.onRevision.set(() -> {
            throw new BusyException("no connection", new IllegalStateException("secret of the database"));
        });
        HttpResponse<String> busy = server.get(path);
        server.onRevision.set(() -> {});

        assertThat(busy.statusCode()).isEqualTo(503);
        assertThat(busy.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(busy.body()).doesNotContain("secret");
        assertThat(server.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void countsRequestsByRoute() throws Exception {
        server.get("/health/live");

        assertThat(server.get("/metrics").body())
                .contains("http_server_requests_seconds_count")
                .contains("route=\"/health/live\"");
    }

    @Test
    void everyAnswerCarriesHeadersAgainstMisuse() throws Exception {
        for (String path : new String[] {"/health/live", "/nothing", "/static/isonomia.css"}) {
            HttpResponse<String> answer = server.get(path);
            SecurityHeaders.ALL.forEach((name, value) ->
                    assertThat(answer.headers().firstValue(name)).hasValue(value));
            assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
            assertThat(answer.headers().firstValue("Server")).isEmpty();
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void refusesToHaveTheMethodOverridden() throws Exception {
        HttpResponse<String> answer = server.get("/api/v1/organisations", "X-HTTP-Method-Override", "DELETE");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("/problems/method-override");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/..%2f..%2fmetrics",
                "/api/v1/%2e%2e/metrics",
                "/api/v1/a%2Fb",
                "/static/..;/x",
                "/api/v1/%zz",
                "/api/v1//organisations"
            })
    void refusesAddressesThatCanBeReadInTwoWays(String path) throws Exception {
        String answer = server.raw("GET " + path + " HTTP/1.1", "Host: localhost", "Connection: close");

        assertThat(answer).matches("(?s)HTTP/1.1 40[04] .*").contains("application/problem+json", "requestId");
    }

    @Test
    void saysThatItReadsNoFurtherWhereItDoesNot() throws Exception {
        String answer = server.raw(
                "PATCH /api/v1/organisations/%00 HTTP/1.1", "Host: localhost", "Content-Length: 2", "", "{}");

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("Connection: close");
    }

    @Test
    void answersUnknownAddressesAndMethodsWithProblems() throws Exception {
        HttpResponse<String> absent = server.get("/api/v1/nothing");
        HttpResponse<String> trailing = server.get("/health/live/");
        HttpResponse<String> method = server.send(server.to("/health/live").DELETE());
        HttpResponse<String> trace = server.send(server.to("/health/live").method("TRACE", BodyPublishers.noBody()));

        assertThat(absent.statusCode()).isEqualTo(404);
        assertThat(absent.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(absent.body()).contains("\"type\":\"/problems/not-found\"");
        assertThat(trailing.statusCode()).isEqualTo(404);
        assertThat(method.statusCode()).isEqualTo(405);
        assertThat(trace.statusCode()).isEqualTo(405);
    }

    @Test
    void refusesBodiesThatAreTooLargeBeforeReadingThem() throws Exception {
        String answer = server.raw(
                "POST /api/v1/organisations/-/imports HTTP/1.1",
                "Host: localhost",
                "Content-Length: 99999999999",
                "Connection: close");

        assertThat(answer).startsWith("HTTP/1.1 413").contains("/problems/body-too-large");
    }

    @ParameterizedTest
    @CsvSource({
        "Content-Encoding, gzip, login=a, 415",
        "Content-Type, multipart/form-data; boundary=x, login=a, 415",
        "Content-Type, application/x-www-form-urlencoded, login=a&login=b, 400",
        "Content-Type, application/x-www-form-urlencoded, login=a&units=b&units=c, 403"
    })
    void looksIntoFormsThatSayEachThingOnce(String header, String value, String form, int status) throws Exception {
        HttpRequest.Builder request = server.to("/fr/sign-in").POST(BodyPublishers.ofString(form));
        if (!header.equals("Content-Type")) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        HttpResponse<String> answer = server.send(request.header(header, value));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    }

    /** As many clients do, the whole body is sent before the answer is read. */
    @Test
    void letsClientsReadThatTheirBodyIsTooLarge() throws Exception {
        byte[] part = new byte[1 << 20];
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.server.port())) {
            socket.getOutputStream()
                    .write(("POST /api/v1/organisations/-/imports HTTP/1.1\r\nHost: localhost\r\n" + "Content-Length: "
                                    + 40L * part.length + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 40; i++) {
                socket.getOutputStream().write(part);
            }
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 413").contains("/problems/body-too-large", "Connection: close");
        }
    }

    @Test
    void limitsRequestsByPeerAndNotByWhatThePeerSays() throws Exception {
        try (TestServer strict = new TestServer(HttpAdapter.Settings.DEFAULT.withRequestsPerMinute(2))) {
            assertThat(strict.get("/api/v1/organisations", "X-Forwarded-For", "10.0.0.1")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(strict.get("/api/v1/organisations", "X-Forwarded-For", "10.0.0.2")
                            .statusCode())
                    .isEqualTo(200);
            HttpResponse<String> third = strict.get("/api/v1/organisations", "X-Forwarded-For", "10.0.0.3");
            assertThat(third.statusCode()).isEqualTo(429);
            assertThat(third.headers().firstValue("Retry-After")).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/organisations", "/fr/amp/PMCD", "/static/isonomia.css"})
    void saysTheSameOfWhatIsKeptAndWhatIsNot(String path) throws Exception {
        for (String coding : new String[] {"identity", "gzip"}) {
            HttpResponse<byte[]> made = server.bytes(path, "Accept-Encoding", coding, "Cookie", "a=b");
            HttpResponse<byte[]> first = server.bytes(path, "Accept-Encoding", coding);
            HttpResponse<byte[]> kept = server.bytes(path, "Accept-Encoding", coding);

            assertThat(first.body()).isEqualTo(made.body());
            assertThat(kept.body()).isEqualTo(made.body());
            assertThat(said(kept)).isEqualTo(said(made)).isEqualTo(said(first));
            assertThat(kept.headers().allValues("X-Request-Id"))
                    .hasSize(1)
                    .isNotEqualTo(first.headers().allValues("X-Request-Id"));
        }
        assertThat(server.get("/metrics").body()).doesNotContain("route=\"none\",status=\"200\"");
    }

    private static Map<String, List<String>> said(HttpResponse<?> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeAll(ImmutableSet.of("date", "x-request-id"));
        return headers;
    }

    @Test
    void limitsWhatIsKeptAsWell() throws Exception {
        try (TestServer strict = new TestServer(HttpAdapter.Settings.DEFAULT.withRequestsPerMinute(3))) {
            for (int i = 0; i < 3; i++) {
                assertThat(strict.get("/api/v1/organisations").statusCode()).isEqualTo(200);
            }
            assertThat(strict.get("/api/v1/organisations").statusCode()).isEqualTo(429);
        }
    }

    @Test
    void isAskedWhetherItLivesAsOftenAsYouLike() throws Exception {
        try (TestServer strict = new TestServer(HttpAdapter.Settings.DEFAULT.withRequestsPerMinute(1))) {
            for (int i = 0; i < 5; i++) {
                assertThat(strict.get("/health/live").statusCode()).isEqualTo(200);
                assertThat(strict.get("/health/ready").statusCode()).isEqualTo(200);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://evil.example",
        "Origin, null",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site"
    })
    void takesNoFormFromAnotherSite(String header, String value) throws Exception {
        for (String path : new String[] {"/fr/sign-in", "/fr/sign-out", "/fr/amp/PMCD/actions/1.9/edit/status"}) {
            HttpResponse<String> answer = server.send(form(path).header(header, value));
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void takesFormsFromItsOwnPages() throws Exception {
        String own = server.at("").toString();
        assertThat(server.send(form("/fr/sign-in").header("Origin", own)).statusCode())
                .isEqualTo(303);
        assertThat(server.send(form("/fr/sign-in").header("Sec-Fetch-Site", "same-origin"))
                        .statusCode())
                .isEqualTo(303);
    }

    private static HttpRequest.Builder form(String path) {
        return server.to(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "login=" + TestPeople.LOGIN + "&password=" + TestPeople.PASSWORD.replace(' ', '+')));
    }

    @Test
    void believesAListedProxyAboutWhoIsAsking() throws Exception {
        HttpAdapter.Settings open = HttpAdapter.Settings.DEFAULT;
        HttpAdapter.Settings behindProxy = new HttpAdapter.Settings(
                open.host(),
                open.port(),
                open.maxBodyBytes(),
                1,
                open.maxConnections(),
                ImmutableSet.of("127.0.0.1"),
                open.idleTimeout(),
                open.stopTimeout());
        try (TestServer server = new TestServer(behindProxy)) {
            assertThat(server.get("/api/v1/organisations", "X-Forwarded-For", "forged, 10.0.0.1")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(server.get("/api/v1/organisations", "X-Forwarded-For", "forged, 10.0.0.2")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(server.get("/api/v1/organisations", "X-Forwarded-For", "other, 10.0.0.2")
                            .statusCode())
                    .isEqualTo(429);
        }
    }

    @Test
    void pagesSayInWhichCharactersTheyAreWritten() throws Exception {
        assertThat(server.get("/fr").headers().firstValue("Content-Type"))
                .get()
                .asString()
                .isEqualToIgnoringCase("text/html;charset=utf-8");
        assertThat(server.get("/fr/nothing").headers().firstValue("Content-Type"))
                .get()
                .asString()
                .isEqualToIgnoringCase("text/html;charset=utf-8");
    }

    @Test
    void answersReadsOfFilesFromWhatTheClientHas() throws Exception {
        HttpResponse<String> first = server.get("/static/isonomia.css", "Accept-Encoding", "gzip");
        String etag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> second =
                server.get("/static/isonomia.css", "Accept-Encoding", "gzip", "If-None-Match", etag);

        assertThat(first.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
    }

    @Test
    void headGoesThroughTheSameDoorAsGet() throws Exception {
        HttpResponse<String> head =
                server.send(server.to("/static/isonomia.css").method("HEAD", BodyPublishers.noBody()));

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("ETag")).isPresent();
        assertThat(head.body()).isEmpty();
    }
}
