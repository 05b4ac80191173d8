package org.isonomia.adapters.http.api;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.net.UrlEscapers;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.isonomia.adapters.http.routing.Access;
import org.isonomia.adapters.http.routing.Callers;
import org.isonomia.adapters.http.routing.GuardedRoutes;
import org.isonomia.adapters.http.routing.ProblemException;
import org.isonomia.adapters.http.routing.ProblemType;
import org.isonomia.adapters.http.routing.Query;
import org.isonomia.application.access.UseCase;
import org.isonomia.application.document.Node;
import org.isonomia.application.plan.ActionFilter;
import org.isonomia.application.plan.PlanEditing.ActionEdit;
import org.isonomia.application.plan.PlanReading.ActionList;
import org.isonomia.application.plan.PlanUseCases;
import org.isonomia.application.spi.PlanSearch.Sort;
import org.isonomia.application.spi.TableFormat;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.CommitmentLevel;
import org.isonomia.domain.plan.ActionProfile;
import org.isonomia.domain.plan.DeclaredStatus;
import org.isonomia.domain.plan.Health;

/** The actions of a plan, many at once. */
record ActionListRoutes(PlanUseCases useCases, ImmutableList<TableFormat> tables) {

    private static final String ACTIONS = Api.PLAN + "/actions";
    private static final ImmutableList<String> FILTERS =
            ImmutableList.of("axis", "status", "health", "kind", "level", "lead", "territory", "q");
    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 500;

    void register(GuardedRoutes routes) {
        routes.get(ACTIONS, Access.READING, this::list);
        routes.patch(ACTIONS, Access.to(UseCase.CHANGE_ACTIONS), this::changeMany);
        routes.get(Api.PLAN + "/timeline", Access.READING, this::timeline);
        tables.stream()
                .map(TableFormat::extension)
                .distinct()
                .forEach(extension ->
                        routes.get(ACTIONS + "." + extension, Access.READING, ctx -> table(ctx, extension)));
    }

    private static Query query(Context ctx, String... more) {
        return Query.of(ctx, Stream.concat(FILTERS.stream(), Stream.of(more)).toArray(String[]::new));
    }

    private void list(Context ctx) {
        Query query = query(ctx, "sort", "limit", "after");
        ActionList page;
        try {
            page = useCases.by(Callers.of(ctx)).reading().actions(Requests.plan(ctx), filter(query), paging(query));
        } catch (IllegalArgumentException notOfThisList) {
            throw Requests.meaningless("after", query.one("after").orElse(""));
        }
        page.next().ifPresent(next -> ctx.header("Link", "<" + nextAddress(ctx, query, next) + ">; rel=\"next\""));
        Map<String, Node> members = new LinkedHashMap<>();
        members.put(
                "items",
                Node.sequence(page.items().stream().map(Answers::listed).toList()));
        members.put("total", Node.number(page.total()));
        Answers.put(members, "next", page.next());
        Answers.send(ctx, Answers.object(members));
    }

    /** The address of the page that follows. */
    static String nextAddress(Context ctx, Query query, String next) {
        List<String> pairs = new ArrayList<>();
        query.values().forEach((name, value) -> {
            if (!name.equals("after")) {
                pairs.add(name + "=" + UrlEscapers.urlFormParameterEscaper().escape(value));
            }
        });
        pairs.add("after=" + UrlEscapers.urlFormParameterEscaper().escape(next));
        return ctx.req().getRequestURI() + "?" + String.join("&", pairs);
    }

    private static ActionFilter filter(Query query) {
        return new ActionFilter(
                codes(query, "axis"),
                words(query, DeclaredStatus.class, "status"),
                words(query, Health.State.class, "health"),
                words(query, ActionProfile.Kind.class, "kind"),
                words(query, CommitmentLevel.class, "level"),
                codes(query, "lead"),
                codes(query, "territory"),
                query.one("q").filter(text -> !text.isBlank()));
    }

    private static ImmutableSet<Code> codes(Query query, String name) {
        return query.all(name).stream()
                .map(text -> {
                    try {
                        return Code.parse(text);
                    } catch (IllegalArgumentException notACode) {
                        throw Requests.meaningless(name, text);
                    }
                })
                .collect(toImmutableSet());
    }

    private static <E extends Enum<E>> ImmutableSet<E> words(Query query, Class<E> words, String name) {
        return query.all(name).stream()
                .map(text -> Requests.word(words, name, text))
                .collect(toImmutableSet());
    }

