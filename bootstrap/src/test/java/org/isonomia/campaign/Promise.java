package org.isonomia.campaign;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Streams;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the description of the API promises: operations, what they take, and what they may answer. */
final class Promise {

    private static final JsonMapper JSON = new JsonMapper();
    private static final ImmutableSet<String> METHODS = ImmutableSet.of("get", "put", "post", "patch", "delete");

    private final JsonNode document;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    /** A parameter of the address, the query or the headers. */
    record Parameter(String name, String in, boolean required, JsonNode schema) {}

    /** A body: its media type, its schema, and how to tell whether one is valid. */
    record Body(String type, JsonNode schema, Schema validator) {}

    /** An operation with its answers by status; those without a JSON body have none. */
    record Operation(
            String method,
            String path,
            boolean secured,
            ImmutableList<Parameter> parameters,
            ImmutableList<Body> bodies,
            ImmutableMap<Integer, Optional<Schema>> answers) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    Promise(String json) {
        document = JSON.readTree(json);
    }

    ImmutableList<Operation> operations() {
        ImmutableList.Builder<Operation> found = ImmutableList.builder();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation -> found.add(
                                operation(path.getKey(), path.getValue(), operation.getKey(), operation.getValue()))));
        return found.build();
    }

    private Operation operation(String path, JsonNode shared, String method, JsonNode operation) {
        ImmutableMap.Builder<Integer, Optional<Schema>> answers = ImmutableMap.builder();
        operation
                .get("responses")
                .properties()
                .forEach(answer -> answers.put(Integer.parseInt(answer.getKey()), answer(follow(answer.getValue()))));
        return new Operation(
                Ascii.toUpperCase(method),
                path,
                !operation.path("security").isEmpty(),
                Streams.concat(Streams.stream(shared.path("parameters")), Streams.stream(operation.path("parameters")))
                        .map(this::follow)
                        .map(this::parameter)
                        .collect(ImmutableList.toImmutableList()),
                operation.path("requestBody").path("content").properties().stream()
                        .filter(body -> body.getKey().endsWith("json"))
                        .map(body -> body(body.getKey(), body.getValue().get("schema")))
                        .collect(ImmutableList.toImmutableList()),
                answers.buildOrThrow());
    }

    private Parameter parameter(JsonNode told) {
        return new Parameter(
                told.get("name").asString(),
                told.get("in").asString(),
                told.path("required").asBoolean(false),
                told.get("schema"));
    }

    private Body body(String type, JsonNode schema) {
        return new Body(type, schema, validator(schema));
    }

    private Optional<Schema> answer(JsonNode answer) {
        return answer.path("content").properties().stream()
                .filter(content -> content.getKey().endsWith("json"))
                .map(Map.Entry::getValue)
                .map(content -> validator(content.get("schema")))
                .findFirst();
    }

    /** What a schema is, with references followed once. */
    JsonNode follow(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isMissingNode()
                ? node
                : follow(document.at(reference.asString().substring(1)));
    }

    /** The schema as a document of its own, so that its references lead somewhere. */
    private Schema validator(JsonNode schema) {
        ObjectNode whole = JSON.createObjectNode();
        whole.set("components", document.get("components"));
        whole.setAll(
                (ObjectNode) (schema.has("$ref") ? JSON.createObjectNode().set("$ref", schema.get("$ref")) : schema));
        return registry.getSchema(whole);
    }
}
