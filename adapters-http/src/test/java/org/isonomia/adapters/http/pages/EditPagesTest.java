package org.isonomia.adapters.http.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.isonomia.application.plan.PlanKey;
import org.isonomia.application.plan.PlanUseCases;
import org.isonomia.application.spi.testing.InMemoryStores;
import org.isonomia.application.spi.testing.TestGateway;
import org.isonomia.application.spi.testing.TestPeople;
import org.isonomia.domain.access.Visibility;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.plan.Action;
import org.isonomia.domain.plan.DeclaredStatus;
import org.isonomia.domain.plan.Disclosure;
import org.isonomia.domain.plan.Hideable;
import org.isonomia.domain.plan.StatusChange;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditPagesTest {

    /** They change nothing of an organisation's plans, so there is no journal or answer to keep beside it. */
    private static final ImmutableSet<String> ABOUT_ACCOUNTS = ImmutableSet.of(
            "signin.jte",
            "layout.jte",
            "account.jte",
            "confirm.jte",
            "invitation.jte",
            "tokens.jte",
            "members.jte",
            "member.jte",
            "operators.jte");

    private static final String ACTION = "/fr/amp/plan/actions/1.1";

    private final InMemoryStores memory = InMemoryStores.create();
    private final PlanUseCases plans = SampleInstallation.useCases(memory);
    private final PageServer server =
            new PageServer(plans, SampleInstallation.journals(memory), SampleInstallation.once(memory));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void nobodyEditsWithoutSigningIn() {
        assertThat(server.get(ACTION).body()).doesNotContain("/edit/");
        assertThat(server.get(ACTION + "/edit/status").statusCode()).isEqualTo(401);
        assertThat(server.post(ACTION + "/edit/status", "status=completed").statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "fr,status",
        "en,status",
        "fr,milestones",
        "en,milestones",
        "fr,dates",
        "en,dates",
        "fr,people",
        "en,people",
        "fr,visibility",
        "en,visibility"
    })
    void aFormIsWellMade(String lang, String section) {
        signIn();
        HttpResponse<String> form = server.get("/" + lang + "/amp/plan/actions/1.1/edit/" + section);
        assertThat(form.statusCode()).isEqualTo(200);
        PageChecks.wellMade(Jsoup.parse(form.body()), lang);
    }

    @ParameterizedTest
    @CsvSource({"milestones", "dates", "people", "visibility"})
    void aFormSavedAsItIsChangesNothing(String section) {
        signIn();
        Action before = stored();
        assertThat(send(section, fields(open(section))).statusCode()).isEqualTo(303);
        assertThat(stored().snapshot()).isEqualTo(before.snapshot());
    }

    @Test
    void aStatusIsDeclared() {
        signIn();
        Map<String, String> fields = fields(open("status"));
        fields.put("status", "suspended");
        fields.put("reason", "Salles indisponibles");
        fields.put("date", "24/11/2026");
        HttpResponse<String> saved = send("status", fields);
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(saved.headers().firstValue("Location")).contains(ACTION);
        StatusChange last = stored().statuses().getLast();
        assertThat(last.status()).isEqualTo(DeclaredStatus.SUSPENDED);
        assertThat(last.reason()).contains("Salles indisponibles");
    }

    @Test
    void aDoubledClickDoesNothingTwiceAndShowsTheSame() {
        signIn();
        Map<String, String> fields = fields(open("status"));
        fields.put("status", "suspended");
        fields.put("reason", "Salles indisponibles");
        fields.put("date", "24/11/2026");
        HttpResponse<String> saved = send("status", fields);
        Action once = stored();
        HttpResponse<String> again = send("status", fields);
        assertThat(again.statusCode()).isEqualTo(303);
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(saved.headers().firstValue("Location"));
        assertThat(stored().version()).isEqualTo(once.version());

        fields.put("once", "another-key");
        assertThat(send("status", fields).statusCode()).isEqualTo(412);
    }

    @Test
    void everyFormThatChangesSomethingCarriesAKey() throws IOException {
        try (Stream<Path> templates = Files.walk(Path.of("src", "main", "jte"))) {
            List<String> without = templates
                    .filter(Files::isRegularFile)
                    .flatMap(EditPagesTest::formsWithoutKey)
                    .toList();
            assertThat(without)
                    .as("forms without @template.part.sending that are not of ABOUT_ACCOUNTS")
                    .allMatch(ABOUT_ACCOUNTS::contains);
        }
    }

    private static Stream<String> formsWithoutKey(Path template) {
        try {
            String text = Files.readString(template);
            return Stream.of(text.split("<form method=\"post\"", -1))
                    .skip(1)
                    .map(form -> form.substring(0, form.contains("</form>") ? form.indexOf("</form>") : form.length()))
                    .filter(form -> !form.contains("@template.part.sending("))
                    .map(form -> template.getFileName().toString());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void anActionIsHiddenAndShownAgain() {
        signIn();
        Map<String, String> fields = fields(open("visibility"));
        assertThat(fields).containsEntry("visibility", "public").containsEntry("hidden-description", "");
        fields.put("visibility", "organisation");
        fields.put("hidden-description", "leads");
        assertThat(refused(send("visibility", fields)).select("#errors a").eachAttr("href"))
                .containsExactly("#f-amendment");
        fields.put("amendment", "Protéger une personne");
        assertThat(send("visibility", fields).statusCode()).isEqualTo(303);
        assertThat(stored().content().disclosure())
                .isEqualTo(new Disclosure(
                        Visibility.ORGANISATION, ImmutableMap.of(Hideable.DESCRIPTION, Visibility.LEADS)));
        Document shown = Jsoup.parse(server.get(ACTION).body());
        PageChecks.wellMade(shown, "fr");
        assertThat(shown.select(".page-head").text())
                .contains("Visible par la collectivité seulement")
                .contains("Description");
        PageChecks.wellMade(Jsoup.parse(server.get("/fr/amp/plan/actions").body()), "fr");

        fields = fields(open("visibility"));
        fields.put("visibility", "public");
        fields.put("hidden-description", "");
        fields.put("amendment", "Rien ne s'y oppose plus");
        assertThat(send("visibility", fields).statusCode()).isEqualTo(303);
        assertThat(stored().content().disclosure()).isEqualTo(Disclosure.PUBLIC);
    }

    @Test
    void whatIsWrongStandsBesideItsFieldAndNothingTypedIsLost() {
        signIn();
        Map<String, String> fields = fields(open("status"));
        fields.put("status", "suspended");
        fields.put("date", "2026-11-20");
        Document refused = refused(send("status", fields));
        assertThat(refused.select("#e-reason").text()).startsWith("Donnez le motif");
        assertThat(refused.select("#f-reason").attr("aria-describedby")).contains("e-reason");
        assertThat(refused.select("#errors a").eachAttr("href")).containsExactly("#f-reason");
        assertThat(refused.select("#f-date").val()).isEqualTo("2026-11-20");
        assertThat(refused.select("input[name=status][checked]").val()).isEqualTo("suspended");

        fields.put("date", "24/12/2026");
        assertThat(refused(send("status", fields)).select("#e-date").text()).contains("au plus tard");
        fields.put("date", "<script>");
        Document hostile = refused(send("status", fields));
        assertThat(hostile.select("#f-date").val()).isEqualTo("<script>");
        PageChecks.wellMade(hostile, "fr");
    }

    @Test
    void milestonesAreAddedChangedAndRemoved() {
        signIn();
        Map<String, String> fields = fields(open("milestones"));
        fields.put("m1-remove", "yes");
        fields.put("m2-done", "20/11/2026");
        fields.put("m3-title", "Bilan");
        fields.put("m3-due", "12/2027");
        fields.put("m3-weight", "x");
        assertThat(refused(send("milestones", fields)).select("#e-m3-weight")).hasSize(1);
        fields.put("m3-weight", "4");
        fields.put("m3-evidence", "javascript:alert(1)");
        assertThat(refused(send("milestones", fields)).select("#e-m3-evidence")).hasSize(1);
        fields.put("m3-evidence", "");
        assertThat(send("milestones", fields).statusCode()).isEqualTo(303);
        assertThat(stored().content().milestones())
                .extracting(milestone -> milestone.code() + " " + milestone.weight() + " "
                        + milestone.due().map(Object::toString).orElse("-") + " "
                        + milestone.done().map(Object::toString).orElse("-"))
                .containsExactly("m2 1 2026-09-30 2026-11-20", "m3 4 2027-12 -");
    }

    @Test
    void anEndBeforeItsStartIsRefused() {
        signIn();
        Map<String, String> fields = fields(open("dates"));
        fields.put("planned-start", "2027");
        fields.put("planned-end", "30/09/2026");
        assertThat(refused(send("dates", fields)).select("#e-planned-end").text())
                .contains("précéder");
    }

    @Test
    void aVersionThatIsOldIsShownBesideTheOneThatIsStored() {
        signIn();
        Map<String, String> mine = fields(open("dates"));
        Map<String, String> theirs = fields(open("dates"));
        theirs.put("planned-end", "2028");
        assertThat(send("dates", theirs).statusCode()).isEqualTo(303);
        mine.put("planned-end", "10/2027");
        HttpResponse<String> stale = send("dates", mine);
        assertThat(stale.statusCode()).isEqualTo(412);
        Document page = Jsoup.parse(stale.body());
        PageChecks.wellMade(page, "fr");
        assertThat(page.select(".versus > div:first-child").text()).contains("2028");
        assertThat(page.select(".mine ins").text()).isEqualTo("10/2027");
        assertThat(page.select(".meanwhile li")).hasSize(1);
        assertThat(page.select(".meanwhile").text())
                .contains("Action modifiée", "24 novembre 2026, 14 h 05", "par administration");

        Map<String, String> again = new LinkedHashMap<>();
        page.select("main form input[type=hidden]").forEach(input -> again.put(input.attr("name"), input.val()));
        Map<String, String> resumed = new LinkedHashMap<>(again);
        resumed.put("resume", "1");
        assertThat(Jsoup.parse(send("dates", resumed).body())
                        .select("#f-planned-end")
                        .val())
                .isEqualTo("10/2027");
        assertThat(send("dates", again).statusCode()).isEqualTo(303);
        assertThat(stored().content().schedule().planned().end().orElseThrow()).hasToString("2027-10");
    }

    @Test
    void aFormFromElsewhereIsRefused() {
        signIn();
        Map<String, String> fields = fields(open("dates"));
        fields.put("csrf", "guessed");
        assertThat(send("dates", fields).statusCode()).isEqualTo(403);
    }

    @Test
    void whatWasTypedOutlivesASession() {
        signIn();
        Map<String, String> fields = fields(open("status"));
        fields.put("status", "suspended");
        fields.put("reason", "Salles \"indisponibles\"");
        Action before = stored();
        server.endSession();
        Document ended = Jsoup.parse(fromOurPage(fields, 401).body());
        PageChecks.wellMade(ended, "fr");
        Map<String, String> carried = hidden(ended);
        assertThat(carried).containsEntry("reason", "Salles \"indisponibles\"").doesNotContainKey("csrf");

        carried.put("login", TestPeople.LOGIN);
        carried.put("password", "wrong");
        assertThat(Jsoup.parse(fromOurPage(carried, 401).body()).select("#e-in"))
                .hasSize(1);
        carried.put("password", PageServer.PASSWORD);
        HttpResponse<String> again = fromOurPage(carried, 200);
        assertThat(again.body()).doesNotContain(PageServer.PASSWORD);
        assertThat(stored().snapshot()).isEqualTo(before.snapshot());
        Document form = Jsoup.parse(again.body());
        assertThat(form.select("#f-reason").val()).isEqualTo("Salles \"indisponibles\"");
        assertThat(send("status", fields(form)).statusCode()).isEqualTo(303);
        assertThat(stored().statuses().getLast().reason()).contains("Salles \"indisponibles\"");
    }

    @Test
    void whatWasTypedOutlivesANewSession() {
        signIn();
        Map<String, String> fields = fields(open("dates"));
        fields.put("planned-end", "10/2027");
        server.endSession();
        signIn();
        Map<String, String> carried =
                hidden(Jsoup.parse(fromOurPage("dates", fields, 403).body()));
        Document form = Jsoup.parse(fromOurPage("dates", carried, 200).body());
        assertThat(form.select("#f-planned-end").val()).isEqualTo("10/2027");
        assertThat(send("dates", fields(form)).statusCode()).isEqualTo(303);
    }

    @Test
    void aFormOfAnotherSiteIsNotCarriedOn() {
        Map<String, String> fields =
                Map.of("version", "1", "reason", "planted", "login", TestPeople.LOGIN, "password", PageServer.PASSWORD);
        HttpResponse<String> answer = send("status", fields);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).doesNotContain("planted");
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
    }

    private static Map<String, String> hidden(Document page) {
        Map<String, String> fields = new LinkedHashMap<>();
        page.select("main form input[type=hidden]").forEach(input -> fields.put(input.attr("name"), input.val()));
        return fields;
    }

    private HttpResponse<String> fromOurPage(Map<String, String> fields, int status) {
        return fromOurPage("status", fields, status);
    }

    private HttpResponse<String> fromOurPage(String section, Map<String, String> fields, int status) {
        HttpResponse<String> answer = server.postFromOurPage(ACTION + "/edit/" + section, form(fields));
        assertThat(answer.statusCode()).isEqualTo(status);
        return answer;
    }

    private void signIn() {
        assertThat(server.post("/fr/sign-in", PageServer.PROOF).statusCode()).isEqualTo(303);
    }

    private Action stored() {
        return plans.by(TestGateway.SYSTEM)
                .reading()
                .action(new PlanKey(Code.parse("amp"), Code.parse("plan")), Code.parse("1.1"))
                .action();
    }

    private Document open(String section) {
        return Jsoup.parse(server.get(ACTION + "/edit/" + section).body());
    }

    private static Document refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(422);
        return Jsoup.parse(answer.body());
    }

    /** What a browser would send of a form; the sample has at most one choice of several. */
    private static Map<String, String> fields(Document page) {
        Map<String, String> fields = new LinkedHashMap<>();
        page.select("form#form").forms().getFirst().formData().forEach(data -> fields.put(data.key(), data.value()));
        return fields;
    }

    private HttpResponse<String> send(String section, Map<String, String> fields) {
        return server.post(ACTION + "/edit/" + section, form(fields));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(joining("&"));
    }
}
