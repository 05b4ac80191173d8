package org.isonomia.adapters.http.routing;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.isonomia.application.document.Node;
import org.isonomia.application.document.Node.ScalarKind;
import org.isonomia.application.document.Position;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads and writes JSON as neutral trees. Strict: well-formed UTF-8, no doubled key, nothing after the value, at most 32
 * levels, texts of at most 64 Ki characters, numbers of at most 40 digits, which stay as they were written.
 */
public final class Json {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxStringLength(65_536)
                    .maxNameLength(256)
                    .maxNumberLength(40)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** As of the mappings of plan files. */
    private static final int MAX_MEMBERS = 1_000;

    private Json() {}

    /**
     * Reads one JSON value.
     *
     * @throws ProblemException with line and column if it is not one
     */
    public static Node read(byte[] body) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), decode(body))) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw malformed("the body is empty where JSON is expected", parser.currentLocation());
            }
            Node value = read(parser, first);
            if (parser.nextToken() != null) {
                throw malformed("there is more after the JSON value", parser.currentTokenLocation());
            }
            return value;
        } catch (JacksonException notJson) {
            throw malformed(reason(notJson), notJson.getLocation());
        }
    }

    /** What is wrong, in words of ours: those of the reader speak of its own classes. */
    private static String reason(JacksonException notJson) {
        String words = Strings.nullToEmpty(notJson.getOriginalMessage());
        if (notJson instanceof StreamConstraintsException) {
            return "it is nested deeper than 32 levels, or a text, name or number in it is too long";
        }
        if (words.startsWith("Duplicate")) {
            return "a member stands in its object twice";
        }
        return notJson instanceof UnexpectedEndOfInputException
                ? "it ends too early"
                : "a character stands where JSON does not allow it";
    }

    private static String decode(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new ProblemException(ProblemType.MALFORMED_BODY, "the body is not UTF-8");
        }
    }

    private static Node read(JsonParser parser, JsonToken token) {
        Position position = position(parser.currentTokenLocation());
        return switch (token) {
            case START_OBJECT -> mapping(parser, position);
            case START_ARRAY -> sequence(parser, position);
            case VALUE_STRING -> new Node.Scalar(ScalarKind.TEXT, parser.getString(), position);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                new Node.Scalar(ScalarKind.NUMBER, parser.getString(), position);
            case VALUE_TRUE -> new Node.Scalar(ScalarKind.BOOLEAN, "true", position);
            case VALUE_FALSE -> new Node.Scalar(ScalarKind.BOOLEAN, "false", position);
            case VALUE_NULL -> new Node.Scalar(ScalarKind.NULL, "", position);
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw malformed("not a JSON value", parser.currentTokenLocation());
        };
    }

    private static Node mapping(JsonParser parser, Position position) {
        ImmutableMap.Builder<String, Node> entries = ImmutableMap.builder();
        ImmutableMap.Builder<String, Position> positions = ImmutableMap.builder();
        int members = 0;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            if (++members > MAX_MEMBERS) {
                throw malformed("an object has more than 1,000 members", parser.currentTokenLocation());
            }
            positions.put(key, position(parser.currentTokenLocation()));
            entries.put(key, read(parser, parser.nextToken()));
        }
        return new Node.Mapping(entries.buildOrThrow(), positions.buildOrThrow(), position);
    }

    private static Node sequence(JsonParser parser, Position position) {
        ImmutableList.Builder<Node> items = ImmutableList.builder();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(read(parser, token));
        }
        return new Node.Sequence(items.build(), position);
    }

    private static Position position(TokenStreamLocation location) {
        return new Position.Line(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    private static ProblemException malformed(String detail, TokenStreamLocation location) {
        return new ProblemException(
                ProblemType.MALFORMED_BODY,
                "not valid JSON: " + detail,
                ImmutableList.of(),
                position(location == null ? TokenStreamLocation.NA : location).attributes());
    }

    /** Writes a tree as JSON in UTF-8, without spaces. */
    public static byte[] write(Node node) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            write(node, json);
        }
        return bytes.toByteArray();
    }

    private static void write(Node node, JsonGenerator json) {
        switch (node) {
            case Node.Scalar scalar -> write(scalar, json);
            case Node.Sequence sequence -> {
                json.writeStartArray();
                sequence.items().forEach(item -> write(item, json));
                json.writeEndArray();
            }
            case Node.Mapping mapping -> {
                json.writeStartObject();
                mapping.entries().forEach((key, value) -> {
                    json.writeName(key);
                    write(value, json);
                });
                json.writeEndObject();
            }
        }
    }

    private static void write(Node.Scalar scalar, JsonGenerator json) {
        switch (scalar.kind()) {
            case TEXT -> json.writeString(scalar.text());
            case NUMBER -> json.writeNumber(scalar.text());
            case BOOLEAN -> json.writeBoolean(Boolean.parseBoolean(scalar.text()));
            case NULL -> json.writeNull();
        }
    }
}