    private static ActionFilter.Paging paging(Query query) {
        String sort = query.one("sort").orElse("code");
        boolean descending = sort.startsWith("-");
        return new ActionFilter.Paging(
                Requests.word(Sort.class, "sort", descending ? sort.substring(1) : sort),
                descending,
                limit(query),
                query.one("after"));
    }

    /** How many of a list are asked for at once. */
    static int limit(Query query) {
        return query.one("limit").map(ActionListRoutes::limit).orElse(DEFAULT_LIMIT);
    }

    private static int limit(String text) {
        if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MAX_LIMIT) {
            throw new ProblemException(
                    ProblemType.UNKNOWN_PARAMETER, "limit must be a whole number from 1 to " + MAX_LIMIT);
        }
        return Integer.parseInt(text);
    }

    private void table(Context ctx, String extension) {
        Query query = query(ctx, "sort", "profile");
        String name =
                query.one("profile").map(profile -> extension + "-" + profile).orElse(extension);
        TableFormat format = tables.stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        Requests.meaningless("profile", query.one("profile").orElse("")));
        ActionFilter.Paging sorted = paging(query);
        ActionList all = useCases.by(Callers.of(ctx))
                .reading()
                .actions(
                        Requests.plan(ctx),
                        filter(query),
                        new ActionFilter.Paging(
                                sorted.sort(),
                                sorted.descending(),
                                ActionFilter.Paging.EVERYTHING.limit(),
                                Optional.empty()));
        var bytes = new ByteArrayOutputStream();
        format.write(ActionTable.of(all), bytes);
        ctx.header("Content-Disposition", "attachment; filename=\"actions." + extension + "\"")
                .contentType(format.mediaType())
                .result(bytes.toByteArray());
    }

    private void timeline(Context ctx) {
        ActionList all = useCases.by(Callers.of(ctx))
                .reading()
                .actions(Requests.plan(ctx), filter(query(ctx)), ActionFilter.Paging.EVERYTHING);
        Answers.send(ctx, Timeline.of(all));
    }

    private void changeMany(Context ctx) {
        Node.Mapping body = Requests.object(ctx);
        Requests.only(body, "actions");
        if (!(body.get("actions").orElse(null) instanceof Node.Sequence list)
                || list.items().isEmpty()) {
            throw new ProblemException(ProblemType.MALFORMED_BODY, "/actions must be a list that is not empty");
        }
        ImmutableList<ActionEdit> edits =
                list.items().stream().map(ActionListRoutes::edit).collect(ImmutableList.toImmutableList());
        if (edits.stream().map(ActionEdit::action).distinct().count() < edits.size()) {
            throw new ProblemException(ProblemType.MALFORMED_BODY, "/actions must name each action once");
        }
        useCases.by(Callers.of(ctx)).editing().changeActions(Requests.plan(ctx), edits, Requests.amendment(ctx));
        ActionList all = useCases.by(Callers.of(ctx))
                .reading()
                .actions(Requests.plan(ctx), ActionFilter.ALL, ActionFilter.Paging.EVERYTHING);
        ImmutableSet<Code> changed = edits.stream().map(ActionEdit::action).collect(toImmutableSet());
        Answers.send(
                ctx,
                Answers.list(all.items().stream()
                        .filter(listed -> changed.contains(listed.row().code()))
                        .map(Answers::listed)
                        .toList()));
    }

    private static ActionEdit edit(Node item) {
        if (!(item instanceof Node.Mapping entry)) {
            throw new ProblemException(ProblemType.MALFORMED_BODY, "each of /actions must be an object");
        }
        Requests.only(entry, "code", "version", "patch");
        if (!(entry.get("version").orElse(null) instanceof Node.Scalar version)
                || version.kind() != Node.ScalarKind.NUMBER
                || !version.text().matches("[0-9]{1,9}")
                || !(entry.get("patch").orElse(null) instanceof Node.Mapping patch)) {
            throw new ProblemException(
                    ProblemType.MALFORMED_BODY,
                    "each of /actions must have code, version (a number) and patch (an object)");
        }
        try {
            return new ActionEdit(
                    Code.parse(Requests.text(entry, "code")), OptionalInt.of(Integer.parseInt(version.text())), patch);
        } catch (IllegalArgumentException notACode) {
            throw Requests.meaningless("code", Requests.text(entry, "code"));
        }
    }
}
