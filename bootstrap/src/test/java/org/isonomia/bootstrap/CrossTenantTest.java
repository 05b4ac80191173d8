package org.isonomia.bootstrap;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.io.Resources;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.isonomia.adapters.files.FileFormats;
import org.isonomia.application.document.Node;
import org.isonomia.application.plan.AmendmentNote;
import org.isonomia.application.plan.Edit;
import org.isonomia.application.plan.PlanKey;
import org.isonomia.application.spi.JournalRepository;
import org.isonomia.application.spi.testing.TestGateway;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.DirectoryEntry.Directory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nobody changes anything of another tenant, by its address or by naming what it has in a body. Made from the description
 * of the API, which another test holds to the routes: an operation without a row here fails the build.
 */
class CrossTenantTest {

    private static final ImmutableSet<String> CHANGING = ImmutableSet.of("put", "patch", "post", "delete");
    private static final String ROOT = "/api/v1/organisations/{organisation}";
    private static final String PLAN = ROOT + "/plans/{plan}";

    /** Names what only the other tenant has, in every place where an action can name something. */
    private static final ImmutableList<String> ACTION_REFERENCES = ImmutableList.of(
            "\"lead\":\"b-person\"",
            "\"sponsor\":\"b-person\"",
            "\"units\":[\"b-unit\"]",
            "\"partners\":[\"b-partner\"]",
            "\"audiences\":[\"b-audience\"]",
            "\"territories\":[\"b-territory\"]",
            "\"axis\":\"b-axis\"",
            "\"links\":[{\"kind\":\"depends-on\",\"action\":\"b-action\"}]");

    private static final String NEW_ACTION =
            "{\"code\":\"9.9\",\"axis\":\"1\",\"title\":\"T\",\"kind\":\"other\"," + "\"level\":\"will\",%s}";

    /** Bodies that name what only the other tenant has, by operation; none where a body names nothing. */
    private static final ImmutableListMultimap<String, String> NAMING = ImmutableListMultimap.<String, String>builder()
            .putAll("patch " + PLAN + "/actions/{action}", wrapped("{%s}", ACTION_REFERENCES))
            .putAll("put " + PLAN + "/actions/{action}", wrapped(NEW_ACTION, ACTION_REFERENCES))
            .putAll("post " + PLAN + "/actions", wrapped(NEW_ACTION, ACTION_REFERENCES))
            .putAll(
                    "patch " + PLAN + "/actions",
                    wrapped("{\"actions\":[{\"code\":\"1.2\",\"version\":2,\"patch\":{%s}}]}", ACTION_REFERENCES))
            .put(
                    "patch " + PLAN + "/actions",
                    "{\"actions\":[{\"code\":\"b-action\",\"version\":1,\"patch\":{\"title\":\"x\"}}]}")
            .put("patch " + PLAN + "/axes/{axis}", "{\"parent\":\"b-axis\"}")
            .put("put " + PLAN + "/axes/{axis}", "{\"title\":\"T\",\"parent\":\"b-axis\"}")
            .put(
                    "patch " + PLAN,
                    "{\"governance\":[{\"code\":\"g\",\"name\":\"G\",\"kind\":\"steering-committee\","
                            + "\"chair\":\"b-person\"}]}")
            .put(
                    "patch " + PLAN,
                    "{\"means\":{\"positions\":[{\"code\":\"p\",\"title\":\"P\",\"fte\":1,"
                            + "\"reportsTo\":\"b-person\"}]}}")
            .put("patch " + ROOT + "/units/{code}", "{\"parent\":\"b-unit\"}")
            .put("put " + ROOT + "/units/{code}", "{\"name\":\"N\",\"kind\":\"direction\",\"parent\":\"b-unit\"}")
            .put("patch " + ROOT + "/people/{code}", "{\"unit\":\"b-unit\"}")
            .put("put " + ROOT + "/people/{code}", "{\"function\":\"F\",\"unit\":\"b-unit\"}")
            .put("patch " + ROOT + "/partners/{code}", "{\"successors\":[\"b-partner\"]}")
            .put("put " + ROOT + "/partners/{code}", "{\"name\":\"N\",\"successors\":[\"b-partner\"]}")
            .put("patch " + ROOT + "/territories/{code}", "{\"memberOf\":[\"b-territory\"]}")
            .put(
                    "put " + ROOT + "/territories/{code}",
                    "{\"name\":\"N\",\"kind\":\"commune\",\"memberOf\":[\"b-territory\"]}")
            .put("put " + PLAN + "/shares/{with}", "{\"fields\":[\"actions\"]}")
            .put(
                    "post /api/v1/organisations/-/imports",
                    "{\"isonomia\":\"follow-up/1\",\"organisation\":\"alpha\",\"plan\":\"pmlcd\","
                            + "\"actions\":[{\"code\":\"b-action\",\"weight\":3}]}")
            .put(
                    "post /api/v1/organisations/-/imports",
                    "{\"isonomia\":\"follow-up/1\",\"organisation\":\"alpha\",\"plan\":\"pmlcd\","
                            + "\"actions\":[{\"code\":\"1.2\",\"lead\":\"b-person\"}]}")
            .build();

