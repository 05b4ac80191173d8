package org.isonomia.campaign;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values that a schema allows, and others: the same for the same seed. */
final class Values {

    private static final JsonNodeFactory JSON = new JsonMapper().getNodeFactory();

    /** Texts that have made programs stumble. */
    private static final ImmutableList<String> TEXTS = ImmutableList.of(
            "",
            " ",
            "Égalité",
            "l’égalité",
            "a\nb",
            "\u0000",
            "\u202Eabc",
            "<script>alert(1)</script>",
            "' or 1=1 --",
            "=1+1",
            "null",
            "true",
            "0",
            "-1",
            "1e400",
            "2026-02-30",
            "2026-05-01",
            "2026-05",
            "2026",
            "9999-12-31",
            "0000-01-01",
            "60000.00",
            "undecided",
            "https://example.org/a",
            "javascript:alert(1)",
            "../../etc/passwd",
            "%00",
            "%2e%2e",
            "a/b",
            "ａ",
            "\uD83D\uDE00",
            "x".repeat(301),
            "y".repeat(10_001));

    private final Random random;
    private final Promise promise;
    private final List<String> known;

    /** @param known codes that exist */
    Values(Random random, Promise promise, List<String> known) {
        this.random = random;
        this.promise = promise;
        this.known = known;
    }

    private boolean rarely() {
        return random.nextInt(8) == 0;
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** A value that the schema allows, as far as it says. */
    JsonNode valid(JsonNode given) {
        JsonNode schema = promise.follow(given);
        if (schema.has("const")) {
            return schema.get("const");
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(random.nextInt(schema.get("enum").size()));
        }
        for (String choice : ImmutableSet.of("oneOf", "anyOf")) {
            if (schema.has(choice)) {
                return valid(
                        schema.get(choice).get(random.nextInt(schema.get(choice).size())));
            }
        }
        return ofType(schema, type(schema));
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.get(0).asString() : type.asString(schema.has("properties") ? "object" : "string");
    }

    private JsonNode ofType(JsonNode schema, String type) {
        return switch (type) {
            case "object" -> object(schema);
            case "array" -> array(schema);
            case "integer" -> JSON.numberNode(number(schema));
            case "number" -> JSON.numberNode(number(schema) + 0.5);
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "null" -> JSON.nullNode();
            default -> JSON.stringNode(text(schema));
        };
    }

    private long number(JsonNode schema) {
        long least = schema.path("minimum").asLong(-1);
        long most = schema.path("maximum").asLong(rarely() ? Integer.MAX_VALUE : least + 20);
        return least + (long) (random.nextDouble() * (most - least + 1));
    }

    private ArrayNode array(JsonNode schema) {
        ArrayNode array = JSON.arrayNode();
        int size = schema.path("minItems").asInt(0) + random.nextInt(3);
        for (int i = 0; i < size; i++) {
            array.add(valid(schema.path("items")));
        }
        return array;
    }

    private ObjectNode object(JsonNode schema) {
        ObjectNode object = JSON.objectNode();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            boolean required = schema.path("required")
                    .valueStream()
                    .anyMatch(name -> name.asString().equals(property.getKey()));
            if (required || random.nextInt(3) == 0) {
                object.set(property.getKey(), valid(property.getValue()));
            }
        }
        return object;
    }

    private String text(JsonNode schema) {
        String pattern = schema.path("pattern").asString("");
        if (!pattern.isEmpty()) {
            return matching(Pattern.compile(pattern));
        }
        if (schema.path("format").asString("").equals("date")) {
            return "20%02d-%02d-%02d"
                    .formatted(20 + random.nextInt(12), 1 + random.nextInt(12), 1 + random.nextInt(28));
        }
        return rarely() ? oneOf(TEXTS) : random.nextBoolean() ? oneOf(known) : "Texte " + random.nextInt(1000);
    }

    private String matching(Pattern pattern) {
        for (int i = 0; i < 20; i++) {
            String candidate = random.nextInt(4) > 0 ? oneOf(known) : oneOf(TEXTS);
            if (pattern.matcher(candidate).matches()) {
                return candidate;
            }
        }
        return "c" + random.nextInt(1000);
    }

    /** What a text of an address or of a query may be, allowed or not. */
    String anyText() {
        return rarely() ? oneOf(TEXTS) : oneOf(known);
    }

    /** The same with something changed in it, which mostly makes it wrong. */
    JsonNode spoilt(JsonNode value) {
        if (value instanceof ObjectNode object && !object.isEmpty() && random.nextInt(4) > 0) {
            ObjectNode copy = object.deepCopy();
            String name = oneOf(List.copyOf(object.propertyNames()));
            switch (random.nextInt(4)) {
                case 0 -> copy.remove(name);
                case 1 -> copy.set("unforeseen" + random.nextInt(9), JSON.nullNode());
                default -> copy.set(name, spoilt(copy.get(name)));
            }
            return copy;
        }
        if (value instanceof ArrayNode array && !array.isEmpty() && random.nextBoolean()) {
            ArrayNode copy = array.deepCopy();
            int at = random.nextInt(array.size());
            copy.set(at, spoilt(copy.get(at)));
            return copy;
        }
        return any();
    }

    private JsonNode any() {
        return switch (random.nextInt(7)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.numberNode(random.nextInt());
            case 2 -> JSON.numberNode(1e15 + 0.5);
            case 3 -> JSON.booleanNode(true);
            case 4 -> JSON.arrayNode().add(JSON.objectNode());
            case 5 -> JSON.objectNode().put("a", "b");
            default -> JSON.stringNode(oneOf(TEXTS));
        };
    }
}
