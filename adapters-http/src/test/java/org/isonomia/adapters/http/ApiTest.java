package org.isonomia.adapters.http;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.isonomia.adapters.http.routing.Json;
import org.isonomia.application.document.Node;
import org.isonomia.application.spi.testing.Samples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The API on a real server; the client holds every request and answer against the API's description. */
class ApiTest {

    private static final String PLAN = TestServer.PLAN;

    private static TestServer server;
    private static ApiClient api;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        api = new ApiClient(server);
    }

    @AfterAll
    static void stopWhenAllThatIsDescribedWasDone() {
        server.close();
        assertThat(Description.operations().stream().filter(operation -> !api.did(operation)))
                .as("operations that no test has seen succeed")
                .isEmpty();
    }

    private static String etag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private static String text(HttpResponse<String> answer, String member) {
        Node node = ((Node.Mapping) Json.read(answer.body().getBytes(StandardCharsets.UTF_8)))
                .get(member)
                .orElseThrow();
        return ((Node.Scalar) node).text();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/organisations",
                "/api/v1/organisations/amp",
                "/api/v1/organisations/amp/plans",
                TestServer.PLAN,
                TestServer.PLAN + "/dashboard",
                TestServer.PLAN + "/network",
                TestServer.PLAN + "/timeline",
                TestServer.PLAN + "/axes",
                TestServer.PLAN + "/axes/2.1",
                TestServer.PLAN + "/actions",
                TestServer.PLAN + "/actions?axis=1&axis=2&health=late&health=on-time&sort=-deadline&limit=1&q=a",
                TestServer.PLAN + "/actions/1.2",
                TestServer.PLAN + "/actions/1.2/milestones",
                TestServer.PLAN + "/actions/1.2/milestones/M1",
                TestServer.PLAN + "/actions.csv?profile=excel-fr&status=planned",
                TestServer.PLAN + "/actions.xlsx?sort=title",
                TestServer.PLAN + "/export.yaml",
                TestServer.PLAN + "/export.json",
                TestServer.PLAN + "/export.xlsx",
                "/api/v1/imports/template.yaml",
                "/api/v1/imports/template.json",
                "/api/v1/imports/template.xlsx",
                "/api/v1/organisations/amp/units",
                "/api/v1/organisations/amp/people",
                "/api/v1/organisations/amp/partners",
                "/api/v1/organisations/amp/audiences",
                "/api/v1/organisations/amp/territories",
                "/api/v1/organisations/amp/territories/13055",
                "/api/v1/openapi.yaml",
                "/api/v1/openapi.json",
                "/api/v1/schemas/plan-1.schema.json",
                "/api/v1/schemas/follow-up-1.schema.json"
            })
    void readsWithATagAndAnswersTheTagWithNothing(String path) throws Exception {
        HttpResponse<String> first = api.get(path);
        HttpResponse<String> second = api.get(path, "If-None-Match", etag(first));

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unknown=1",
                "status=nonsense",
                "sort=nonsense",
                "sort=code&sort=title",
                "limit=0",
                "limit=501",
                "limit=x",
                "axis=%ZZ",
                "axis=%",
                "q=%ff",
                "axis=..%2f",
                "axis=99",
                "lead=nobody",
                "territory=99999",
                "q=%00",
                "after=nonsense"
            })
    void refusesParametersItDoesNotUnderstandRatherThanIgnoringThem(String query) throws Exception {
        String answer = server.raw("GET " + PLAN + "/actions?" + query + " HTTP/1.1", "Host: h", "Connection: close");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
    }

    @Test
    void saysWhatAParameterCanBe() throws Exception {
        assertThat(server.get(PLAN + "/actions?health=nonsense").body()).contains("it can be: ", "due-soon");
        assertThat(server.get(PLAN + "/actions?axis=99").body()).contains("no axis has this code: 99");
    }

    @Test
    void takesTheLatestOfSeveralTagsAndNoCharsetButUtf8() throws Exception {
        String etag = etag(api.get(PLAN + "/actions/1.9"));
        String older = "\"0-abc\", W/\"1-x\", " + etag;

        assertThat(patched("application/json; charset=latin-1", etag).statusCode())
                .isEqualTo(415);
        assertThat(patched("application/json; charset", etag).statusCode()).isEqualTo(415);
        assertThat(patched("application/json; charset=utf-8", older).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-abc", "1", "\"1-abc", "\"1-abc\" 2"})
    void saysThatATagHasQuotes(String tag) throws Exception {
        HttpResponse<String> answer = patched("application/json", tag);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("/problems/malformed-request", "with its quotes");
    }

    @Test
    void replacesAnEntryWhoseCodeOnlyTheAddressTells() throws Exception {
        String path = "/api/v1/organisations/amp/partners/told";
        HttpResponse<String> added = api.call(
                "PUT",
                path,
                "{\"name\":\"N\"}",
                "Content-Type",
                "application/json",
                "Authorization",
                "Bearer " + TestServer.TOKEN,
                "If-None-Match",
                "*");
        HttpResponse<String> replaced = api.change("PUT", path, etag(added), "{\"name\":\"M\"}");

        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        assertThat(replaced.statusCode()).as(replaced.body()).isEqualTo(200);
        assertThat(text(replaced, "name")).isEqualTo("M");
        api.change("DELETE", path, etag(replaced), "");
    }

    private static HttpResponse<String> patched(String type, String etag) throws Exception {
        return server.send(server.to(PLAN + "/actions/1.9")
                .header("Authorization", "Bearer " + TestServer.TOKEN)
                .header("Content-Type", type)
                .header("If-Match", etag)
                .method("PATCH", BodyPublishers.ofString("{}")));
    }

    @Test
    void pagesThroughAxesInReadingOrder() throws Exception {
        List<String> codes = new ArrayList<>();
        Optional<String> next = Optional.of(PLAN + "/axes?limit=1");
        while (next.isPresent()) {
            HttpResponse<String> page = api.get(next.get());
            Node.Mapping answer = (Node.Mapping) Json.read(page.body().getBytes(StandardCharsets.UTF_8));
            ((Node.Sequence) answer.get("items").orElseThrow())
                    .items()
                    .forEach(axis -> codes.add(
                            ((Node.Scalar) ((Node.Mapping) axis).get("code").orElseThrow()).text()));
            next = page.headers().firstValue("Link").map(link -> link.substring(1, link.indexOf('>')));
        }

        assertThat(codes).containsExactly("2", "2.1", "10", "1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/organisations", "/api/v1/organisations/amp/plans"})
    void pagesThroughShortListsAsThroughLongOnes(String list) throws Exception {
        HttpResponse<String> page = api.get(list + "?limit=500");

        assertThat(page.body()).isEqualTo(api.get(list).body());
        assertThat(page.headers().firstValue("Link")).isEmpty();
        assertThat(api.get(list + "?after=zzz").body()).contains("\"items\":[],\"total\":");
        assertThat(api.get(list + "?limit=0").statusCode()).isEqualTo(400);
    }

    @Test
    void pagesThroughADirectory() throws Exception {
        String people = "/api/v1/organisations/amp/people";
        HttpResponse<String> whole = api.get(people);
        HttpResponse<String> first = api.get(people + "?limit=1");
        String link = first.headers().firstValue("Link").orElseThrow();
        HttpResponse<String> second = api.get(link.substring(1, link.indexOf('>')));

        assertThat(text(first, "total")).isEqualTo(text(whole, "total")).isNotEqualTo("1");
        assertThat(text(second, "total")).isEqualTo(text(whole, "total"));
        assertThat(second.body()).isNotEqualTo(first.body());
        assertThat(server.get(people + "?after=%20").statusCode()).isEqualTo(400);
    }

    @Test
    void takesNoEncodedBody() throws Exception {
        assertThat(server.send(server.to(PLAN + "/actions/1.9")
                                .header("Authorization", "Bearer " + TestServer.TOKEN)
                                .header("Content-Type", "application/json")
                                .header("Content-Encoding", "gzip")
                                .header("If-Match", etag(api.get(PLAN + "/actions/1.9")))
                                .method("PATCH", BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void pagesThroughAListByItsLinks() throws Exception {
        HttpResponse<String> first = api.get(PLAN + "/actions?limit=2");
        String link = first.headers().firstValue("Link").orElseThrow();
        HttpResponse<String> second = api.get(link.substring(1, link.indexOf('>')));

        assertThat(first.body()).contains("\"1.2\"", "\"1.9\"").contains("\"total\":3");
        assertThat(second.body()).contains("\"1.10\"");
        assertThat(second.headers().firstValue("Link")).isEmpty();
    }

    @Test
    void changesAnActionOnceAgainstOneVersion() throws Exception {
        String path = PLAN + "/actions/1.9";
        String etag = etag(api.get(path));
        HttpResponse<String> changed = api.change("PATCH", path, etag, "{\"description\":\"Autrement\"}");
        HttpResponse<String> again = api.change("PATCH", path, etag, "{\"description\":\"Encore\"}");

        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(text(changed, "description")).isEqualTo("Autrement");
        assertThat(etag(changed)).isEqualTo(etag(api.get(path))).isNotEqualTo(etag);
        assertThat(again.statusCode()).isEqualTo(412);
        assertThat(text(again, "type")).isEqualTo("/problems/stale-version");
    }

    @Test
    void refusesChangesWithoutCredentialVersionOrMediaType() throws Exception {
        String path = PLAN + "/actions/1.9";
        HttpResponse<String> nobody = api.call("PATCH", path, "{}", "Content-Type", "application/json");
        HttpResponse<String> wrong =
                api.call("PATCH", path, "{}", "Content-Type", "application/json", "Authorization", "Bearer wrong");
        HttpResponse<String> unversioned = api.change("PATCH", path, "", "{}");
        HttpResponse<String> anything = api.change("PATCH", path, "*", "{}");
        HttpResponse<String> plain = api.call(
                "PATCH",
                path,
                "{}",
                "Content-Type",
                "text/plain",
                "Authorization",
                "Bearer " + TestServer.TOKEN,
                "If-Match",
                "\"1-x\"");

        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(nobody.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(unversioned.statusCode()).isEqualTo(428);
        assertThat(anything.statusCode()).isEqualTo(428);
        assertThat(plain.statusCode()).isEqualTo(415);
    }

    @Test
    void tellsWhereJsonIsWrong() throws Exception {
        String path = PLAN + "/actions/1.9";
        HttpResponse<String> broken = api.change("PATCH", path, "\"1-x\"", "{\n  \"title\": }");
        HttpResponse<String> doubled = api.change("PATCH", path, "\"1-x\"", "{\"a\":1,\"a\":2}");
        HttpResponse<String> more = api.change("PATCH", path, "\"1-x\"", "{} {}");
        HttpResponse<String> deep = api.change("PATCH", path, "\"1-x\"", "[".repeat(40) + "]".repeat(40));

        String members =
                IntStream.range(0, 2_000).mapToObj(i -> "\"m" + i + "\":1").collect(joining(","));
        HttpResponse<String> wide = api.change("PATCH", path, "\"1-x\"", "{" + members + "}");

        assertThat(wide.statusCode()).isEqualTo(400);
        assertThat(wide.body()).contains("more than 1,000 members");
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(broken.body()).contains("\"line\":2").contains("/problems/malformed-body");
        assertThat(doubled.statusCode()).isEqualTo(400);
        assertThat(more.statusCode()).isEqualTo(400);
        assertThat(deep.statusCode()).isEqualTo(400);
    }

    @Test
    void tellsEveryRuleThatIsBroken() throws Exception {
        String path = PLAN + "/actions/1.9";
        HttpResponse<String> answer = api.change(
                "PATCH",
                path,
                etag(api.get(path)),
                "{\"unknown\":1,\"nothing\":null,\"weight\":\"x\",\"axis\":\"99\"}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("/unknown", "/nothing", "/weight", "/axis", "\"violations\":[");
    }

    @Test
    void aBindingPlanAsksForAnAmendment() throws Exception {
        String path = PLAN + "/axes/10";
        String etag = etag(api.get(path));
        HttpResponse<String> silent = api.change("PATCH", path, etag, "{\"title\":\"Dix !\"}");
        HttpResponse<String> explained = api.change(
                "PATCH",
                path + "?amendmentDate=2026-11-20&amendmentReason=vote%20du%20conseil",
                etag,
                "{\"title\":\"Dix !\"}");

        assertThat(silent.statusCode()).isEqualTo(422);
        assertThat(silent.body()).contains("plan.amendment-required", "\"pointer\":\"/title\"");
        assertThat(explained.statusCode()).as(explained.body()).isEqualTo(200);
        assertThat(text(explained, "title")).isEqualTo("Dix !");
    }

    /** The sample plan was voted on 28 February 2025, and it is 24 November 2026. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-11-25", "2099-01-01", "2025-02-27", "0001-01-01"})
    void anAmendmentIsDatedFromTheVoteToToday(String date) throws Exception {
        String why = "?amendmentReason=Vote&amendmentDate=" + date;
        String axis = PLAN + "/axes/10";
        String action = PLAN + "/actions/1.9";
        for (HttpResponse<String> refused : List.of(
                api.change("PATCH", axis + why, etag(api.get(axis)), "{\"title\":\"Plus tard\"}"),
                api.change("PATCH", action + why, etag(api.get(action)), "{\"title\":\"Plus tard\"}"))) {
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("plan.amendment-date", date, "from 2025-02-28 to 2026-11-24");
        }
    }

    @Test
    void aBadLinkIsPointedAt() throws Exception {
        String path = PLAN + "/actions/1.9";
        HttpResponse<String> refused = api.change(
                "PATCH", path, etag(api.get(path)), "{\"links\":[{\"kind\":\"supports\",\"action\":\"1.9\"}]}");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("action.bad-link", "\"/links/0/action\"");
    }

    @Test
    void changesManyActionsOrNone() throws Exception {
        String path = PLAN + "/actions";
        String good = "{\"code\":\"1.9\",\"version\":" + text(api.get(path + "/1.9"), "version")
                + ",\"patch\":{\"description\":\"Ensemble\"}}";
        String stale = "{\"code\":\"1.10\",\"version\":99,\"patch\":{\"description\":\"Ensemble\"}}";
        HttpResponse<String> none = api.change("PATCH", path, "", "{\"actions\":[" + good + "," + stale + "]}");
        HttpResponse<String> untouched = api.get(path + "/1.9");
        HttpResponse<String> all = api.change("PATCH", path, "", "{\"actions\":[" + good + "]}");

        assertThat(none.statusCode()).isEqualTo(412);
        assertThat(untouched.body()).doesNotContain("Ensemble");
        assertThat(all.statusCode()).as(all.body()).isEqualTo(200);
        assertThat(api.get(path + "/1.9").body()).contains("Ensemble");
    }

    @Test
    void milestonesAndStatusesAreParts() throws Exception {
        String action = PLAN + "/actions/1.9";
        HttpResponse<String> added = api.change(
                "PUT",
                action + "/milestones/m1",
                etag(api.get(action)),
                "{\"title\":\"Convention\",\"due\":\"2027-01\"}");
        HttpResponse<String> done =
                api.change("PATCH", action + "/milestones/m1", etag(added), "{\"done\":\"2026-11-02\"}");
        HttpResponse<String> declared = api.change(
                "POST",
                action + "/statuses",
                etag(api.get(action)),
                "{\"status\":\"in-progress\",\"date\":\"2026-11-03\",\"author\":\"DRH\"}");
        HttpResponse<String> removed = api.change("DELETE", action + "/milestones/m1", etag(declared), "");

        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        assertThat(text(done, "done")).isEqualTo("2026-11-02");
        assertThat(declared.statusCode()).as(declared.body()).isEqualTo(201);
        assertThat(declared.body()).contains("\"status\":\"in-progress\"").contains("\"progress\":1");
        assertThat(removed.statusCode()).isEqualTo(204);
        assertThat(api.get(action + "/milestones").body()).isEqualTo("{\"items\":[],\"total\":0}");
    }

    @Test
    void addsReplacesAndRemovesAnAction() throws Exception {
        String entry = "{\"code\":\"1.20\",\"axis\":\"1\",\"title\":\"Atelier\",\"kind\":\"event\","
                + "\"level\":\"will\",\"weight\":3}";
        String why = "?amendmentDate=2026-11-20&amendmentReason=Ajout";
        HttpResponse<String> added = api.change("POST", PLAN + "/actions" + why, "", entry);
        String path = added.headers().firstValue("Location").orElseThrow();
        HttpResponse<String> twice = api.change("POST", PLAN + "/actions" + why, "", entry);
        HttpResponse<String> replaced =
                api.change("PUT", path + why, etag(added), added.body().replace("\"weight\":3,", ""));
        HttpResponse<String> removed = api.change("DELETE", path + why, etag(replaced), "");

        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        assertThat(path).isEqualTo(PLAN + "/actions/1.20");
        assertThat(twice.statusCode()).isEqualTo(409);
        assertThat(replaced.statusCode()).as(replaced.body()).isEqualTo(200);
        assertThat(replaced.body()).doesNotContain("\"weight\"");
        assertThat(removed.statusCode()).as(removed.body()).isEqualTo(204);
        assertThat(api.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void letsSomebodyInAndChangesTheirRoles() throws Exception {
        String members = "/api/v1/organisations/amp/members";
        HttpResponse<String> invited = api.change(
                "POST",
                members,
                "",
                "{\"login\":\"ines@ville.example\",\"name\":\"Inès\",\"roles\":[{\"role\":\"assistant\"}]}");
        String ines = members + "/" + text(invited, "account");
        HttpResponse<String> now = api.get(ines, "Authorization", "Bearer " + TestServer.TOKEN);

        assertThat(api.get(members, "Authorization", "Bearer " + TestServer.TOKEN)
                        .body())
                .contains("ines@ville.example");
        assertThat(api.change("PUT", ines, etag(now), "{\"roles\":[{\"role\":\"elected-official\"}]}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void addsAndRemovesAnAxis() throws Exception {
        String why = "?amendmentDate=2026-11-20&amendmentReason=Ajout";
        String path = PLAN + "/axes/11" + why;
        HttpResponse<String> added =
                api.change("PUT", path, etag(api.get(PLAN + "/axes")), "{\"code\":\"11\",\"title\":\"Onze\"}");
        HttpResponse<String> removed = api.change("DELETE", path, etag(added), "");

        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        assertThat(removed.statusCode()).as(removed.body()).isEqualTo(204);
    }

    @Test
    void undoesAChangeThatTheJournalTellsOf() throws Exception {
        String action = PLAN + "/actions/1.9";
        HttpResponse<String> changed =
                api.change("PATCH", action, etag(api.get(action)), "{\"description\":\"Par erreur\"}");
        String journal = api.call(
                        "GET",
                        "/api/v1/organisations/amp/journal?subject=action/PMCD/1.9",
                        "",
                        "Authorization",
                        "Bearer " + TestServer.TOKEN)
                .body();
        String sequence = journal.replaceFirst("(?s).*?\"sequence\":(\\d+).*", "$1");
        HttpResponse<String> undone =
                api.change("POST", "/api/v1/organisations/amp/journal/" + sequence + "/undo", "", "");

        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(undone.statusCode()).as(undone.body()).isEqualTo(204);
        assertThat(api.get(action).body()).doesNotContain("Par erreur");
    }

    @Test
    void importsAPlanChangesItAndGivesItBack() throws Exception {
        String imports = "/api/v1/organisations/-/imports";
        String path = "/api/v1/organisations/mini/plans/p";
        String file =
                "{\"isonomia\":\"plan/1\",\"organisation\":{\"code\":\"mini\",\"name\":\"Mini\",\"kind\":\"commune\","
                        + "\"timeZone\":\"Europe/Paris\"},\"plan\":{\"code\":\"p\",\"title\":\"Plan\",\"kind\":\"local\"},"
                        + "\"axes\":[{\"code\":\"1\",\"title\":\"Un\"}],\"actions\":[{\"code\":\"1.1\",\"axis\":\"1\","
                        + "\"title\":\"Former\",\"kind\":\"training\",\"level\":\"will\"}]}";
        HttpResponse<String> told = api.change("POST", imports + "?dryRun=true", "", file);
        HttpResponse<String> before = api.get(path);
        HttpResponse<String> imported = api.change("POST", imports, "", file);
        HttpResponse<String> notYet = api.change("PATCH", path, etag(api.get(path)), "{\"description\":\"Un plan\"}");
        server.lead("mini");
        HttpResponse<String> changed = api.change("PATCH", path, etag(api.get(path)), "{\"description\":\"Un plan\"}");
        HttpResponse<String> adopted =
                api.change("POST", path + "/transitions", etag(changed), "{\"status\":\"adopted\"}");
        HttpResponse<String> nonsense =
                api.change("POST", path + "/transitions", etag(adopted), "{\"status\":\"nonsense\"}");
        HttpResponse<String> again =
                api.change("POST", imports, "", api.get(path + "/export.json").body());

        assertThat(told.body()).contains("\"applied\":false", "\"kind\":\"added\"", "action 1.1");
        assertThat(before.statusCode()).isEqualTo(404);
        assertThat(imported.body()).contains("\"applied\":true");
        assertThat(notYet.statusCode()).isEqualTo(403);
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(text(changed, "description")).isEqualTo("Un plan");
        assertThat(text(adopted, "status")).as(adopted.body()).isEqualTo("adopted");
        assertThat(nonsense.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("\"applied\":false", "\"changes\":[]");
        assertThat(api.change("POST", imports, "", "{\"isonomia\":\"x\"}").statusCode())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "units | {\"code\":\"new\",\"name\":\"N\",\"kind\":\"service\"} | {\"name\":\"M\"}",
                "people | {\"code\":\"new\",\"function\":\"N\"} | {\"elected\":true}",
                "partners | {\"code\":\"new\",\"name\":\"N\"} | {\"activeFrom\":\"2021-04\"}",
                "audiences | {\"code\":\"new\",\"name\":\"N\"} | {\"name\":\"M\"}",
                "territories | {\"code\":\"new\",\"name\":\"N\",\"kind\":\"other\"} | {\"population\":12}"
            })
    void keepsTheDirectory(String directory, String entry, String patch) throws Exception {
        String path = "/api/v1/organisations/amp/" + directory + "/new";
        String[] asNew = {
            "Content-Type", "application/json", "Authorization", "Bearer " + TestServer.TOKEN, "If-None-Match", "*"
        };
        HttpResponse<String> added = api.call("PUT", path, entry, asNew);
        HttpResponse<String> twice = api.call("PUT", path, entry, asNew);
        HttpResponse<String> changed = api.change("PATCH", path, etag(added), patch);
        HttpResponse<String> read = api.get(path);
        HttpResponse<String> removed = api.change("DELETE", path, etag(changed), "");

        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        assertThat(twice.statusCode()).isEqualTo(412);
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(etag(read)).isEqualTo(etag(changed));
        assertThat(removed.statusCode()).as(removed.body()).isEqualTo(204);
        assertThat(api.change("PATCH", path, etag(changed), patch).statusCode()).isEqualTo(404);
    }

    @Test
    void headsAreTheGetsWithoutABody() throws Exception {
        HttpResponse<String> get = server.get(PLAN);
        HttpResponse<String> head = server.send(server.to(PLAN).method("HEAD", BodyPublishers.noBody()));

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(etag(head)).isEqualTo(etag(get));
        assertThat(head.body()).isEmpty();
    }

    private static final String JOURNAL = "/api/v1/organisations/amp/journal";

    private static HttpResponse<String> asAdministrator(String method, String path) throws Exception {
        return api.call(method, path, "", "Authorization", "Bearer " + TestServer.TOKEN);
    }

    @Test
    void tellsTheHistoryOfAnActionToWhomItConcerns() throws Exception {
        String action = PLAN + "/actions/1.9";
        for (String text : List.of("Une fois", "Encore")) {
            api.change("PATCH", action, etag(api.get(action)), "{\"description\":\"" + text + "\"}");
        }

        HttpResponse<String> page = asAdministrator(
                "GET",
                JOURNAL + "?subject=action/PMCD/1.9&useCase=change-actions"
                        + "&from=2000-01-01T00:00:00Z&until=2100-01-01T00:00:00Z&limit=1");
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("private, no-cache");
        assertThat(page.body())
                .contains("\"before\":{\"description\":\"Une fois\"}", "\"after\":{\"description\":\"Encore\"}")
                .contains("\"actor\":\"administration\"", "\"next\":");
        String next = text(page, "next");
        assertThat(asAdministrator("GET", JOURNAL + "?before=" + next).body()).doesNotContain("Encore");
        assertThat(asAdministrator("GET", JOURNAL + "/" + next).body()).contains("\"leaf\":", "\"salt\":");
    }

    @Test
    void signsHeadsAndProvesToEverybody() throws Exception {
        String action = PLAN + "/actions/1.9";
        api.change("PATCH", action, etag(api.get(action)), "{\"description\":\"Signé\"}");
        HttpResponse<String> head = asAdministrator("POST", JOURNAL + "/heads");
        String size = text(head, "size");

        assertThat(api.get(JOURNAL + "/head").body()).isEqualTo(head.body());
        HttpResponse<String> inclusion = api.get(JOURNAL + "/proofs/inclusion?sequence=1&size=" + size);
        assertThat(text(inclusion, "root")).isEqualTo(text(head, "root"));
        HttpResponse<String> consistency = api.get(JOURNAL + "/proofs/consistency?from=1&to=" + size);
        assertThat(text(consistency, "toRoot")).isEqualTo(text(head, "root"));
        assertThat(text(consistency, "fromRoot"))
                .isEqualTo(text(api.get(JOURNAL + "/proofs/inclusion?sequence=1&size=1"), "leaf"));
    }

    @ParameterizedTest
    @CsvSource({
        "401, ''",
        "401, /1",
        "404, /proofs/inclusion?sequence=2&size=1",
        "404, /proofs/inclusion?sequence=1&size=999999",
        "404, /proofs/consistency?from=2&to=1",
        "400, /proofs/consistency?from=0&to=1",
        "400, /proofs/consistency?from=1",
        "400, /proofs/inclusion?sequence=x&size=1"
    })
    void showsEntriesToTheirReadersOnlyAndProvesNothingThatNeverWas(int status, String path) throws Exception {
        assertThat(api.get(JOURNAL + path).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"404, /none", "404, /0", "404, /99999", "400, ?from=yesterday", "400, ?before=0", "400, ?colour=red"})
    void refusesWhatTheJournalDoesNotHave(int status, String path) throws Exception {
        assertThat(asAdministrator("GET", JOURNAL + path).statusCode()).isEqualTo(status);
    }

    private static final String AMP = "/api/v1/organisations/amp";
    private static final String REGION = "/api/v1/organisations/region";

    private static HttpResponse<String> asked(String path) throws Exception {
        return api.get(path, "Authorization", "Bearer " + TestServer.TOKEN);
    }

    @Test
    void sharesFieldsOfAPlanWithTheNetworkUntilThatEnds() throws Exception {
        server.ports.organisations().put(Samples.organisation(new UUID(0, 8), "region"));
        server.lead("region");
        assertThat(api.change("PUT", AMP + "/memberships/amp", "", "{\"as\":\"member\"}")
                        .statusCode())
                .isEqualTo(422);
        HttpResponse<String> proposed = api.change("PUT", REGION + "/memberships/amp", "", "{\"as\":\"network\"}");
        assertThat(text(proposed, "status")).isEqualTo("proposed");
        assertThat(asked(AMP + "/memberships").body()).contains("\"organisation\":\"region\"");
        String share = PLAN + "/shares/region";
        assertThat(api.call(
                                "PUT",
                                share,
                                "{\"fields\":[]}",
                                "Authorization",
                                "Bearer " + TestServer.TOKEN,
                                "Content-Type",
                                "application/json",
                                "If-None-Match",
                                "*")
                        .statusCode())
                .as("not a member yet")
                .isEqualTo(422);
        assertThat(text(api.change("PUT", AMP + "/memberships/region", "", "{\"as\":\"member\"}"), "status"))
                .isEqualTo("accepted");
        assertThat(text(asked(REGION + "/memberships/amp"), "as")).isEqualTo("network");

        HttpResponse<String> shared = api.call(
                "PUT",
                share,
                "{\"fields\":[\"actions\",\"period\"]}",
                "Authorization",
                "Bearer " + TestServer.TOKEN,
                "Content-Type",
                "application/json",
                "If-None-Match",
                "*");
        assertThat(shared.statusCode()).isEqualTo(201);
        assertThat(api.change("PUT", share, etag(shared), "{\"fields\":[\"action-dates\"]}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(api.change("PUT", share, etag(shared), "{\"fields\":[\"actions\",\"action-status\"]}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(api.change("DELETE", share, etag(shared), "").statusCode()).isEqualTo(412);
        assertThat(asked(PLAN + "/shares").body()).contains("\"action-status\"");

        String received = asked(REGION + "/shared-plans/amp/PMCD").body();
        assertThat(received).contains("\"status\":\"in-progress\"").doesNotContain("\"axes\"", "\"planned\":");
        assertThat(asked(REGION + "/shared-plans").body()).contains("\"from\":\"amp\"");
        assertThat(asked(PLAN + "/share-preview?field=axes").body())
                .contains("\"axes\"")
                .doesNotContain("actions");

        assertThat(api.change("DELETE", share, etag(asked(share)), "").statusCode())
                .isEqualTo(204);
        assertThat(asked(REGION + "/shared-plans/amp/PMCD").statusCode()).isEqualTo(404);
        assertThat(api.change("DELETE", AMP + "/memberships/region", "", "").statusCode())
                .isEqualTo(204);
        assertThat(asked(REGION + "/memberships").body()).contains("\"items\":[]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/memberships",
                "/memberships/region",
                "/plans/PMCD/shares",
                "/plans/PMCD/shares/region",
                "/plans/PMCD/share-preview",
                "/shared-plans",
                "/shared-plans/region/p"
            })
    void tellsNobodyWithoutACredentialOfNetworks(String path) throws Exception {
        assertThat(api.get(AMP + path).statusCode()).isEqualTo(401);
    }
}
