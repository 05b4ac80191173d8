package org.isonomia.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import org.isonomia.adapters.http.routing.Query;

/** Talks to the API and holds every word of both sides against its description. */
final class ApiClient {

    static final OpenApiInteractionValidator DESCRIPTION = OpenApiInteractionValidator.createFor(
                    "org/isonomia/adapters/http/api/openapi.yaml")
            // The validator takes lists in the query for single values: what they hold is tested by refusals.
            .withLevelResolver(LevelResolver.create()
                    .withLevel("validation.request.parameter.collection", ValidationReport.Level.IGNORE)
                    .withLevel("validation.request.parameter.schema", ValidationReport.Level.IGNORE)
                    .build())
            .build();

    private final TestServer server;
    final Set<String> succeeded = new TreeSet<>();

    ApiClient(TestServer server) {
        this.server = server;
    }

    /** Whether a request of this kind has succeeded. */
    boolean did(Description.Operation operation) {
        String form = operation.path().replaceAll("\\{[a-z]+}", "[^/]+").replace(".", "\\.");
        return succeeded.stream().anyMatch(done -> done.matches(operation.method() + " " + form));
    }

    HttpResponse<String> get(String path, String... headers) throws Exception {
        return call("GET", path, "", headers);
    }

    /** Changes something as administrator, against a version. */
    HttpResponse<String> change(String method, String path, String etag, String json) throws Exception {
        String type = method.equals("PATCH") && !path.endsWith("/actions")
                ? "application/merge-patch+json"
                : "application/json";
        return etag.isEmpty()
                ? call(method, path, json, "Authorization", "Bearer " + TestServer.TOKEN, "Content-Type", type)
                : call(
                        method,
                        path,
                        json,
                        "Authorization",
                        "Bearer " + TestServer.TOKEN,
                        "Content-Type",
                        type,
                        "If-Match",
                        etag);
    }

    HttpResponse<String> call(String method, String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = server.to(path).method(method, BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> answer = server.send(request);
        assertAsDescribed(method, path, body, headers, answer);
        return answer;
    }

    private void assertAsDescribed(
            String method, String path, String body, String[] headers, HttpResponse<String> answer) {
        String bare = path.contains("?") ? path.substring(0, path.indexOf('?')) : path;
        SimpleResponse.Builder response = new SimpleResponse.Builder(answer.statusCode());
        answer.headers().map().forEach(response::withHeader);
        if (!answer.body().isEmpty()) {
            response.withBody(answer.body());
        }
        ValidationReport said = DESCRIPTION.validateResponse(bare, Request.Method.valueOf(method), response.build());
        assertThat(said.getMessages())
                .as("%s %s answered %s", method, path, answer.body())
                .isEmpty();
        if (answer.statusCode() < 300) {
            SimpleRequest.Builder request = new SimpleRequest.Builder(method, bare);
            for (int i = 0; i < headers.length; i += 2) {
                request.withHeader(headers[i], headers[i + 1]);
            }
            if (path.contains("?")) {
                Query.parse(path.substring(path.indexOf('?') + 1))
                        .values()
                        .asMap()
                        .forEach((name, values) ->
                                request.withQueryParam(name, values.stream().toList()));
            }
            if (!body.isEmpty()) {
                request.withBody(body);
            }
            assertThat(DESCRIPTION.validateRequest(request.build()).getMessages().stream()
                            .filter(message -> message.getLevel() != ValidationReport.Level.IGNORE))
                    .as("%s %s was accepted, and is described differently", method, path)
                    .isEmpty();
            succeeded.add(method + " " + bare);
        }
    }
}
