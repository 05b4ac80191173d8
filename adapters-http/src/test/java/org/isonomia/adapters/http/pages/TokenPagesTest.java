package org.isonomia.adapters.http.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.isonomia.application.identity.IdentityUseCases;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens on the page of one's own account, and the proof that is asked for again before they are made. */
class TokenPagesTest {

    private static final String TOKENS = "/fr/account/tokens";

    private final AtomicReference<Instant> now = new AtomicReference<>(SampleInstallation.CLOCK.instant());
    private final IdentityUseCases identity = SampleInstallation.identity(now::get);
    private final PageServer server = new PageServer(SampleInstallation.useCases(), identity);

    @BeforeEach
    void signIn() {
        server.post("/fr/sign-in", PageServer.PROOF);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String csrf() {
        return Jsoup.parse(server.get(TOKENS).body())
                .select("main input[name=csrf]")
                .attr("value");
    }

    @Test
    void aTokenIsShownOnceAndRevoked() {
        Document page = Jsoup.parse(server.get(TOKENS).body());
        PageChecks.wellMade(page, "fr");
        PageChecks.wellMade(Jsoup.parse(server.get("/en/account/tokens").body()), "en");
        assertThat(page.select("input[name=scope]").eachAttr("value"))
                .contains("edit-action")
                .doesNotContain("read-public");

        HttpResponse<String> made =
                server.post(TOKENS, "name=export&days=30&scope=read-workspace&scope=edit-action&csrf=" + csrf());
        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(made.headers().firstValue("Cache-Control")).contains("no-store");
        Document shown = Jsoup.parse(made.body());
        PageChecks.wellMade(shown, "fr");
        String secret = shown.select("main .notice code").text();
        assertThat(identity.callers().ofToken(secret).actor().name()).isEqualTo("administration");

        Document later = Jsoup.parse(server.get(TOKENS).body());
        assertThat(later.text()).doesNotContain(secret).contains("export");
        String row = later.select("tr:contains(export) input[name=token]").attr("value");
        assertThat(server.post(TOKENS + "/revoke", "token=" + row + "&csrf=guessed")
                        .statusCode())
                .isEqualTo(403);
        assertThat(server.post(TOKENS + "/revoke", "token=" + row + "&csrf=" + csrf())
                        .statusCode())
                .isEqualTo(303);
        assertThat(identity.callers().ofToken(secret).actor().isPublic()).isTrue();
    }

    @Test
    void whatIsWrongStandsBesideItsField() {
        Document refused = Jsoup.parse(
                server.post(TOKENS, "name=&days=soon&csrf=" + csrf()).body());
        PageChecks.wellMade(refused, "fr");
        assertThat(refused.select("#e-name, #e-scope, #e-days")).hasSize(3);
        assertThat(refused.select("#f-days").val()).isEqualTo("soon");
        HttpResponse<String> tooLong = server.post(TOKENS, "name=export&days=367&scope=edit-action&csrf=" + csrf());
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(tooLong.body()).select("#e-days")).hasSize(1);
    }

    @Test
    void anOldProofIsRenewedOnTheWayAndNothingTypedIsLost() {
        now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(11)));
        HttpResponse<String> asked =
                server.post(TOKENS, "name=export&days=30&scope=read-workspace&scope=edit-action&csrf=" + csrf());
        assertThat(asked.statusCode()).isEqualTo(403);
        Document form = Jsoup.parse(asked.body());
        PageChecks.wellMade(form, "fr");
        assertThat(form.select("main form").attr("action")).isEqualTo(TOKENS);
        assertThat(form.select("main input[name=scope]").eachAttr("value"))
                .containsExactly("read-workspace", "edit-action");

        String again = "name=export&days=30&scope=edit-action&csrf=" + csrf() + "&proof=";
        HttpResponse<String> wrong = server.post(TOKENS, again + "wrong");
        assertThat(wrong.statusCode()).isEqualTo(403);
        assertThat(Jsoup.parse(wrong.body()).select("#e-proof")).hasSize(1);

        HttpResponse<String> made = server.post(TOKENS, again + PageServer.PASSWORD.replace(' ', '+'));
        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(made.body()).select("main .notice code")).hasSize(1);
        assertThat(server.get(TOKENS).body()).contains("export");
    }
}
