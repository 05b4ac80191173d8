package org.isonomia.adapters.http.pages;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.isonomia.adapters.http.routing.Query;
import org.isonomia.application.plan.ActionFilter;
import org.isonomia.application.spi.PlanSearch.Sort;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.CommitmentLevel;
import org.isonomia.domain.plan.ActionProfile;
import org.isonomia.domain.plan.DeclaredStatus;
import org.isonomia.domain.plan.Health;

/**
 * What the address of a list of actions asks for; what it does not know, it refuses.
 *
 * @param values the filters and the order by name, without the empty ones
 * @param after the cursor of the page before
 */
public record ListQuery(ImmutableMap<String, String> values, Optional<String> after) {

    static final ListQuery ALL = new ListQuery(ImmutableMap.of(), Optional.empty());
    private static final ImmutableSet<String> KNOWN =
            ImmutableSet.of("q", "axis", "status", "health", "lead", "territory", "kind", "level", "sort", "after");
    private static final int PAGE = 100;

    static ListQuery of(Context ctx) {
        Map<String, String> values = new LinkedHashMap<>();
        Query given = Query.of(ctx, KNOWN.toArray(String[]::new));
        for (String name : given.values().keySet()) {
            given.one(name)
                    .map(String::strip)
                    .filter(value -> !value.isEmpty() && !name.equals("after"))
                    .ifPresent(value -> values.put(name, value));
        }
        return new ListQuery(ImmutableMap.copyOf(values), given.one("after").map(String::strip));
    }

    /** The words looked for. */
    public Optional<String> text() {
        return value("q");
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    ActionFilter filter() {
        return new ActionFilter(
                chosen("axis", Code::parse),
                chosen("status", value -> constant(DeclaredStatus.values(), value)),
                chosen("health", value -> constant(Health.State.values(), value)),
                chosen("kind", value -> constant(ActionProfile.Kind.values(), value)),
                chosen("level", value -> constant(CommitmentLevel.values(), value)),
                chosen("lead", Code::parse),
                chosen("territory", Code::parse),
                text());
    }

    ActionFilter.Paging paging() {
        return new ActionFilter.Paging(sort(), descending(), PAGE, after);
    }

    Sort sort() {
        return value("sort")
                .map(value -> read("sort", value, text -> constant(Sort.values(), text.replaceFirst("^-", ""))))
                .orElse(Sort.CODE);
    }

    boolean descending() {
        return value("sort").map(value -> value.startsWith("-")).orElse(false);
    }

    private <T> ImmutableSet<T> chosen(String name, Function<String, T> reader) {
        return value(name)
                .map(value -> ImmutableSet.of(read(name, value, reader)))
                .orElse(ImmutableSet.of());
    }

    private static <T> T read(String name, String value, Function<String, T> reader) {
        try {
            return reader.apply(value);
        } catch (IllegalArgumentException e) {
            throw Desk.unknown(name, value);
        }
    }

    private static <E extends Enum<E>> E constant(E[] constants, String wire) {
        return Arrays.stream(constants)
                .filter(constant -> Links.wire(constant).equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(wire));
    }

    /** The address of this list without one of its filters, from its first page. */
    String without(String base, String name) {
        Map<String, String> fewer = new LinkedHashMap<>(values);
        fewer.remove(name);
        return href(base, fewer);
    }

    /** The address of this list with one more value. */
    String with(String base, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return href(base, more);
    }

    String href(String base) {
        return href(base, values);
    }

    private static String href(String base, Map<String, String> values) {
        return values.isEmpty()
                ? base
                : base + "?"
                        + values.entrySet().stream()
                                .map(value -> value.getKey() + "=" + Links.escape(value.getValue()))
                                .collect(joining("&"));
    }
}