    /** Bodies as the operation takes them, for the other tenant's address; null where it takes none. */
    private static final ImmutableMap<String, String> PLAIN = ImmutableMap.<String, String>builder()
            .put("patch " + PLAN, "{\"title\":\"Pris\"}")
            .put("post " + PLAN + "/transitions", "{\"status\":\"closed\"}")
            .put("put " + PLAN + "/axes/{axis}", "{\"title\":\"Pris\"}")
            .put("patch " + PLAN + "/axes/{axis}", "{\"title\":\"Pris\"}")
            .put("delete " + PLAN + "/axes/{axis}", "")
            .put("post " + PLAN + "/actions", NEW_ACTION.formatted("\"weight\":2"))
            .put(
                    "patch " + PLAN + "/actions",
                    "{\"actions\":[{\"code\":\"b-action\",\"version\":1,\"patch\":{\"title\":\"Pris\"}}]}")
            .put("put " + PLAN + "/actions/{action}", NEW_ACTION.formatted("\"weight\":2"))
            .put("patch " + PLAN + "/actions/{action}", "{\"title\":\"Pris\"}")
            .put("delete " + PLAN + "/actions/{action}", "")
            .put(
                    "post " + PLAN + "/actions/{action}/statuses",
                    "{\"status\":\"in-progress\",\"date\":\"2026-11-01\",\"author\":\"A\"}")
            .put("put " + PLAN + "/actions/{action}/milestones/{milestone}", "{\"title\":\"Pris\"}")
            .put("patch " + PLAN + "/actions/{action}/milestones/{milestone}", "{\"title\":\"Pris\"}")
            .put("delete " + PLAN + "/actions/{action}/milestones/{milestone}", "")
            .put("put " + ROOT + "/units/{code}", "{\"name\":\"Pris\",\"kind\":\"direction\"}")
            .put("patch " + ROOT + "/units/{code}", "{\"name\":\"Pris\"}")
            .put("delete " + ROOT + "/units/{code}", "")
            .put("put " + ROOT + "/people/{code}", "{\"function\":\"Pris\"}")
            .put("patch " + ROOT + "/people/{code}", "{\"function\":\"Pris\"}")
            .put("delete " + ROOT + "/people/{code}", "")
            .put("put " + ROOT + "/partners/{code}", "{\"name\":\"Pris\"}")
            .put("patch " + ROOT + "/partners/{code}", "{\"name\":\"Pris\"}")
            .put("delete " + ROOT + "/partners/{code}", "")
            .put("put " + ROOT + "/audiences/{code}", "{\"name\":\"Pris\"}")
            .put("patch " + ROOT + "/audiences/{code}", "{\"name\":\"Pris\"}")
            .put("delete " + ROOT + "/audiences/{code}", "")
            .put("put " + ROOT + "/territories/{code}", "{\"name\":\"Pris\",\"kind\":\"commune\"}")
            .put("patch " + ROOT + "/territories/{code}", "{\"name\":\"Pris\"}")
            .put("delete " + ROOT + "/territories/{code}", "")
            .put("post " + ROOT + "/journal/heads", "")
            .put("post " + ROOT + "/journal/{sequence}/undo", "")
            .put(
                    "post " + ROOT + "/members",
                    "{\"login\":\"x@ville.example\",\"name\":\"X\",\"roles\":[{\"role\":\"plan-lead\"}]}")
            .put("put " + ROOT + "/members/{account}", "{\"roles\":[{\"role\":\"plan-lead\"}]}")
            .put("put " + ROOT + "/memberships/{other}", "{\"as\":\"member\"}")
            .put("delete " + ROOT + "/memberships/{other}", "")
            .put("put " + PLAN + "/shares/{with}", "{\"fields\":[\"actions\"]}")
            .put("delete " + PLAN + "/shares/{with}", "")
            .put(
                    "post /api/v1/organisations/-/imports",
                    "{\"isonomia\":\"follow-up/1\",\"organisation\":\"beta\",\"plan\":\"pmlcd\","
                            + "\"actions\":[{\"code\":\"1.2\",\"weight\":3}]}")
            .buildOrThrow();

