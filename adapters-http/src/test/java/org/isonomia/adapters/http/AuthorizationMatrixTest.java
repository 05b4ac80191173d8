package org.isonomia.adapters.http;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.isonomia.adapters.http.routing.Access;
import org.isonomia.application.access.UseCase;
import org.isonomia.application.spi.testing.Samples;
import org.isonomia.application.spi.testing.TestPeople;
import org.isonomia.domain.access.Actor;
import org.isonomia.domain.access.Grant;
import org.isonomia.domain.access.Permission;
import org.isonomia.domain.access.Policy;
import org.isonomia.domain.access.Role;
import org.isonomia.domain.access.Scope;
import org.isonomia.domain.identity.Account;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.OrganisationId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Who gets which answer from which route: every route of the server, every method, everybody who may ask. The table is in
 * {@code authorization-matrix.txt}; a route that has no row there fails the build. Run it with {@code
 * -Disonomia.golden=write} to write the table anew, and read the difference.
 */
class AuthorizationMatrixTest {

    private static final Path TABLE = Path.of("src", "test", "resources", "authorization-matrix.txt");
    private static final OrganisationId HERE = new OrganisationId(new UUID(0, 7));
    private static final OrganisationId ELSEWHERE = new OrganisationId(new UUID(0, 8));
    private static final Instant NOW = Instant.parse(Samples.TODAY + "T10:00:00Z");
    private static final String STALE = "\"999-x\"";

    /** Somebody who asks, and what they hold. */
    private record Asking(
            String name,
            ImmutableList<Grant> grants,
            UnaryOperator<Account> account,
            Optional<Permission> limit,
            Instant since) {

        static Asking with(String name, Role role, OrganisationId where, Scope scope) {
            return new Asking(
                    name,
                    ImmutableList.of(Grant.of(role, where, scope)),
                    UnaryOperator.identity(),
                    Optional.empty(),
                    NOW.minusSeconds(60));
        }

        Asking but(UnaryOperator<Account> change) {
            return new Asking(name, grants, change, limit, since);
        }

        Asking limitedTo(Permission permission) {
            return new Asking(name, grants, account, Optional.of(permission), since);
        }

        Asking since(Instant other) {
            return new Asking(name, grants, account, limit, other);
        }

        ImmutableSet<Permission> permissions() {
            return limit.map(ImmutableSet::of).orElseGet(() -> ImmutableSet.copyOf(Permission.values()));
        }
    }

    private static final Scope OWN = Scope.units(ImmutableSet.of(new Code("DIR")));
    private static final Scope OTHER = Scope.units(ImmutableSet.of(new Code("OTHER")));

    /** In the order of the table's columns, after who shows nothing and who shows what is no token. */
    private static final ImmutableList<Asking> PEOPLE = ImmutableList.of(
            Asking.with("expired", Role.PLAN_LEAD, HERE, Scope.EVERYTHING).since(NOW.minus(Duration.ofDays(11))),
            Asking.with("disabled", Role.PLAN_LEAD, HERE, Scope.EVERYTHING).but(account -> account.disabled(true)),
            new Asking(
                    "operator",
                    ImmutableList.of(),
                    account -> account.asOperator(true),
                    Optional.empty(),
                    NOW.minusSeconds(60)),
            Asking.with("lead", Role.PLAN_LEAD, HERE, Scope.EVERYTHING),
            Asking.with("reading-token", Role.PLAN_LEAD, HERE, Scope.EVERYTHING).limitedTo(Permission.READ_WORKSPACE),
            Asking.with("assistant", Role.ASSISTANT, HERE, Scope.EVERYTHING),
            Asking.with("own-unit", Role.DIRECTION_REFERENT, HERE, OWN),
            Asking.with("other-unit", Role.DIRECTION_REFERENT, HERE, OTHER),
            Asking.with("jury", Role.JURY_MEMBER, HERE, Scope.calls(ImmutableSet.of(new Code("AAP")))),
            Asking.with("elected", Role.ELECTED_OFFICIAL, HERE, Scope.EVERYTHING),
            Asking.with("program", Role.API_CLIENT, HERE, Scope.EVERYTHING),
            Asking.with("commune", Role.COMMUNE_REFERENT, ELSEWHERE, Scope.EVERYTHING),
            Asking.with("lead-elsewhere", Role.PLAN_LEAD, ELSEWHERE, Scope.EVERYTHING));

