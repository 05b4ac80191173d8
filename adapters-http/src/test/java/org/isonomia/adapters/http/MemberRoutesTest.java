package org.isonomia.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who holds which role, over the API. */
class MemberRoutesTest {

    private static final String MEMBERS = "/api/v1/organisations/amp/members";
    private static final String NADIA =
            "{\"login\":\"nadia@ville.example\",\"name\":\"Nadia\",\"roles\":[{\"role\":\"assistant\"}]}";

    private final TestServer server = TestServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> read(String path) throws Exception {
        return server.get(path, "Authorization", "Bearer " + TestServer.TOKEN);
    }

    private HttpResponse<String> send(String method, String path, String json) throws Exception {
        return server.send(server.change(method, path, json));
    }

    private String nadia() throws Exception {
        HttpResponse<String> invited = send("POST", MEMBERS, NADIA);
        assertThat(invited.statusCode()).as(invited.body()).isEqualTo(201);
        assertThat(invited.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(invited.body()).contains("\"link\":\"/fr/invitation/");
        return MEMBERS + "/" + invited.body().replaceAll(".*\"account\":\"([0-9a-f-]+)\".*", "$1");
    }

    @Test
    void invitesAndLists() throws Exception {
        nadia();
        assertThat(read(MEMBERS).body())
                .contains("\"login\":\"nadia@ville.example\"", "\"state\":\"invited\"", "{\"role\":\"assistant\"}");
        assertThat(send("POST", MEMBERS, NADIA).statusCode()).isEqualTo(201);
        assertThat(server.get(MEMBERS).statusCode()).isEqualTo(401);
    }

    @Test
    void changesRolesOfWhomNobodyChangedMeanwhile() throws Exception {
        String nadia = nadia();
        String tag = read(nadia).headers().firstValue("ETag").orElseThrow();
        String roles = "{\"roles\":[{\"role\":\"direction-referent\",\"units\":[\"DIR\"],\"functions\":[\"chef\"]}]}";
        assertThat(send("PUT", nadia, roles).statusCode()).isEqualTo(428);
        HttpResponse<String> changed =
                server.send(server.change("PUT", nadia, roles).header("If-Match", tag));
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(changed.body())
                .contains("{\"role\":\"direction-referent\",\"units\":[\"DIR\"]}")
                .contains("{\"role\":\"direction-referent\",\"functions\":[\"chef\"]}");
        assertThat(server.send(server.change("PUT", nadia, roles).header("If-Match", tag))
                        .statusCode())
                .isEqualTo(412);
        String now = read(nadia).headers().firstValue("ETag").orElseThrow();
        assertThat(server.send(server.change("PUT", nadia, "{\"roles\":[]}").header("If-Match", now))
                        .statusCode())
                .isEqualTo(204);
        assertThat(read(nadia).statusCode()).isEqualTo(404);
    }

    @Test
    void refusesWhatIsNoRole() throws Exception {
        for (String roles : new String[] {
            "[]",
            "{}",
            "[1]",
            "[{\"role\":\"emperor\"}]",
            "[{\"role\":\"operator\"}]",
            "[{\"role\":\"jury-member\"}]",
            "[{\"role\":\"assistant\",\"units\":[\"DIR\"]}]",
            "[{\"role\":\"direction-referent\",\"units\":[]}]",
            "[{\"role\":\"direction-referent\",\"units\":[{}]}]",
            "[{\"role\":\"assistant\",\"colour\":\"red\"}]"
        }) {
            HttpResponse<String> refused =
                    send("POST", MEMBERS, "{\"login\":\"n@ville.example\",\"name\":\"N\",\"roles\":" + roles + "}");
            assertThat(refused.statusCode()).as(roles).isEqualTo(400);
            assertThat(refused.body()).contains("/problems/malformed-body");
        }
        assertThat(send("POST", MEMBERS, "{\"login\":\"n\",\"name\":\"N\",\"roles\":[]}")
                        .statusCode())
                .isEqualTo(400);
    }
}