    private static final ImmutableMap<String, String> THEIRS = ImmutableMap.<String, String>builder()
            .put("/units/{code}", "/units/b-unit")
            .put("/people/{code}", "/people/b-person")
            .put("/partners/{code}", "/partners/b-partner")
            .put("/audiences/{code}", "/audiences/b-audience")
            .put("/territories/{code}", "/territories/b-territory")
            .put("{plan}", "pmlcd")
            .put("{axis}", "b-axis")
            .put("{action}", "b-action")
            .put("{milestone}", "b-milestone")
            .put("{sequence}", "1")
            .put("{account}", "00000000-0000-0008-0000-000000000008")
            .put("{other}", "alpha")
            .put("{with}", "alpha")
            .buildOrThrow();

    private static final ImmutableMap<String, String> OURS = ImmutableMap.<String, String>builder()
            .put("/units/{code}", "/units/illus-formation")
            .put("/people/{code}", "/people/illus-resp-formation")
            .put("/partners/{code}", "/partners/CNFPT")
            .put("/territories/{code}", "/territories/13001")
            .put("{plan}", "pmlcd")
            .put("{axis}", "1")
            .put("{action}", "1.2")
            .put("{with}", "beta")
            .buildOrThrow();

    private static TenantWorld world;

    @BeforeAll
    static void settle() throws Exception {
        world = new TenantWorld();
        world.importAs(TenantWorld.ALPHA, "", "");
        world.importAs(TenantWorld.BETA, "", "");
        Code beta = Code.parse(TenantWorld.BETA);
        PlanKey plan = new PlanKey(beta, Code.parse("pmlcd"));
        var desk = world.plans.by(TestGateway.SYSTEM);
        Map.of(
                        Directory.UNITS, "b-unit {\"name\":\"B\",\"kind\":\"direction\"}",
                        Directory.PEOPLE, "b-person {\"function\":\"B\"}",
                        Directory.PARTNERS, "b-partner {\"name\":\"B\"}",
                        Directory.AUDIENCES, "b-audience {\"name\":\"B\"}",
                        Directory.TERRITORIES, "b-territory {\"name\":\"B\",\"kind\":\"commune\"}")
                .forEach((directory, entry) -> desk.directory()
                        .change(beta, directory, Code.parse(entry.split(" ", 2)[0]), edit(entry.split(" ", 2)[1])));
        AmendmentNote note = new AmendmentNote(LocalDate.of(2026, 11, 2), "Pour le test", Optional.empty());
        desk.editing().changeAxis(plan, Code.parse("b-axis"), amended("{\"title\":\"B\"}", note));
        desk.editing()
                .addAction(
                        plan,
                        amended(
                                "{\"code\":\"b-action\",\"axis\":\"b-axis\",\"title\":\"B\",\"kind\":\"other\",\"level\":\"will\","
                                        + "\"milestones\":[{\"code\":\"b-milestone\",\"title\":\"B\"}]}",
                                note));
    }

    @AfterAll
    static void close() {
        world.close();
    }

    private static ImmutableList<String> wrapped(String around, List<String> references) {
        return references.stream()
                .map(reference -> (reference.startsWith("\"axis\"") ? around.replace("\"axis\":\"1\",", "") : around)
                        .formatted(reference))
                .collect(toImmutableList());
    }

    private static Node json(String text) {
        return FileFormats.json()
                .read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .orThrow();
    }

    private static Edit edit(String patch) {
        return new Edit(OptionalInt.empty(), json(patch), Optional.empty());
    }

    private static Edit amended(String patch, AmendmentNote note) {
        return new Edit(OptionalInt.empty(), json(patch), Optional.of(note));
    }

    /** All that a tenant has and did, as text. */
    private static String everything(String organisation) {
        Code code = Code.parse(organisation);
        var plans = world.plans.by(TestGateway.SYSTEM);
        return plans.exchange().export(new PlanKey(code, Code.parse("pmlcd")))
                + "\n"
                + world.journals
                        .by(TestGateway.SYSTEM)
                        .page(code, JournalRepository.Query.latest(1))
                        .entries()
                + world.journals.by(TestGateway.SYSTEM).head(code)
                + world.networks.by(TestGateway.SYSTEM).networking().all(code);
    }

