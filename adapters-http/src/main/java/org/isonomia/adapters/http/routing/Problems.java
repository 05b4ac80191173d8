package org.isonomia.adapters.http.routing;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.LinkedHashMap;
import java.util.Map;
import org.isonomia.application.document.Node;
import org.isonomia.domain.kernel.Violation;

/** Writes refusals as RFC 9457 says. */
public final class Problems {

    /** The media type of a refusal. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private Problems() {}

    /**
     * A refusal as JSON.
     *
     * @param problem the refusal
     * @param requestId the number under which the log speaks of the request
     */
    public static byte[] write(ProblemException problem, String requestId) {
        Map<String, Node> members = new LinkedHashMap<>();
        members.put("type", Node.text(problem.type().uri()));
        members.put("title", Node.text(problem.type().title()));
        members.put("status", Node.number(problem.type().status()));
        members.put("detail", Node.text(problem.detail()));
        members.put("requestId", Node.text(Strings.nullToEmpty(requestId)));
        problem.attributes().forEach((name, value) -> members.put(name, attribute(name, value)));
        if (!problem.violations().isEmpty()) {
            members.put("violations", violations(problem.violations()));
        }
        return Json.write(Node.mapping(members));
    }

    /** Violations as JSON: code and message, then the attributes. */
    public static Node violations(ImmutableList<Violation> violations) {
        return Node.sequence(violations.stream().map(Problems::violation).toList());
    }

    /** Lines and columns are counted, all else is told in words. */
    private static Node attribute(String name, String value) {
        boolean counted = (name.equals("line") || name.equals("column")) && value.matches("[0-9]{1,9}");
        return counted ? Node.number(Integer.parseInt(value)) : Node.text(value);
    }

    private static Node violation(Violation violation) {
        Map<String, Node> members = new LinkedHashMap<>();
        members.put("code", Node.text(violation.code().value()));
        members.put("message", Node.text(violation.message()));
        members.putAll(Maps.transformEntries(violation.attributes(), Problems::attribute));
        return Node.mapping(ImmutableMap.copyOf(members));
    }
}
