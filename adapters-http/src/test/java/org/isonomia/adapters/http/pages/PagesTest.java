package org.isonomia.adapters.http.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.isonomia.application.plan.ActionFilter;
import org.isonomia.application.plan.PlanKey;
import org.isonomia.application.plan.PlanReading;
import org.isonomia.application.spi.testing.TestGateway;
import org.isonomia.domain.kernel.Code;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

    private final PageServer server = new PageServer(SampleInstallation.useCases());

    @AfterEach
    void stop() {
        server.close();
    }

    static Stream<String> publicPages() {
        return Stream.of("fr", "en")
                .flatMap(lang -> Stream.of(
                                "",
                                "/method",
                                "/accessibility",
                                "/legal",
                                "/api",
                                "/sign-in",
                                "/amp",
                                "/amp/plan",
                                "/amp/plan/axes/1",
                                "/amp/plan/axes/2",
                                "/amp/plan/axes/3",
                                "/amp/plan/actions",
                                "/amp/plan/actions?status=in-progress&sort=-progress&q=",
                                "/amp/plan/actions/1.1",
                                "/amp/plan/actions/2.1",
                                "/amp/plan/network",
                                "/amp/plan/network?q=aix&sort=population",
                                "/amp/plan/timeline")
                        .map(path -> "/" + lang + path));
    }

    @ParameterizedTest
    @MethodSource("publicPages")
    void aPageIsWellMade(String path) {
        HttpResponse<String> answer = server.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        PageChecks.wellMade(Jsoup.parse(answer.body()), path.substring(1, 3));
    }

    @Test
    void theRootLeadsToTheReadersLanguage() {
        assertThat(server.getIn("/", "en-GB,en;q=0.8").headers().firstValue("Location"))
                .contains("/en");
        assertThat(server.getIn("/", "de,fr;q=0.5").headers().firstValue("Location"))
                .contains("/fr");
        assertThat(server.getIn("/", "de").headers().firstValue("Location")).contains("/fr");
        assertThat(server.getIn("/", ";;;").headers().firstValue("Location")).contains("/fr");
    }

    @ParameterizedTest
    @CsvSource({
        "/fr/, /fr",
        "/en/amp/, /en/amp",
        "/fr/amp/plan/, /fr/amp/plan",
        "/fr/amp/plan/actions/?status=planned, /fr/amp/plan/actions?status=planned"
    })
    void aSlashAtTheEndIsNoOtherPage(String path, String page) {
        HttpResponse<String> answer = server.get(path);
        assertThat(answer.statusCode()).isEqualTo(308);
        assertThat(answer.headers().firstValue("Location")).contains(page);
    }

    @Test
    void anOrganisationHasAPage() {
        Document page = Jsoup.parse(server.get("/fr/amp").body());
        assertThat(page.select("article.axis h3 a").eachAttr("href")).containsExactly("/fr/amp/plan");
        assertThat(server.get("/fr/nobody").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/amp",
                "/method",
                "/sign-in",
                "/amp/plan",
                "/amp/plan/axes/1",
                "/amp/plan/actions",
                "/amp/plan/actions/1.1",
                "/amp/plan/network",
                "/amp/plan/timeline"
            })
    void whatAPageIsNotAskedForIsRefused(String path) {
        HttpResponse<String> answer = server.get("/fr" + path + "?colour=red");
        assertThat(answer.statusCode()).isEqualTo(400);
        PageChecks.wellMade(Jsoup.parse(answer.body()), "fr");
    }

    @Test
    void everyPageOfThePlanSaysThatItsFollowUpIsIllustration() {
        assertThat(Jsoup.parse(server.get("/fr/amp/plan").body())
                        .select(".notice.illus")
                        .text())
                .startsWith("Données d’illustration.");
    }

    @Test
    void whatTheFollowUpSaysOfAnActionIsMarked() {
        Document action = Jsoup.parse(server.get("/fr/amp/plan/actions/1.1").body());
        assertThat(action.select("dt:has(.ill)").eachText())
                .containsExactly("Pilote illustration", "Services contributeurs illustration");
        assertThat(action.select("h2:has(.ill)").eachText())
                .containsExactly(
                        "Statut déclaré illustration",
                        "Santé calculée illustration",
                        "Avancement illustration",
                        "Jalons illustration",
                        "Histoire du statut illustration",
                        "Quand illustration");
        assertThat(Jsoup.parse(server.get("/fr/amp/plan/actions").body())
                        .select("th:has(.ill)")
                        .eachText())
                .containsExactly(
                        "Statut illustration",
                        "Santé illustration",
                        "Fin prévue illustration",
                        "Poids illustration",
                        "Avancement illustration");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/fr/amp/plan/actions?q=%00", "/fr/amp/plan/network?q=a%0Ab", "/fr/amp/plan/actions?q=%ff"})
    void queriesThatNobodyTypesAreRefused(String path) {
        assertThat(server.get(path).statusCode()).isEqualTo(400);
    }

    @Test
    void listsAsFilesMarkItToo() {
        PlanReading reading =
                SampleInstallation.useCases().by(TestGateway.SYSTEM).reading();
        PlanReading.ActionList list = reading.actions(
                new PlanKey(Code.parse("amp"), Code.parse("plan")),
                ListQuery.ALL.filter(),
                ActionFilter.Paging.EVERYTHING);
        assertThat(ListTables.actions(Words.in("fr"), list).headings())
                .contains("Pilote (illustration)", "Poids (illustration)", "Action", "Axe");
    }

    @Test
    void whatIsNotDecidedIsNotZero() {
        Document plan = Jsoup.parse(server.get("/fr/amp/plan").body());
        assertThat(plan.select("table td.r").eachText()).containsExactly("60\u202f000 €", "non décidé", "non décidé");
        Element empty = plan.select("article.axis").last();
        assertThat(empty).isNotNull();
        assertThat(empty.select(".meter")).isEmpty();
        assertThat(empty.text()).contains("Pas encore d’avancement");
    }

    @Test
    void whatDoesNotExistIsSaidInTheReadersLanguage() {
        HttpResponse<String> answer = server.get("/en/amp/other");
        assertThat(answer.statusCode()).isEqualTo(404);
        PageChecks.wellMade(Jsoup.parse(answer.body()), "en");
        assertThat(answer.body()).contains("This page does not exist").contains("request-1");
    }

    @Test
    void aPasswordOpensASessionThatEndsWhenAsked() {
        assertThat(server.post("/fr/sign-in", "login=nobody@ville.example&password=wrong")
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> welcome = server.post("/fr/sign-in", PageServer.PROOF + "&back=/fr/amp/plan");
        assertThat(welcome.statusCode()).isEqualTo(303);
        assertThat(welcome.headers().firstValue("Location")).contains("/fr/amp/plan");
        assertThat(welcome.headers().firstValue("Set-Cookie").orElseThrow()).contains("HttpOnly; SameSite=Lax");
        Document plan = Jsoup.parse(server.get("/fr/amp/plan").body());
        String csrf = plan.select("form[action=/fr/sign-out] input[name=csrf]").attr("value");
        assertThat(csrf).isNotEmpty();
        server.post("/fr/sign-out", "csrf=wrong");
        assertThat(server.get("/fr/amp/plan").body()).contains("/fr/sign-out");
        server.post("/fr/sign-out", "csrf=" + csrf);
        assertThat(server.get("/fr/amp/plan").body()).doesNotContain("/fr/sign-out");
    }

    @Test
    void nobodyIsLedElsewhereAfterSigningIn() {
        HttpResponse<String> welcome = server.post("/fr/sign-in", PageServer.PROOF + "&back=//evil.example/fr");
        assertThat(welcome.headers().firstValue("Location")).contains("/fr");
    }
}