    private static final ImmutableMap<String, String> ADDRESS = ImmutableMap.<String, String>builder()
            .put("{organisation}", "amp")
            .put("{plan}", "PMCD")
            .put("{axis}", "2")
            .put("{action}", "1.2")
            .put("{milestone}", "M1")
            .put("{sequence}", "1")
            .put("{link}", "none")
            .put("{account}", "00000000-0000-0008-0000-00000000006d")
            .put("{provider}", "none")
            .put("{type}", "not-found")
            .put("{other}", "elsewhere")
            .put("{with}", "elsewhere")
            .put("{from}", "elsewhere")
            .put("<file>", "none")
            .put("/units/{code}", "/units/DIR")
            .put("/people/{code}", "/people/chef")
            .put("/partners/{code}", "/partners/ACSE")
            .put("/audiences/{code}", "/audiences/agents")
            .put("/territories/{code}", "/territories/CT1")
            .put("/proofs/inclusion", "/proofs/inclusion?sequence=1&size=1")
            .put("/proofs/consistency", "/proofs/consistency?from=1&to=1")
            .put("/imports", "/imports?dryRun=true")
            .buildOrThrow();

    /** Bodies that can be understood, by the route's end; PATCH takes an empty one otherwise. */
    private static final ImmutableMap<String, String> BODIES = ImmutableMap.<String, String>builder()
            .put("PUT /units/{code}", "{\"name\":\"N\",\"kind\":\"direction\"}")
            .put("PUT /people/{code}", "{\"function\":\"F\"}")
            .put("PUT /partners/{code}", "{\"name\":\"N\"}")
            .put("PUT /audiences/{code}", "{\"name\":\"N\"}")
            .put("PUT /territories/{code}", "{\"name\":\"N\",\"kind\":\"commune\"}")
            .put("PUT /members/{account}", "{\"roles\":[{\"role\":\"elected-official\"}]}")
            .put(
                    "POST /{organisation}/members",
                    "{\"login\":\"new@ville.example\",\"name\":\"N\",\"roles\":[{\"role\":\"plan-lead\"}]}")
            .put("PUT /axes/{axis}", "{\"title\":\"T\"}")
            .put("PUT /actions/{action}", "{\"axis\":\"2\",\"title\":\"T\",\"kind\":\"training\",\"level\":\"will\"}")
            .put("PUT /milestones/{milestone}", "{\"title\":\"T\"}")
            .put("PUT /memberships/{other}", "{\"as\":\"member\"}")
            .put("PUT /shares/{with}", "{\"fields\":[]}")
            .put("POST /imports", """
                    {"isonomia":"plan/1","plan":{"code":"p","title":"Plan","kind":"local"},"organisation":{"code":"amp",
                    "name":"A","kind":"metropolis","timeZone":"Europe/Paris"},"axes":[{"code":"1","title":"Un"}]}""")
            .put("POST /{plan}/transitions", "{\"status\":\"closed\"}")
            .put("POST /{action}/statuses", "{\"status\":\"completed\",\"date\":\"2026-11-24\",\"author\":\"A\"}")
            .put(
                    "POST /{plan}/actions",
                    "{\"code\":\"1.2\",\"axis\":\"2\",\"title\":\"T\",\"kind\":\"training\",\"level\":\"will\"}")
            .put("PATCH /{plan}/actions", "{\"actions\":[{\"code\":\"1.2\",\"version\":999,\"patch\":{}}]}")
            .buildOrThrow();

    private static final Map<String, String> NOT_UNDERSTOOD = new TreeMap<>();

    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        server.ports.organisations().put(Samples.organisation(ELSEWHERE.value(), "elsewhere"));
        int number = 100;
        for (Asking somebody : PEOPLE) {
            TestPeople.enrol(
                    server.people,
                    number++,
                    somebody.name(),
                    somebody.account(),
                    somebody.permissions(),
                    somebody.since(),
                    somebody.grants());
        }
        // So that the journal has an entry and a head.
        assertThat(server.send(server.change(
                                        "PATCH", "/api/v1/organisations/amp/audiences/agents", "{\"name\":\"Agentes\"}")
                                .header("If-Match", "\"1-x\""))
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.send(server.change("POST", "/api/v1/organisations/amp/journal/heads", ""))
                        .statusCode())
                .isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void isTheTableThatWasApproved() throws Exception {
        List<String> rows = new ArrayList<>();
        rows.add("# + done or refused for another reason than who asks; 401, 403, 404 otherwise");
        rows.add("# " + "nobody stranger " + PEOPLE.stream().map(Asking::name).collect(joining(" ")));
        for (Map.Entry<String, Access> route : new TreeMap<>(server.server.access()).entrySet()) {
            if (isAFormOfEverybody(route.getKey(), route.getValue())) {
                continue;
            }
            rows.add(row(route.getKey(), route.getValue()));
        }
        String table = String.join("\n", rows) + "\n";
        if ("write".equals(System.getProperty("isonomia.golden"))) {
            Files.writeString(TABLE, table);
        }
        assertThat(NOT_UNDERSTOOD)
                .as("routes for which this test has no request that is understood")
                .isEmpty();
        assertThat(table).isEqualTo(Files.readString(TABLE));
    }

