package org.isonomia.adapters.http.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
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

/** Who holds which role, on pages, for whoever manages access. */
class MemberPagesTest {

    private static final String MEMBERS = "/fr/amp/members";
    private static final String GOOD = "six+h%C3%A9rissons+dansent+la+nuit";
    private static final String NADIA = "login=nadia%40ville.example&name=Nadia";

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

    private Document page(String path) {
        return Jsoup.parse(server.get(path).body());
    }

    private String csrf() {
        return page(MEMBERS).select("main input[name=csrf]").attr("value");
    }

    private HttpResponse<String> send(String path, String form) {
        return server.post(path, form + "&csrf=" + csrf());
    }

    /** The path of the link that a page shows. */
    private static String link(HttpResponse<String> answer) {
        String shown = Jsoup.parse(answer.body()).select("main .notice code").text();
        return shown.substring(shown.indexOf("/fr/invitation/"));
    }

    private String nadia() {
        return page(MEMBERS).select("a:containsOwn(Nadia)").attr("href");
    }

    @Test
    void somebodyIsInvitedAndComesIn() {
        PageChecks.wellMade(page(MEMBERS), "fr");
        PageChecks.wellMade(page("/en/amp/members"), "en");
        HttpResponse<String> invited = send(MEMBERS, NADIA + "&role=assistant");
        assertThat(invited.statusCode()).isEqualTo(200);
        assertThat(invited.headers().firstValue("Cache-Control")).contains("no-store");
        PageChecks.wellMade(Jsoup.parse(invited.body()), "fr");
        assertThat(page(MEMBERS).select("tr:contains(Nadia)").text()).contains("Assistant", "pas encore venu");
        assertThat(page(MEMBERS).select("main .notice code")).isEmpty();

        server.endSession();
        assertThat(server.post(link(invited), "password=" + GOOD + "&again=" + GOOD)
                        .statusCode())
                .isEqualTo(303);
        assertThat(server.get(MEMBERS).statusCode()).isEqualTo(403);
        assertThat(server.get("/fr/amp/plan").body()).doesNotContain("/fr/amp/members");
    }

    @Test
    void whatIsWrongWithAnInvitationStandsBesideItsField() {
        Document refused = Jsoup.parse(send(MEMBERS, "login=nadia&name=").body());
        PageChecks.wellMade(refused, "fr");
        assertThat(refused.select("#e-login, #e-name, #e-role")).hasSize(3);
        Document codes = Jsoup.parse(
                send(MEMBERS, NADIA + "&role=direction-referent&units-direction-referent=a%2Fb&role=jury-member")
                        .body());
        PageChecks.wellMade(codes, "fr");
        assertThat(codes.select("#e-units-direction-referent, #e-calls-jury-member"))
                .hasSize(2);
        assertThat(codes.select("#f-units-direction-referent").val()).isEqualTo("a/b");
        assertThat(codes.select("#role-jury-member").hasAttr("checked")).isTrue();
    }

    @Test
    void rolesAreChangedUnlessSomebodyElseDidMeanwhile() {
        send(MEMBERS, NADIA + "&role=direction-referent&units-direction-referent=DIR");
        Document page = page(nadia());
        PageChecks.wellMade(page, "fr");
        assertThat(page.select("#f-units-direction-referent").val()).isEqualTo("DIR");
        String expected = "expected="
                + URLEncoder.encode(page.select("input[name=expected]").val(), UTF_8);

        assertThat(send(nadia(), expected + "&role=elected-official").statusCode())
                .isEqualTo(303);
        assertThat(page(MEMBERS).select("tr:contains(Nadia)").text()).contains("Élu");
        HttpResponse<String> stale = send(nadia(), expected + "&role=assistant");
        assertThat(stale.statusCode()).isEqualTo(412);
        Document again = Jsoup.parse(stale.body());
        PageChecks.wellMade(again, "fr");
        assertThat(again.select("#e-role")).hasSize(1);
        assertThat(again.select("#role-assistant").hasAttr("checked")).isTrue();
        assertThat(again.select("input[name=expected]").val()).isEqualTo("elected-official");
        assertThat(send(nadia(), "expected=emperor&role=assistant").statusCode())
                .isEqualTo(400);
    }

    @Test
    void anAccountIsDisabledAndComesBackByANewLink() {
        String first = link(send(MEMBERS, NADIA + "&role=assistant"));
        String nadia = nadia();
        String version = "version=" + page(nadia).select("input[name=version]").val();
        assertThat(send(nadia + "/disabled", version + "&disabled=true").statusCode())
                .isEqualTo(303);
        assertThat(page(nadia).select(".lead").text()).contains("Désactivé");
        assertThat(send(nadia + "/disabled", version + "&disabled=false").statusCode())
                .isEqualTo(412);
        assertThat(server.get(first).statusCode()).isEqualTo(404);
        String now = "version=" + page(nadia).select("input[name=version]").val();
        send(nadia + "/disabled", now + "&disabled=false");
        HttpResponse<String> renewed = send(nadia + "/link", "");
        PageChecks.wellMade(Jsoup.parse(renewed.body()), "fr");
        assertThat(server.get(link(renewed)).statusCode()).isEqualTo(200);
        assertThat(server.get(MEMBERS + "/nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void aSecondFactorIsDemandedByRole() {
        Document page = Jsoup.parse(send(MEMBERS + "/second-factor", "demanding=plan-lead&demanding=assistant")
                .body());
        PageChecks.wellMade(page, "fr");
        assertThat(page.select("input[name=demanding][checked]").eachAttr("value"))
                .containsExactly("plan-lead", "assistant");
    }

    @Test
    void anOldProofIsRenewedOnTheWayToThePage() {
        now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(11)));
        assertThat(server.get("/fr/amp/plan").body()).contains(MEMBERS);
        HttpResponse<String> asked = server.get(MEMBERS);
        assertThat(asked.statusCode()).isEqualTo(403);
        Document form = Jsoup.parse(asked.body());
        PageChecks.wellMade(form, "fr");
        assertThat(form.select("main form").attr("action")).isEqualTo("/fr/account/confirm");
        String fields = "back=" + form.select("input[name=back]").val() + "&csrf="
                + form.select("main input[name=csrf]").val();
        assertThat(server.post("/fr/account/confirm", fields + "&proof=wrong").statusCode())
                .isEqualTo(403);
        HttpResponse<String> confirmed =
                server.post("/fr/account/confirm", fields + "&proof=" + PageServer.PASSWORD.replace(' ', '+'));
        assertThat(confirmed.headers().firstValue("Location")).contains(MEMBERS);
        assertThat(server.get(MEMBERS).statusCode()).isEqualTo(200);
    }

    @Test
    void operatorsAreAppointedAndTheLastOneStays() {
        Document page = page("/fr/operators");
        PageChecks.wellMade(page, "fr");
        PageChecks.wellMade(page("/en/operators"), "en");
        String self = page.select("input[name=account]").val();
        HttpResponse<String> last = send("/fr/operators/appoint", "account=" + self + "&operator=false");
        assertThat(last.statusCode()).isEqualTo(422);
        PageChecks.wellMade(Jsoup.parse(last.body()), "fr");

        HttpResponse<String> invited = send("/fr/operators", NADIA);
        assertThat(invited.statusCode()).isEqualTo(200);
        assertThat(server.get(link(invited)).statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(send("/fr/operators", "login=&name=").body()).select("#e-login, #e-name"))
                .hasSize(2);
        assertThat(send("/fr/operators/appoint", "account=nobody&operator=true").statusCode())
                .isEqualTo(404);
    }
}
