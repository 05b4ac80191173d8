package org.isonomia.adapters.http.routing;

import com.google.common.base.Ascii;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of refusal, described in {@code docs/problems.md}. Their names never change once published. */
public enum ProblemType {
    MALFORMED_REQUEST(400, "The request cannot be understood"),
    MALFORMED_BODY(400, "The body cannot be read"),
    UNKNOWN_PARAMETER(400, "A parameter is unknown, doubled or has no meaning"),
    METHOD_OVERRIDE(400, "The method must not be overridden by a header"),
    CREDENTIAL_REQUIRED(401, "A valid token is required"),
    FORBIDDEN(403, "This is not permitted"),
    NOT_FOUND(404, "There is nothing at this address"),
    METHOD_NOT_ALLOWED(405, "The method is not offered at this address"),
    DUPLICATE_CODE(409, "The code is taken"),
    KEY_IN_USE(409, "The request with this key is being worked on"),
    ENTRY_IN_USE(409, "The entry is still referred to"),
    STALE_VERSION(412, "The entry was changed by somebody else meanwhile"),
    BODY_TOO_LARGE(413, "The body is too large"),
    ADDRESS_TOO_LONG(414, "The address is too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body's media type is not accepted here"),
    RULE_VIOLATION(422, "The rules of the plan refuse this"),
    KEY_REUSED(422, "The key was sent with another request"),
    PRECONDITION_REQUIRED(428, "A change must name the version it was made against"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    HEADERS_TOO_LARGE(431, "The headers are too large"),
    INTERNAL_ERROR(500, "Something went wrong on our side"),
    UNAVAILABLE(503, "The service is not available right now");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The status code of answers of this type. */
    public int status() {
        return status;
    }

    /** What it means, the same for every occurrence. */
    public String title() {
        return title;
    }

    /** The last part of its address. */
    public String slug() {
        return Ascii.toLowerCase(name()).replace('_', '-');
    }

    /** The address that names it, relative to the server. */
    public String uri() {
        return "/problems/" + slug();
    }

    /** The type that best tells a status code that comes from the server itself. */
    public static ProblemType of(int status) {
        return switch (status) {
            case 401 -> CREDENTIAL_REQUIRED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 409 -> DUPLICATE_CODE;
            case 412 -> STALE_VERSION;
            case 413 -> BODY_TOO_LARGE;
            case 414 -> ADDRESS_TOO_LONG;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 422 -> RULE_VIOLATION;
            case 428 -> PRECONDITION_REQUIRED;
            case 429 -> TOO_MANY_REQUESTS;
            case 431 -> HEADERS_TOO_LARGE;
            case 503 -> UNAVAILABLE;
            default -> status >= 500 ? INTERNAL_ERROR : MALFORMED_REQUEST;
        };
    }

    /** The type with this last part of its address. */
    public static Optional<ProblemType> find(String slug) {
        return Stream.of(values()).filter(type -> type.slug().equals(slug)).findFirst();
    }
}
