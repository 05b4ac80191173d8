package org.isonomia.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.isonomia.application.spi.testing.Samples;
import org.isonomia.domain.access.Visibility;
import org.isonomia.domain.network.OrganisationId;
import org.isonomia.domain.plan.Action;
import org.isonomia.domain.plan.ActionContent;
import org.isonomia.domain.plan.ActionId;
import org.isonomia.domain.plan.ActionLink;
import org.isonomia.domain.plan.Disclosure;
import org.isonomia.domain.plan.Hideable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That nobody can tell what they may not see from what does not exist. */
class ConfidentialTest {

    private static final OrganisationId ORGANISATION = new OrganisationId(new UUID(0, 7));
    private static final String KEPT = "8.8";
    private static final String TITLE = "Discrète entre toutes";
    private static final ImmutableSet<String> METHODS =
            ImmutableSet.of("GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE");

    /** An action with all there can be of one, and one that is open to link to it. */
    private static void keepOne(TestServer server, Visibility visibility) {
        Action full = Samples.fullAction();
        ActionContent content = full.content();
        Action kept = Action.restore(new Action.Snapshot(
                new ActionId(new UUID(7, 88)),
                full.plan(),
                Samples.code(KEPT),
                full.axis(),
                new ActionContent(
                        org.isonomia.domain.plan.ActionProfile.of(
                                TITLE, content.profile().kind()),
                        content.commitment(),
                        content.roles(),
                        content.scope(),
                        content.schedule(),
                        content.milestones(),
                        content.links(),
                        content.documents(),
                        new Disclosure(visibility, ImmutableMap.of())),
                full.statuses(),
                0));
        server.ports.unitOfWork().write(ORGANISATION, stores -> {
            stores.actions().addAll(ImmutableList.of(kept));
            return true;
        });
    }

    /** Changes an action behind the server's back, so that its version stays comparable in both worlds. */
    private static void touch(TestServer server, String code, ImmutableList<ActionLink> more, Disclosure disclosure) {
        server.ports.unitOfWork().write(ORGANISATION, stores -> {
            Action action =
                    stores.actions().find(Samples.PLAN, Samples.code(code)).orElseThrow();
            ImmutableList<ActionLink> links = ImmutableList.<ActionLink>builder()
                    .addAll(action.content().links())
                    .addAll(more)
                    .build();
            stores.actions()
                    .saveAll(ImmutableList.of(
                            action.revise(action.content().withLinks(links).withDisclosure(disclosure))));
            return true;
        });
    }

    private static final Disclosure EVERY_FIELD = new Disclosure(
            Visibility.PUBLIC,
            ImmutableList.copyOf(Hideable.values()).stream()
                    .collect(ImmutableMap.toImmutableMap(field -> field, field -> Visibility.LEADS)));

    private static ImmutableList<String> addresses(TestServer server) {
        ImmutableMap<String, String> parameters = ImmutableMap.<String, String>builder()
                .put("organisation", "amp")
                .put("plan", "PMCD")
                .put("axis", "2.1")
                .put("milestone", "M1")
                .put("code", "chef")
                .buildOrThrow();
        ImmutableSet.Builder<String> addresses = ImmutableSet.builder();
        for (String route : server.server.routes()) {
            String path = route.substring(route.indexOf(' ') + 1);
            for (Map.Entry<String, String> parameter : parameters.entrySet()) {
                path = path.replace("{" + parameter.getKey() + "}", parameter.getValue());
            }
            for (String action : List.of(KEPT, "1.2", "1.9")) {
                addresses.add(path.replace("{action}", action).replaceAll("[{<][a-z]+[}>]", "x"));
            }
        }
        addresses.add(TestServer.PLAN + "/actions?q=discr%C3%A8te");
        addresses.add(TestServer.PLAN + "/actions?q=objectif");
        addresses.add(TestServer.PLAN + "/actions?limit=1&sort=deadline");
        addresses.add("/fr/amp/PMCD/actions?q=discr%C3%A8te");
        return addresses.build().asList();
    }

    /** What is answered, without what differs with every request. */
    private static String told(TestServer server, String method, String address) throws Exception {
        HttpRequest.Builder request = server.to(address)
                .method(
                        method,
                        BodyPublishers.ofString(ImmutableSet.of("GET", "HEAD").contains(method) ? "" : "{}"))
                .header("Content-Type", method.equals("PATCH") ? "application/merge-patch+json" : "application/json")
                .header("If-Match", "\"1-x\"");
        HttpResponse<String> answer = server.send(request);
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        List<String> id = Optional.ofNullable(headers.remove("x-request-id")).orElse(List.of("-"));
        ImmutableList.of("date", "connection", "content-length").forEach(headers::remove);
        return answer.statusCode() + "\n" + headers + "\n"
                + answer.body()
                        .replace(id.getFirst(), "the request")
                        .replace("localhost:" + server.server.port(), "here")
                        .replace("127.0.0.1:" + server.server.port(), "here");
    }