    /** What the table says is what the policy says: nobody gets more by way of an address. */
    @Test
    void isWhatThePolicySays() throws Exception {
        ImmutableMap<String, Access> access = server.server.access();
        List<String> wrong = new ArrayList<>();
        for (String row : Files.readAllLines(TABLE)) {
            if (row.startsWith("#") || !row.contains("/api/v1/organisations/")) {
                continue;
            }
            List<String> cells = Splitter.on(' ').omitEmptyStrings().splitToList(row);
            UseCase useCase =
                    access.get(cells.get(0) + " " + cells.get(1)).useCase().orElseThrow();
            for (int i = 0; i < PEOPLE.size(); i++) {
                Asking somebody = PEOPLE.get(i);
                boolean permitted = useCase.permission() == Permission.READ_PUBLIC || isPermitted(somebody, useCase);
                String cell = cells.get(i + 6);
                boolean got = cell.equals("+") || (cell.equals("404") && permitted);
                if (got != (permitted && isKnown(somebody))) {
                    wrong.add(somebody.name() + ": " + row);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** What everybody may send, such as a password: who asks makes no difference, and how often they did does. */
    private static boolean isAFormOfEverybody(String route, Access access) {
        return route.startsWith("POST ") && access.useCase().isEmpty();
    }

    /** What is not registered does not answer, whoever asks: OPTIONS, TRACE, and what no path knows. */
    @Test
    void nothingElseAnswers() throws Exception {
        for (String route : server.server.routes()) {
            String path = route.substring(route.indexOf(' ') + 1);
            for (String method : List.of("OPTIONS", "TRACE", "PROPFIND")) {
                HttpResponse<String> answer = server.send(request(method + " " + path, TestPeople.token("lead")));
                assertThat(answer.statusCode()).as("%s %s", method, path).isIn(404, 405, 501);
            }
        }
    }

    private static boolean isKnown(Asking somebody) {
        return !somebody.name().equals("expired") && !somebody.name().equals("disabled");
    }

    private static boolean isPermitted(Asking somebody, UseCase useCase) {
        // Who runs the installation is written in the account, not in a grant.
        ImmutableList<Grant> grants =
                somebody.name().equals("operator") ? ImmutableList.of(Grant.operator()) : somebody.grants();
        Actor actor = Actor.of(new org.isonomia.domain.access.AccountId(new UUID(1, 1)), somebody.name(), grants)
                .limitedTo(somebody.permissions());
        return !Policy.reach(actor, useCase.permission(), HERE).isNothing();
    }

    private static String row(String route, Access access) throws Exception {
        StringBuilder row = new StringBuilder(route)
                .append(' ')
                .append(access.useCase().map(UseCase::word).orElse("-"))
                .append(" :");
        List<String> tokens = new ArrayList<>(List.of("", "isonomia_no-such-token"));
        PEOPLE.forEach(somebody -> tokens.add(TestPeople.token(somebody.name())));
        for (String token : tokens) {
            row.append(' ').append(cell(route, token));
        }
        return row.toString();
    }

    private static String cell(String route, String token) throws Exception {
        HttpResponse<String> answer = server.send(request(route, token));
        int status = answer.statusCode();
        if (status >= 500
                || (route.contains("/api/v1/")
                        && ImmutableSet.of(400, 405, 415, 428).contains(status))) {
            NOT_UNDERSTOOD.putIfAbsent(route, answer.body());
        }
        return status == 401 || status == 403 || status == 404 ? Integer.toString(status) : "+";
    }

    private static HttpRequest.Builder request(String route, String token) {
        List<String> parts = Splitter.on(' ').splitToList(route);
        String path = parts.get(1);
        for (Map.Entry<String, String> part : ADDRESS.entrySet()) {
            path = path.replace(part.getKey(), part.getValue());
        }
        HttpRequest.Builder request = server.to(path).method(parts.get(0), BodyPublishers.ofString(body(route)));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (ImmutableSet.of("PUT", "PATCH", "DELETE").contains(parts.get(0))
                || route.matches(".*(transitions|statuses)")) {
            request.header("If-Match", STALE);
        }
        if (ImmutableSet.of("PUT", "PATCH", "POST").contains(parts.get(0))) {
            request.header("Content-Type", type(route));
        }
        return request;
    }

    private static String type(String route) {
        return route.contains(" /api/") ? "application/json" : "application/x-www-form-urlencoded";
    }

    private static String body(String route) {
        String method = route.substring(0, route.indexOf(' '));
        return BODIES.entrySet().stream()
                .filter(body -> route.startsWith(method + " ")
                        && body.getKey().startsWith(method + " ")
                        && route.endsWith(body.getKey().substring(method.length() + 1)))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(method.equals("PATCH") ? "{}" : "");
    }
}
