package org.isonomia.adapters.http.api;

import static java.util.stream.Collectors.joining;

import com.google.common.base.Ascii;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.isonomia.adapters.http.routing.Bodies;
import org.isonomia.adapters.http.routing.Json;
import org.isonomia.adapters.http.routing.ProblemException;
import org.isonomia.adapters.http.routing.ProblemType;
import org.isonomia.adapters.http.routing.Query;
import org.isonomia.application.document.Node;
import org.isonomia.application.plan.AmendmentNote;
import org.isonomia.application.plan.Edit;
import org.isonomia.application.plan.PlanKey;
import org.isonomia.domain.kernel.Code;

/** Reads requests: addresses, amendments and bodies. */
final class Requests {

    private static final String[] AMENDMENT = {"amendmentDate", "amendmentReason", "amendmentDeliberation"};

    private Requests() {}

    static PlanKey plan(Context ctx) {
        return new PlanKey(code(ctx, "organisation"), code(ctx, "plan"));
    }

    /** A code in the address; what cannot be one does not exist. */
    static Code code(Context ctx, String parameter) {
        try {
            return Code.parse(ctx.pathParam(parameter));
        } catch (IllegalArgumentException notACode) {
            throw new ProblemException(ProblemType.NOT_FOUND, parameter + " is not a code, so nothing has it");
        }
    }

    /** A word of an enumeration, as files and addresses write it. */
    static <E extends Enum<E>> E word(Class<E> words, String parameter, String text) {
        for (E word : words.getEnumConstants()) {
            if (Answers.word(word).equals(text)) {
                return word;
            }
        }
        String known = Stream.of(words.getEnumConstants()).map(Answers::word).collect(joining(", "));
        throw new ProblemException(
                ProblemType.UNKNOWN_PARAMETER, meaningless(parameter, text).detail() + "; it can be: " + known);
    }

    /** A word of an enumeration that a member of the body has. */
    static <E extends Enum<E>> E member(Class<E> words, String member, String text) {
        for (E word : words.getEnumConstants()) {
            if (Answers.word(word).equals(text)) {
                return word;
            }
        }
        String known = Stream.of(words.getEnumConstants()).map(Answers::word).collect(joining(", "));
        throw new ProblemException(
                ProblemType.MALFORMED_BODY,
                "/" + member + " cannot be \"" + Ascii.truncate(text, 100, "…") + "\"; it can be: " + known);
    }

    static ProblemException meaningless(String parameter, String text) {
        return new ProblemException(
                ProblemType.UNKNOWN_PARAMETER, parameter + " cannot be \"" + Ascii.truncate(text, 100, "…") + "\"");
    }

    /** The amendment that the query of a change names, whose other parameters must be these. */
    static Optional<AmendmentNote> amendment(Context ctx) {
        return amendment(Query.of(ctx, AMENDMENT));
    }

    static Optional<AmendmentNote> amendment(Query query) {
        Optional<String> date = query.one(AMENDMENT[0]);
        Optional<String> reason = query.one(AMENDMENT[1]);
        Optional<String> deliberation = query.one(AMENDMENT[2]);
        if (date.isEmpty() && reason.isEmpty() && deliberation.isEmpty()) {
            return Optional.empty();
        }
        if (date.isEmpty() || reason.isEmpty()) {
            throw new ProblemException(
                    ProblemType.UNKNOWN_PARAMETER, "an amendment has amendmentDate and amendmentReason");
        }
        try {
            return Optional.of(new AmendmentNote(LocalDate.parse(date.get()), reason.get(), deliberation));
        } catch (DateTimeParseException notADay) {
            throw new ProblemException(
                    ProblemType.UNKNOWN_PARAMETER,
                    meaningless(AMENDMENT[0], date.get()).detail() + "; it must be a day such as 2026-03-31");
        } catch (IllegalArgumentException refused) {
            throw new ProblemException(ProblemType.UNKNOWN_PARAMETER, "the amendment's " + refused.getMessage());
        }
    }

    static Edit edit(Context ctx, int version, Node patch) {
        return new Edit(OptionalInt.of(version), patch, amendment(ctx));
    }

    /** The JSON object in the body. */
    static Node.Mapping object(Context ctx) {
        return object(ctx, false);
    }

    /** The merge patch in the body: of a media type of its own, or JSON. */
    static Node.Mapping patch(Context ctx) {
        return object(ctx, true);
    }

    private static Node.Mapping object(Context ctx, boolean patch) {
        String type = mediaType(ctx);
        if (!type.equals("application/json") && !(patch && type.equals("application/merge-patch+json"))) {
            throw new ProblemException(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "send application/json" + (patch ? " or application/merge-patch+json" : ""));
        }
        if (Json.read(ctx.bodyAsBytes()) instanceof Node.Mapping mapping) {
            return mapping;
        }
        throw new ProblemException(ProblemType.MALFORMED_BODY, "the body must be a JSON object");
    }

    /** The body's media type without parameters, in lower case; its charset can only be UTF-8. */
    static String mediaType(Context ctx) {
        Bodies.refuseEncoded(ctx);
        String header = Ascii.toLowerCase(
                Optional.ofNullable(ctx.req().getContentType()).orElse(""));
        int semicolon = header.indexOf(';');
        String parameters = semicolon < 0 ? "" : header.substring(semicolon + 1).trim();
        if (parameters.contains("charset") && !parameters.matches("charset\\s*=\\s*\"?utf-8\"?")) {
            throw new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE, "the charset can only be utf-8");
        }
        return (semicolon < 0 ? header : header.substring(0, semicolon)).trim();
    }

    /** A required member of the body that is text. */
    static String text(Node.Mapping body, String member) {
        return body.get(member)
                .filter(node -> node instanceof Node.Scalar scalar && scalar.kind() == Node.ScalarKind.TEXT)
                .map(node -> ((Node.Scalar) node).text())
                .orElseThrow(() ->
                        new ProblemException(ProblemType.MALFORMED_BODY, "/" + member + " must be there, as text"));
    }

    /** Makes sure that the body has no other members. */
    static void only(Node.Mapping body, String... members) {
        for (String key : body.entries().keySet()) {
            if (!List.of(members).contains(key)) {
                throw new ProblemException(
                        ProblemType.MALFORMED_BODY,
                        "unknown member: " + Ascii.truncate(key, 100, "…") + "; known: " + String.join(", ", members));
            }
        }
    }
}