    @ParameterizedTest
    @EnumSource(names = {"ORGANISATION", "LEADS"})
    void answersAsIfWhatIsNotSeenDidNotExist(Visibility visibility) throws Exception {
        try (TestServer with = TestServer.start();
                TestServer without = TestServer.start()) {
            keepOne(with, visibility);
            ActionLink link = new ActionLink(ActionLink.Kind.SUPPORTS, Samples.code(KEPT));
            touch(with, "1.2", ImmutableList.of(link), Disclosure.PUBLIC);
            touch(without, "1.2", ImmutableList.of(), Disclosure.PUBLIC);
            ImmutableList<String> addresses = addresses(with);
            assertThat(addresses).hasSizeGreaterThan(100);
            for (String address : addresses) {
                if (!address.startsWith("/metrics") && !address.startsWith("/health")) {
                    for (String method : address.contains(KEPT) ? METHODS : ImmutableSet.of("GET")) {
                        assertThat(told(with, method, address))
                                .as("%s %s", method, address)
                                .isEqualTo(told(without, method, address));
                    }
                }
            }
        }
    }

    @Test
    void showsItToWhoMaySeeEverything() throws Exception {
        try (TestServer server = TestServer.start()) {
            keepOne(server, Visibility.LEADS);
            String[] credential = {"Authorization", "Bearer " + TestServer.TOKEN};
            String path = TestServer.PLAN + "/actions/" + KEPT;
            assertThat(server.get(path, credential).body()).contains(TITLE).contains("\"visibility\":\"leads\"");
            assertThat(server.get(TestServer.PLAN + "/actions", credential).body())
                    .contains(TITLE);
            assertThat(server.get(path).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void saysNothingOfHiddenFields() throws Exception {
        try (TestServer server = TestServer.start()) {
            touch(server, "1.2", ImmutableList.of(), EVERY_FIELD);
            for (String address : addresses(server)) {
                String answer = told(server, "GET", address);
                assertThat(answer).as(address).doesNotContain("Reprise").doesNotContain("https://example.org/preuve");
            }
            String path = TestServer.PLAN + "/actions/1.2";
            assertThat(server.get(path).body())
                    .doesNotContain("Objectif")
                    .doesNotContain("elue")
                    .doesNotContain("hidden");
            assertThat(server.get(path, "Authorization", "Bearer " + TestServer.TOKEN)
                            .body())
                    .contains("Reprise")
                    .contains("\"hidden\"");
        }
    }

    @Test
    void keepsAnswersForThePublicOnly() throws Exception {
        try (TestServer server = TestServer.start()) {
            keepOne(server, Visibility.LEADS);
            server.counting.set(false);
            String[] credential = {"Authorization", "Bearer " + TestServer.TOKEN};
            for (String path : List.of(TestServer.PLAN + "/actions", TestServer.PLAN + "/export.json")) {
                HttpResponse<String> wide = server.get(path, credential);
                HttpResponse<String> narrow = server.get(path);
                HttpResponse<String> again = server.get(path);
                assertThat(wide.body()).contains(TITLE);
                assertThat(wide.headers().firstValue("Cache-Control")).contains("private, no-cache");
                assertThat(wide.headers().firstValue("Vary").orElse("")).contains("Authorization, Cookie");
                assertThat(narrow.body()).doesNotContain(TITLE).isEqualTo(again.body());
                assertThat(narrow.headers().firstValue("Cache-Control")).contains("no-cache");
                assertThat(server.get(path, credential).body()).isEqualTo(wide.body());
            }
        }
    }

    @Test
    void showsNoMoreToWhoSendsAWrongCredential() throws Exception {
        try (TestServer server = TestServer.start()) {
            keepOne(server, Visibility.LEADS);
            assertThat(server.get(TestServer.PLAN + "/actions", "Cookie", "isonomia=forged")
                            .body())
                    .doesNotContain(TITLE);
            assertThat(server.get(TestServer.PLAN + "/actions", "Authorization", "Bearer forged")
                            .body())
                    .doesNotContain(TITLE);
        }
    }
}
