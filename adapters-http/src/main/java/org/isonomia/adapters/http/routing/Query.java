package org.isonomia.adapters.http.routing;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The query of an address, read strictly: what cannot be decoded, is not known to the route, or is given twice where once is
 * meant is refused rather than ignored, because an ignored filter shows more than was asked for.
 *
 * @param values the decoded values by name, in the order of the address
 */
public record Query(ImmutableListMultimap<String, String> values) {

    /**
     * The query of a request.
     *
     * @param known the names the route knows
     * @throws ProblemException if it holds anything else, or cannot be decoded
     */
    public static Query of(Context ctx, String... known) {
        Query query = parse(Optional.ofNullable(ctx.req().getQueryString()).orElse(""));
        Set<String> unknown = new TreeSet<>(query.values.keySet());
        unknown.removeAll(ImmutableSet.copyOf(known));
        if (!unknown.isEmpty()) {
            throw new ProblemException(
                    ProblemType.UNKNOWN_PARAMETER,
                    "unknown parameters: " + String.join(", ", unknown)
                            + (known.length == 0 ? "; none is known here" : "; known: " + String.join(", ", known)));
        }
        return query;
    }

    /**
     * Decodes a query.
     *
     * @throws ProblemException if it cannot be decoded
     */
    public static Query parse(String query) {
        ImmutableListMultimap.Builder<String, String> values = ImmutableListMultimap.builder();
        for (String pair : Splitter.on('&').omitEmptyStrings().split(query)) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            values.put(name, equals < 0 ? "" : decode(pair.substring(equals + 1)));
        }
        return new Query(values.build());
    }

    /** All values of a parameter, which may be repeated. */
    public ImmutableList<String> all(String name) {
        return values.get(name);
    }

    /**
     * The value of a parameter.
     *
     * @throws ProblemException if it is given more than once
     */
    public Optional<String> one(String name) {
        if (values.get(name).size() > 1) {
            throw new ProblemException(ProblemType.UNKNOWN_PARAMETER, "given more than once: " + name);
        }
        return values.get(name).stream().findFirst();
    }

    private static String decode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '%') {
                bytes.write(hex(text, at + 1) * 16 + hex(text, at + 2));
                at += 3;
            } else {
                bytes.writeBytes((c == '+' ? " " : String.valueOf(c)).getBytes(StandardCharsets.UTF_8));
                at++;
            }
        }
        try {
            String decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
            if (decoded.chars().anyMatch(Character::isISOControl)) {
                throw new ProblemException(ProblemType.MALFORMED_REQUEST, "the query holds a control character");
            }
            return decoded;
        } catch (CharacterCodingException notUtf8) {
            throw new ProblemException(ProblemType.MALFORMED_REQUEST, "the query is not UTF-8 where it is decoded");
        }
    }

    private static int hex(String text, int at) {
        int digit = at < text.length() && text.charAt(at) < 128 ? Character.digit(text.charAt(at), 16) : -1;
        if (digit < 0) {
            throw new ProblemException(
                    ProblemType.MALFORMED_REQUEST,
                    "the query holds a % that is not followed by two hexadecimal digits");
        }
        return digit;
    }
}
