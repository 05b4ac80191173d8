package org.isonomia.campaign;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.isonomia.bootstrap.DemonstrationServer;
import org.isonomia.campaign.Promise.Operation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demonstration, who asks it, and what it is known to hold. */
final class Stage implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ORGANISATION = "/api/v1/organisations/amp";
    private static final String PLAN = ORGANISATION + "/plans/pmlcd";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Promise promise;
    private final ImmutableList<Operation> operations;
    private ImmutableMap<String, ImmutableList<String>> codes = ImmutableMap.of();
    private ImmutableList<String> known = ImmutableList.of("amp");
    private DemonstrationServer server;

    private Stage(DemonstrationServer server) throws Exception {
        this.server = server;
        this.promise = new Promise(read("/api/v1/openapi.json").body());
        this.operations = promise.operations();
    }

    static Stage open() throws Exception {
        return new Stage(DemonstrationServer.start());
    }

    Promise promise() {
        return promise;
    }

    ImmutableList<Operation> operations() {
        return operations;
    }

    URI uri() {
        return server.uri();
    }

    /** Who asks. */
    ImmutableList<String> roles() {
        return ImmutableList.of("public", "administrator", "stranger");
    }

    /** What they show. */
    Optional<String> credential(String role) {
        return switch (role) {
            case "public" -> Optional.empty();
            case "stranger" -> Optional.of("isonomia_not_a_token");
            default -> Optional.of(DemonstrationServer.TOKEN);
        };
    }

    /** Starts over with the demonstration as it is shipped, and learns what it holds. */
    void refresh() throws Exception {
        server.close();
        server = DemonstrationServer.start();
        List<String> all = new ArrayList<>();
        ImmutableMap.Builder<String, ImmutableList<String>> found = ImmutableMap.builder();
        found.put("organisation", ImmutableList.of("amp", "amp", "amp", "amp", "nowhere"));
        found.put("plan", ImmutableList.of("pmlcd", "pmlcd", "pmlcd", "pmlcd", "none"));
        found.put("axis", learn(PLAN + "/axes", "axes", all));
        found.put("action", learn(PLAN + "/actions?limit=500", "actions", all));
        List<String> entries = new ArrayList<>();
        for (String kind : ImmutableList.of("units", "people", "partners", "audiences", "territories")) {
            entries.addAll(learn(ORGANISATION + "/" + kind + "?limit=500", kind, all));
        }
        found.put("code", ImmutableList.copyOf(entries));
        found.put("milestone", milestones(all));
        codes = found.buildOrThrow();
        known = ImmutableList.copyOf(all);
    }

    private ImmutableList<String> milestones(List<String> all) throws Exception {
        JsonNode page = JSON.readTree(read(PLAN + "/actions?limit=500").body());
        List<String> found = Lists.newArrayList("none");
        for (JsonNode action : page.path("actions")) {
            found.addAll(learn(PLAN + "/actions/" + action.path("code").asString() + "/milestones", "milestones", all));
        }
        return ImmutableList.copyOf(found);
    }

    private ImmutableList<String> learn(String path, String list, List<String> all) throws Exception {
        JsonNode answer = JSON.readTree(read(path).body());
        ImmutableList.Builder<String> found = ImmutableList.builder();
        JsonNode items = answer.has(list) ? answer.get(list) : answer.path("items");
        items.forEach(item -> found.add(item.path("code").asString()));
        ImmutableList<String> codesFound = found.build();
        all.addAll(codesFound);
        return codesFound.isEmpty() ? ImmutableList.of("none") : codesFound;
    }

    /** Codes that a part of an address may be. */
    ImmutableList<String> codes(String parameter) {
        return codes.getOrDefault(parameter, known);
    }

    /** Every code that exists. */
    ImmutableList<String> known() {
        return known;
    }

    HttpResponse<String> read(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(server.uri() + path))
                .header("Authorization", "Bearer " + DemonstrationServer.TOKEN)
                .build());
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        server.close();
        client.close();
    }
}
