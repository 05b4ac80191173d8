package org.isonomia.campaign;

import com.google.common.collect.ImmutableSet;
import com.google.common.net.UrlEscapers;
import com.networknt.schema.InputFormat;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.isonomia.campaign.Promise.Body;
import org.isonomia.campaign.Promise.Operation;
import org.isonomia.campaign.Promise.Parameter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One request, made by chance, and its answer. */
final class Conversation {

    private static final JsonMapper JSON = new JsonMapper();

    /** Members of an answer that are computed, so that an entry made of it leaves them out. */
    private static final ImmutableSet<String> COMPUTED =
            ImmutableSet.of("version", "progress", "health", "figures", "status", "weightDone", "illustration");

    /**
     * What was asked and answered.
     *
     * @param allowed whether everything in it is as the description says
     * @param excluded whether the description excludes it
     */
    record Asked(Operation operation, String request, HttpResponse<String> answer, boolean allowed, boolean excluded) {}

    private final Stage stage;
    private final Random random;
    private final Values values;
    private boolean allowed = true;
    private boolean excluded;

    Conversation(Stage stage, Random random, Values values) {
        this.stage = stage;
        this.random = random;
        this.values = values;
    }

    Asked ask(Operation operation, String role) throws Exception {
        String path = path(operation);
        StringBuilder query = new StringBuilder();
        operation.parameters().stream()
                .filter(parameter -> parameter.in().equals("query"))
                .forEach(parameter -> query(parameter, query));
        if (random.nextInt(50) == 0) {
            excluded = true;
            allowed = false;
            query.append("&unforeseen=1");
        }
        URI uri = URI.create(stage.uri() + path + (query.isEmpty() ? "" : "?" + query.substring(1)));
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        stage.credential(role).ifPresent(token -> request.header("Authorization", "Bearer " + token));
        String said = body(operation, path, request);
        preconditions(operation, path, request);
        String sent = role + " " + operation.method() + " " + uri + " " + said;
        try {
            return new Asked(operation, sent, stage.send(request.build()), allowed, excluded);
        } catch (IOException unanswered) {
            throw new IOException("no answer to " + sent, unanswered);
        }
    }

    private String path(Operation operation) {
        String path = operation.path();
        for (Parameter parameter : operation.parameters()) {
            if (parameter.in().equals("path")) {
                path = path.replace(
                        "{" + parameter.name() + "}",
                        UrlEscapers.urlPathSegmentEscaper().escape(segment(parameter)));
            }
        }
        return path;
    }

    private String segment(Parameter parameter) {
        if (random.nextInt(20) == 0) {
            allowed = false;
            String any = values.anyText();
            return any.isEmpty() || any.length() > 400 ? "none" : any;
        }
        return parameter.schema().path("type").asString("").equals("integer")
                ? Integer.toString(1 + random.nextInt(40))
                : values.oneOf(stage.codes(parameter.name()));
    }

    private void query(Parameter parameter, StringBuilder query) {
        if (!parameter.required() && random.nextInt(4) > 0) {
            return;
        }
        boolean right = random.nextInt(5) > 0;
        JsonNode schema = stage.promise().follow(parameter.schema());
        JsonNode one = schema.path("type").asString("").equals("array") ? schema.get("items") : schema;
        String any = right ? values.valid(one).asString() : values.anyText();
        // Longer addresses are refused by the server before anybody looks at them.
        String value = any.substring(0, Math.min(any.length(), 1000));
        // What a code or a cursor means, and how texts are bounded, is more than a schema says.
        allowed &=
                right && !one.has("$ref") && !schema.path("type").asString("").equals("string");
        query.append('&')
                .append(parameter.name())
                .append('=')
                .append(UrlEscapers.urlFormParameterEscaper().escape(value));
    }

    private String body(Operation operation, String path, HttpRequest.Builder request) throws Exception {
        if (operation.bodies().isEmpty()) {
            request.method(operation.method(), BodyPublishers.noBody());
            return "";
        }
        Body body = values.oneOf(operation.bodies());
        JsonNode value = random.nextBoolean() ? values.valid(body.schema()) : revised(operation, path, body);
        String json = JSON.writeValueAsString(random.nextInt(3) == 0 ? values.spoilt(value) : value);
        boolean fits = body.validator().validate(json, InputFormat.JSON).isEmpty();
        allowed &= fits && !body.type().contains("merge-patch") && !json.contains("\\u0000");
        excluded |= !fits;
        request.header("Content-Type", body.type()).method(operation.method(), BodyPublishers.ofString(json));
        return json;
    }

    /** What is stored, as an entry, with one member changed. */
    private JsonNode revised(Operation operation, String path, Body body) throws Exception {
        HttpResponse<String> now = stage.read(path);
        if (now.statusCode() != 200 || !(JSON.readTree(now.body()) instanceof ObjectNode stored)) {
            return values.valid(body.schema());
        }
        JsonNode properties = stage.promise().follow(body.schema()).path("properties");
        ObjectNode entry = JSON.createObjectNode();
        for (Map.Entry<String, JsonNode> member : stored.properties()) {
            if (properties.isEmpty() ? !COMPUTED.contains(member.getKey()) : properties.has(member.getKey())) {
                entry.set(member.getKey(), member.getValue());
            }
        }
        if (!properties.isEmpty() && random.nextInt(3) > 0) {
            Map.Entry<String, JsonNode> member = values.oneOf(List.copyOf(properties.properties()));
            entry.set(member.getKey(), values.valid(member.getValue()));
        } else if (operation.method().equals("PATCH")) {
            entry = JSON.createObjectNode().put("title", "Titre " + random.nextInt(100));
        }
        return entry;
    }

    private void preconditions(Operation operation, String path, HttpRequest.Builder request) throws Exception {
        boolean matching = operation.parameters().stream()
                .anyMatch(parameter -> parameter.name().equals("If-Match"));
        if (!matching || random.nextInt(10) == 0) {
            return;
        }
        if (random.nextInt(10) == 0) {
            request.header("If-Match", "\"stale\"");
            return;
        }
        String owner = path.replaceAll("/(transitions|statuses)$", "");
        HttpResponse<String> now = stage.read(owner);
        now.headers()
                .firstValue("ETag")
                .filter(tag -> now.statusCode() == 200)
                .ifPresentOrElse(tag -> request.header("If-Match", tag), () -> request.header("If-None-Match", "*"));
    }
}