    /** The changing operations of the API that are about an organisation, as {@code put /api/v1/…}. */
    static Stream<String> operations() throws IOException {
        Node.Mapping described = (Node.Mapping) json(Resources.toString(
                Resources.getResource("org/isonomia/adapters/http/api/openapi.json"), StandardCharsets.UTF_8));
        Node.Mapping paths = (Node.Mapping) described.get("paths").orElseThrow();
        return paths.entries().entrySet().stream()
                .flatMap(path -> ((Node.Mapping) path.getValue())
                        .entries().keySet().stream()
                                .filter(CHANGING::contains)
                                .map(method -> method + " " + path.getKey()));
    }

    @Test
    void knowsEveryOperation() throws IOException {
        assertThat(operations()).containsExactlyInAnyOrderElementsOf(PLAIN.keySet());
        assertThat(operations()).containsAll(NAMING.keySet());
    }

    /** What another tenant has is not changed by its address, as it would be by whoever leads there. */
    @ParameterizedTest
    @MethodSource("operations")
    void refusesTheAddressOfAnotherTenant(String operation) throws Exception {
        String before = everything(TenantWorld.BETA);
        HttpResponse<String> answer =
                send(operation, TenantWorld.BETA, THEIRS, requireNonNull(PLAIN.get(operation), operation));

        assertThat(answer.statusCode()).as(answer.body()).isIn(403, 404);
        assertThat(everything(TenantWorld.BETA)).isEqualTo(before);
    }

    /** In one's own organisation, what only another tenant has does not exist. */
    @ParameterizedTest
    @MethodSource("operations")
    void refusesWhatAnotherTenantHasInAnAddress(String operation) throws Exception {
        if (!operation.matches("(patch|delete|post) .*\\{(axis|action|milestone|code)}.*")) {
            return;
        }
        String both = everything(TenantWorld.ALPHA) + everything(TenantWorld.BETA);
        HttpResponse<String> answer =
                send(operation, TenantWorld.ALPHA, THEIRS, requireNonNull(PLAIN.get(operation), operation));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(404);
        assertThat(everything(TenantWorld.ALPHA) + everything(TenantWorld.BETA)).isEqualTo(both);
    }

    static Stream<Arguments> naming() {
        return NAMING.entries().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest
    @MethodSource("naming")
    void refusesWhatAnotherTenantHasInABody(String operation, String body) throws Exception {
        String both = everything(TenantWorld.ALPHA) + everything(TenantWorld.BETA);
        HttpResponse<String> answer = send(operation, TenantWorld.ALPHA, OURS, body);

        assertThat(answer.statusCode()).as(answer.body()).isIn(404, 422);
        assertThat(answer.body())
                .as("refused for what it names")
                .containsPattern("b-(action|axis|unit|person|partner|audience|territory)|network.no-member");
        assertThat(everything(TenantWorld.ALPHA) + everything(TenantWorld.BETA)).isEqualTo(both);
    }

    private static HttpResponse<String> send(
            String operation, String organisation, ImmutableMap<String, String> codes, String body) throws Exception {
        List<String> parts = Splitter.on(' ').splitToList(operation);
        String method = Ascii.toUpperCase(parts.getFirst());
        String path = parts.get(1).replace("{organisation}", organisation);
        for (Map.Entry<String, String> code : codes.entrySet()) {
            path = path.replace(code.getKey(), code.getValue());
        }
        boolean added = operation.endsWith("{with}") && method.equals("PUT");
        String version =
                method.equals("POST") && !path.endsWith("transitions") && !path.endsWith("statuses") ? "" : tag(path);
        return added
                ? world.send(method, path, body, "If-None-Match", "*")
                : world.send(method, path, body, "If-Match", version);
    }

    /** The current tag of what the address is of, so that no version is what a change is refused for. */
    private static String tag(String path) throws Exception {
        String read = path.replaceAll("/(transitions|statuses)$", "");
        Optional<String> tag = world.send("GET", read, "").headers().firstValue("ETag");
        boolean axis = path.contains("/axes/") && tag.isEmpty();
        return axis
                ? tag(path.replaceAll("/axes/.*", ""))
                : tag.filter(known -> known.matches("\"[0-9]+-.*")).orElse("\"1-x\"");
    }
}
