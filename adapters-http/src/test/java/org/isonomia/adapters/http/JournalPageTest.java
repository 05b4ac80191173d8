package org.isonomia.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The journal as a page, for whoever may read it. */
class JournalPageTest {

    private static final String JOURNAL = "/fr/amp/journal";

    private final TestServer server = TestServer.start();

    @BeforeEach
    void change() throws Exception {
        String path = TestServer.PLAN + "/actions/1.9";
        for (String text : new String[] {"Une fois", "Encore <b>"}) {
            String etag = server.get(path).headers().firstValue("ETag").orElseThrow();
            server.send(server.change("PATCH", path, "{\"description\":\"" + text + "\"}")
                    .header("If-Match", etag));
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> read(String path) throws Exception {
        return server.get(path, "Authorization", "Bearer " + TestServer.TOKEN);
    }

    @Test
    void tellsWhoChangedWhatFromWhatToWhat() throws Exception {
        HttpResponse<String> answer = read(JOURNAL + "?subject=action%2FPMCD%2F1.9");
        Document page = Jsoup.parse(answer.body());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(page.select("ol.hist > li")).hasSize(2);
        assertThat(page.select("ol.hist > li").first().text())
                .contains("Action modifiée", "action/PMCD/1.9", "par administration");
        assertThat(page.select("del").first().text()).isEqualTo("Une fois");
        assertThat(page.select("ins").first().text()).isEqualTo("Encore <b>");
        assertThat(Jsoup.parse(read("/en/amp/journal?before=2").body())
                        .select("ol.hist > li")
                        .text())
                .contains("Action changed", "Une fois")
                .doesNotContain("Encore");
    }

    @Test
    void isShownToItsReadersOnly() throws Exception {
        assertThat(server.get(JOURNAL).statusCode()).isEqualTo(401);
        assertThat(read("/fr/nobody/journal").statusCode()).isEqualTo(404);
        assertThat(read(JOURNAL + "?before=0").statusCode()).isEqualTo(400);
        assertThat(read(JOURNAL + "?colour=red").statusCode()).isEqualTo(400);
        assertThat(read(JOURNAL + "?subject=action%2Fnone").body()).contains("Aucun changement");
    }
}
