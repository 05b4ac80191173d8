package org.isonomia.adapters.http.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.isonomia.application.spi.testing.TestGateway.by;

import com.google.common.collect.ImmutableList;
import com.google.common.io.BaseEncoding;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import org.isonomia.application.identity.AccountManagement.Held;
import org.isonomia.application.identity.AccountManagement.Invite;
import org.isonomia.application.identity.IdentityUseCases;
import org.isonomia.application.spi.testing.TestPeople;
import org.isonomia.domain.access.Actor;
import org.isonomia.domain.access.Role;
import org.isonomia.domain.access.Scope;
import org.isonomia.domain.identity.Login;
import org.isonomia.domain.identity.Totp;
import org.isonomia.domain.kernel.Code;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignInPagesTest {

    private static final String GOOD = "six+h%C3%A9rissons+dansent+la+nuit";

    private final IdentityUseCases identity = SampleInstallation.identity();
    private final PageServer server = new PageServer(SampleInstallation.useCases(), identity);

    @AfterEach
    void stop() {
        server.close();
    }

    private String link(Role role) {
        return "/fr/invitation/"
                + identity.accounts()
                        .invite(
                                by(Actor.system("test")),
                                new Invite(
                                        Code.parse("amp"),
                                        Login.parse("nadia@ville.example"),
                                        "Nadia",
                                        ImmutableList.of(new Held(role, Scope.EVERYTHING))))
                        .link()
                        .orElseThrow()
                        .value();
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("isonomia="))
                .map(cookie -> cookie.substring("isonomia=".length(), cookie.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aLinkLetsSomebodyInOnce() {
        String link = link(Role.ASSISTANT);
        Document form = Jsoup.parse(server.get(link).body());
        PageChecks.wellMade(form, "fr");
        assertThat(form.select(".lead").text()).contains("Nadia").contains("nadia@ville.example");

        HttpResponse<String> different = server.post(link, "password=" + GOOD + "&again=other");
        assertThat(different.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(different.body()).select("#e-again")).hasSize(1);
        Document shortOne =
                Jsoup.parse(server.post(link, "password=short&again=short").body());
        PageChecks.wellMade(shortOne, "fr");
        assertThat(shortOne.select("#e-password").text()).contains("15");
        assertThat(shortOne.select("#f-password").val()).isEmpty();

        HttpResponse<String> in = server.post(link, "password=" + GOOD + "&again=" + GOOD);
        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(server.get("/fr/amp/plan").body()).contains("/fr/sign-out");
        assertThat(server.get(link).statusCode()).isEqualTo(404);
        assertThat(server.post(link, "password=" + GOOD + "&again=" + GOOD).statusCode())
                .isEqualTo(404);
    }

    @Test
    void theAnswersToAWrongPasswordAndToAnUnknownLoginAreTheSame() {
        HttpResponse<String> wrong = server.post("/fr/sign-in", "login=" + TestPeople.LOGIN + "&password=wrong");
        HttpResponse<String> unknown = server.post("/fr/sign-in", "login=cheffo@ville.example&password=wrong");
        assertThat(wrong.statusCode()).isEqualTo(403).isEqualTo(unknown.statusCode());
        assertThat(wrong.body().replace(TestPeople.LOGIN, "x"))
                .isEqualTo(unknown.body().replace("cheffo@ville.example", "x"));
        PageChecks.wellMade(Jsoup.parse(wrong.body()), "fr");
        assertThat(Jsoup.parse(wrong.body()).select("#login").val()).isEqualTo(TestPeople.LOGIN);
        assertThat(wrong.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void whoGuessesWaits() {
        String attempt = "login=" + TestPeople.LOGIN + "&password=wrong";
        for (int i = 0; i < 5; i++) {
            assertThat(server.post("/en/sign-in", attempt).statusCode()).isEqualTo(403);
        }
        HttpResponse<String> held = server.post("/en/sign-in", PageServer.PROOF);
        assertThat(held.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(held.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 900);
        PageChecks.wellMade(Jsoup.parse(held.body()), "en");
    }

    @Test
    void aCodeIsAskedForAfterThePassword() {
        String first = cookie(server.post("/fr/sign-in", PageServer.PROOF));
        String secret = identity.secondFactors()
                .begin(identity.callers().ofSession(first))
                .secret();
        byte[] key = BaseEncoding.base32().omitPadding().decode(secret);
        long step = Totp.step(SampleInstallation.CLOCK.instant());
        identity.secondFactors().finish(identity.callers().ofSession(first), Totp.code(key, step));

        HttpResponse<String> due = server.post("/fr/sign-in", PageServer.PROOF + "&back=/fr/amp/plan");
        assertThat(due.headers().firstValue("Location")).contains("/fr/sign-in/code?back=%2Ffr%2Famp%2Fplan");
        assertThat(server.get("/fr/amp/plan").body()).doesNotContain("/fr/sign-out");
        PageChecks.wellMade(
                Jsoup.parse(server.get("/fr/sign-in/code?back=/fr/amp/plan").body()), "fr");
        assertThat(server.post("/fr/sign-in/code", "code=000000").statusCode()).isEqualTo(403);

        HttpResponse<String> in = server.post(
                "/fr/sign-in/code", "back=/fr/amp/plan&code=" + URLEncoder.encode(Totp.code(key, step + 1), UTF_8));
        assertThat(in.headers().firstValue("Location")).contains("/fr/amp/plan");
        assertThat(cookie(in)).isNotEqualTo(cookie(due));
        assertThat(identity.callers().ofSession(cookie(due)).session()).isEmpty();
        assertThat(server.get("/fr/amp/plan").body()).contains("/fr/sign-out");
    }

    @Test
    void aStolenCookieIsWorthNothingAfterSigningOut() {
        String stolen = cookie(server.post("/fr/sign-in", PageServer.PROOF));
        Document plan = Jsoup.parse(server.get("/fr/amp/plan").body());
        server.post(
                "/fr/sign-out",
                "csrf="
                        + plan.select("form[action=/fr/sign-out] input[name=csrf]")
                                .attr("value"));
        assertThat(identity.callers().ofSession(stolen).session()).isEmpty();
        assertThat(server.getWithCookie("/fr/amp/plan", "isonomia=" + stolen).body())
                .doesNotContain("/fr/sign-out");
    }

    @Test
    void anotherSignInReplacesTheSession() {
        String before = cookie(server.post("/fr/sign-in", PageServer.PROOF));
        String after = cookie(server.post("/fr/sign-in", PageServer.PROOF));
        assertThat(after).isNotEqualTo(before);
        assertThat(identity.callers().ofSession(before).session()).isEmpty();
    }

    @Test
    void whoMayNotFollowUpIsShownNoWayTo() {
        String link = link(Role.ELECTED_OFFICIAL);
        server.post(link, "password=" + GOOD + "&again=" + GOOD);
        assertThat(server.get("/fr/amp/plan/actions/1.1").body())
                .contains("/fr/sign-out")
                .doesNotContain("/edit/");
    }

    private String csrf(String path) {
        return Jsoup.parse(server.get(path).body())
                .select("main input[name=csrf]")
                .attr("value");
    }

    @Test
    void whoSignsOutEverywhereIsSignedOutElsewhereToo() {
        assertThat(server.get("/fr/account").statusCode()).isEqualTo(401);
        String elsewhere = cookie(server.post("/fr/sign-in", PageServer.PROOF));
        server.endSession();
        server.post("/fr/sign-in", PageServer.PROOF);
        Document account = Jsoup.parse(server.get("/fr/account").body());
        PageChecks.wellMade(account, "fr");
        assertThat(account.select("form[action$=/sessions/end]")).hasSize(1);

        assertThat(server.post("/fr/account/sessions/all", "csrf=guessed").statusCode())
                .isEqualTo(403);
        assertThat(server.post("/fr/account/sessions/all", "csrf=" + csrf("/fr/account"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(identity.callers().ofSession(elsewhere).session()).isEmpty();
        assertThat(server.get("/fr/account").statusCode()).isEqualTo(401);
    }

    @Test
    void aSecondFactorIsAddedOnThePage() {
        server.post("/en/sign-in", PageServer.PROOF);
        Document begun = Jsoup.parse(server.post("/en/account/second-factor", "csrf=" + csrf("/en/account"))
                .body());
        PageChecks.wellMade(begun, "en");
        byte[] key = BaseEncoding.base32()
                .omitPadding()
                .decode(begun.select("main code").first().text());
        assertThat(begun.select("main svg.qr path").last().attr("d")).startsWith("M4 4h7v1h-7z");
        String csrf = csrf("/en/account");
        HttpResponse<String> wrong = server.post("/en/account/second-factor/finish", "code=000000&csrf=" + csrf);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(wrong.body()).select("#e-code")).hasSize(1);
        String code = Totp.code(key, Totp.step(SampleInstallation.CLOCK.instant()));
        HttpResponse<String> done = server.post("/en/account/second-factor/finish", "code=" + code + "&csrf=" + csrf);
        assertThat(Jsoup.parse(done.body()).select("main code")).hasSize(8);
        PageChecks.wellMade(Jsoup.parse(done.body()), "en");
        server.endSession();
        assertThat(server.post("/en/sign-in", PageServer.PROOF).headers().firstValue("Location"))
                .contains("/en/sign-in/code");
    }

    @Test
    void aPasswordIsChangedOnThePage() {
        server.post("/fr/sign-in", PageServer.PROOF);
        String csrf = csrf("/fr/account");
        String change = "&replacement=" + GOOD + "&again=" + GOOD + "&csrf=" + csrf;
        assertThat(server.post("/fr/account/password", "current=wrong" + change).statusCode())
                .isEqualTo(403);
        String current = "current=" + URLEncoder.encode(TestPeople.PASSWORD, UTF_8);
        assertThat(server.post("/fr/account/password", current + change).statusCode())
                .isEqualTo(200);
        server.endSession();
        assertThat(server.post("/fr/sign-in", PageServer.PROOF).statusCode()).isEqualTo(403);
    }
}
