package org.isonomia.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.isonomia.application.spi.testing.Samples;
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
    void isShownSinceADay() throws Exception {
        Document since = Jsoup.parse(read(JOURNAL + "?from=" + Samples.TODAY).body());
        assertThat(since.select("ol.hist > li")).hasSize(2);
        assertThat(since.select("input[name=from]").val()).isEqualTo(Samples.TODAY.toString());
        assertThat(read(JOURNAL + "?from=" + Samples.TODAY.plusDays(1)).body()).contains("Aucun changement");
        assertThat(read(JOURNAL + "?from=yesterday").statusCode()).isEqualTo(400);
    }

    @Test
    void isExportedAsTheVerifierTakesIt() throws Exception {
        HttpResponse<String> file = read(JOURNAL + "/export");
        List<String> lines = file.body().lines().toList();

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"journal-amp.jsonl\"");
        assertThat(file.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(lines).hasSize(2).allMatch(line -> line.startsWith("{\"") && line.contains("\"leaf\""));
        assertThat(server.get(JOURNAL + "/export").statusCode()).isEqualTo(401);
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
