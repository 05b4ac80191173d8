package org.isonomia.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Changes taken back by the journal's entry. */
class UndoTest {

    private static final String ACTION = TestServer.PLAN + "/actions/1.9";
    private static final String JOURNAL = "/api/v1/organisations/amp/journal";
    private static final String ENTRY = "/api/v1/organisations/amp/audiences/jeunes";

    private final TestServer server = TestServer.start();
    private final ApiClient api = new ApiClient(server);

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> change(String method, String path, String json) throws Exception {
        String etag = api.get(path).headers().firstValue("ETag").orElse("");
        HttpResponse<String> done = api.change(method, path, etag, json);
        assertThat(done.statusCode()).as(done.body()).isLessThan(300);
        return done;
    }

    private HttpResponse<String> undo(int sequence) throws Exception {
        return api.change("POST", JOURNAL + "/" + sequence + "/undo", "", "");
    }

    private String journal() throws Exception {
        return api.call("GET", JOURNAL, "", "Authorization", "Bearer " + TestServer.TOKEN)
                .body();
    }

    @Test
    void takesBackAFieldAndLeavesWhatElseWasChangedSince() throws Exception {
        change("PATCH", ACTION, "{\"description\":\"Une fois\"}");
        change("PATCH", ACTION, "{\"actual\":{\"start\":\"2026-05\"}}");

        HttpResponse<String> undone = undo(1);

        assertThat(undone.statusCode()).as(undone.body() + journal()).isEqualTo(204);
        assertThat(api.get(ACTION).body()).doesNotContain("Une fois").contains("2026-05");
        assertThat(journal()).contains("\"sequence\":3", "\"reason\":\"undoes entry 1\"");
        assertThat(undo(3).statusCode()).isEqualTo(204);
        assertThat(api.get(ACTION).body()).contains("Une fois");
    }

    @Test
    void refusesWhatWasChangedAgainSince() throws Exception {
        change("PATCH", ACTION, "{\"description\":\"Une fois\"}");
        change("PATCH", ACTION, "{\"description\":\"Encore\"}");

        HttpResponse<String> refused = undo(1);

        assertThat(refused.statusCode()).isEqualTo(412);
        assertThat(refused.body()).contains("changed again since");
        assertThat(api.get(ACTION).body()).contains("Encore");
    }

    @Test
    void takesBackThatAnEntryWasAddedChangedOrRemoved() throws Exception {
        assertThat(server.send(server.change("PUT", ENTRY, "{\"name\":\"Jeunes\"}")
                                .header("If-None-Match", "*"))
                        .statusCode())
                .isEqualTo(201);
        change("PATCH", ENTRY, "{\"name\":\"Jeunesse\"}");
        assertThat(undo(1).statusCode()).isEqualTo(412);
        assertThat(undo(2).statusCode()).isEqualTo(204);
        assertThat(api.get(ENTRY).body()).contains("Jeunes\"");
        change("DELETE", ENTRY, "");
        assertThat(undo(4).statusCode()).isEqualTo(204);
        assertThat(api.get(ENTRY).body()).contains("Jeunes\"");
        assertThat(undo(1).statusCode()).isEqualTo(204);
        assertThat(api.get(ENTRY).statusCode()).isEqualTo(404);
        assertThat(undo(99).statusCode()).isEqualTo(404);
    }
}
