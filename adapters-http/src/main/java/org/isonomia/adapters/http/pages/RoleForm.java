package org.isonomia.adapters.http.pages;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.util.stream.Collectors.joining;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.isonomia.application.document.Fields;
import org.isonomia.application.identity.AccountManagement.Held;
import org.isonomia.domain.access.Grant;
import org.isonomia.domain.access.Role;
import org.isonomia.domain.access.Scope;
import org.isonomia.domain.kernel.Code;

/**
 * The part of a form that says which roles somebody holds in an organisation: a box for each role, and fields for the codes
 * that a role is held for.
 */
final class RoleForm {

    static final String ROLE = "role";
    static final String EXPECTED = "expected";

    private static final Splitter WORDS =
            Splitter.on(CharMatcher.anyOf(",; \t")).omitEmptyStrings();
    private static final ImmutableList<Role> ROLES =
            Stream.of(Role.values()).filter(Role::isOfOrganisation).collect(toImmutableList());

    private RoleForm() {}

    /** What can be given, with what is held already even if it cannot be given again. */
    static ImmutableList<RoleChoice> choices(Words words, ImmutableSet<Role> givable, ImmutableList<Held> held) {
        ImmutableSet<Role> kept = held.stream().map(Held::role).collect(toImmutableSet());
        return ROLES.stream()
                .filter(role -> givable.contains(role) || kept.contains(role))
                .map(role -> new RoleChoice(
                        Fields.wordOf(role),
                        words.label(role),
                        role.scopes().stream()
                                .filter(kind -> kind != Scope.Kind.EVERYTHING)
                                .map(kind -> new Badge(words.t("members.scope." + kind), field(role, kind)))
                                .collect(toImmutableList())))
                .collect(toImmutableList());
    }

    private static String field(Role role, Scope.Kind kind) {
        return Fields.wordOf(kind) + "-" + Fields.wordOf(role);
    }

    static ImmutableList<Held> held(ImmutableList<Grant> grants) {
        return grants.stream()
                .map(grant -> new Held(grant.role(), grant.scope()))
                .collect(toImmutableList());
    }

    /** What a form shows that nobody has filled in yet. */
    static Typed fill(ImmutableList<Held> held) {
        ImmutableListMultimap.Builder<String, String> values = ImmutableListMultimap.builder();
        held.stream().map(Held::role).distinct().forEach(role -> values.put(ROLE, Fields.wordOf(role)));
        held.stream()
                .filter(one -> one.scope().kind() != Scope.Kind.EVERYTHING)
                .forEach(one -> values.put(field(one.role(), one.scope().kind()), codes(one.scope(), ", ")));
        return Typed.of(values.build());
    }

    private static String codes(Scope scope, String between) {
        return scope.codes().stream().sorted().map(Code::value).collect(joining(between));
    }

    /** What was typed, with other fields that the form has. */
    static Typed typed(Context ctx, String... others) {
        ImmutableListMultimap.Builder<String, String> values = ImmutableListMultimap.builder();
        values.putAll(ROLE, ctx.formParams(ROLE));
        for (String other : others) {
            values.put(other, Strings.nullToEmpty(ctx.formParam(other)).strip());
        }
        for (Role role : ROLES) {
            for (Scope.Kind kind : role.scopes()) {
                Optional.ofNullable(ctx.formParam(field(role, kind)))
                        .ifPresent(codes -> values.put(field(role, kind), codes.strip()));
            }
        }
        return Typed.of(values.build());
    }

    /** The roles that were typed; what is wrong with them is noted by field. */
    static ImmutableList<Held> read(Words words, Typed typed, Map<String, String> wrong) {
        ImmutableList.Builder<Held> held = ImmutableList.builder();
        for (Role role : ROLES) {
            if (typed.has(ROLE, Fields.wordOf(role))) {
                held.addAll(read(words, typed, role, wrong));
            }
        }
        return held.build();
    }

    private static ImmutableList<Held> read(Words words, Typed typed, Role role, Map<String, String> wrong) {
        ImmutableList.Builder<Held> found = ImmutableList.builder();
        String first = "";
        for (Scope.Kind kind : role.scopes()) {
            String field = field(role, kind);
            first = first.isEmpty() && kind != Scope.Kind.EVERYTHING ? field : first;
            try {
                ImmutableSet<Code> codes = codes(WORDS.splitToList(typed.value(field)));
                if (kind != Scope.Kind.EVERYTHING && !codes.isEmpty()) {
                    found.add(new Held(role, new Scope(kind, codes)));
                }
            } catch (IllegalArgumentException notACode) {
                wrong.put(field, words.t("members.codes.wrong"));
            }
        }
        ImmutableList<Held> scoped = found.build();
        if (!scoped.isEmpty()) {
            return scoped;
        }
        if (role.scopes().contains(Scope.Kind.EVERYTHING)) {
            return ImmutableList.of(new Held(role, Scope.EVERYTHING));
        }
        wrong.putIfAbsent(first, words.t("members.codes.missing"));
        return ImmutableList.of();
    }

    private static ImmutableSet<Code> codes(List<String> words) {
        return words.stream().map(Code::parse).collect(toImmutableSet());
    }

    /** What somebody holds, as a hidden field keeps it: {@code assistant direction-referent:units:drh,dgs}. */
    static String write(ImmutableList<Held> held) {
        return held.stream()
                .map(one -> Fields.wordOf(one.role())
                        + (one.scope().kind() == Scope.Kind.EVERYTHING
                                ? ""
                                : ":" + Fields.wordOf(one.scope().kind()) + ":" + codes(one.scope(), ",")))
                .collect(joining(" "));
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if it wrote something else
     */
    static ImmutableList<Held> parse(String text) {
        return Splitter.on(' ')
                .omitEmptyStrings()
                .splitToStream(text)
                .map(RoleForm::parseOne)
                .collect(toImmutableList());
    }

    private static Held parseOne(String text) {
        List<String> parts = Splitter.on(':').splitToList(text);
        Role role = word(Role.values(), parts.getFirst());
        Scope scope = switch (parts.size()) {
            case 1 -> Scope.EVERYTHING;
            case 3 ->
                new Scope(
                        word(Scope.Kind.values(), parts.get(1)),
                        codes(Splitter.on(',').splitToList(parts.get(2))));
            default -> throw new IllegalArgumentException("not a role that is held: " + text);
        };
        if (!role.scopes().contains(scope.kind())) {
            throw new IllegalArgumentException("not a role that is held so: " + text);
        }
        return new Held(role, scope);
    }

    private static <E extends Enum<E>> E word(E[] values, String text) {
        return Stream.of(values)
                .filter(value -> Fields.wordOf(value).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown: " + text));
    }

    /** What somebody holds, for people: roles with the codes they are held for. */
    static ImmutableList<String> labels(Words words, ImmutableList<Held> held) {
        return held.stream()
                .map(one -> one.scope().kind() == Scope.Kind.EVERYTHING
                        ? words.label(one.role())
                        : words.label(one.role()) + " (" + codes(one.scope(), ", ") + ")")
                .collect(toImmutableList());
    }
}
