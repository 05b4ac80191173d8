package org.isonomia.adapters.http.api;

import static java.util.Comparator.naturalOrder;

import com.google.common.collect.Comparators;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.isonomia.adapters.http.routing.Query;
import org.isonomia.application.document.Node;
import org.isonomia.domain.kernel.Code;

/**
 * A list of things with codes, answered page by page. The cursor is the code of the last one of a page.
 *
 * @param items everything there is, in the order of the list
 * @param code the code of one
 * @param entry one as answers have it
 */
record CodedList<T>(ImmutableList<T> items, Function<? super T, Code> code, Function<? super T, Node> entry) {

    /** The names of the parameters that choose the page. */
    static Query query(Context ctx) {
        return Query.of(ctx, "limit", "after");
    }

    /** Sends the page that the query asks for. */
    void send(Context ctx, Query query) {
        List<T> rest = query.one("after").map(this::following).orElse(items);
        List<T> page = rest.subList(0, Math.min(rest.size(), ActionListRoutes.limit(query)));
        Map<String, Node> members = new LinkedHashMap<>();
        members.put("items", Node.sequence(Lists.transform(page, entry::apply)));
        members.put("total", Node.number(items.size()));
        if (page.size() < rest.size()) {
            String next = code.apply(page.getLast()).value();
            ctx.header("Link", "<" + ActionListRoutes.nextAddress(ctx, query, next) + ">; rel=\"next\"");
            members.put("next", Node.text(next));
        }
        Answers.send(ctx, Answers.object(members));
    }

    /** What comes after a code; in a list in the order of codes it need not be there any more. */
    private ImmutableList<T> following(String cursor) {
        Code last = parsed(cursor);
        ImmutableList<Code> codes = items.stream().<Code>map(code).collect(ImmutableList.toImmutableList());
        int at = codes.indexOf(last);
        if (at < 0 && !Comparators.isInOrder(codes, naturalOrder())) {
            throw Requests.meaningless("after", cursor);
        }
        int next = at < 0 ? Iterables.indexOf(codes, known -> known.compareTo(last) > 0) : at + 1;
        return items.subList(next < 0 ? items.size() : next, items.size());
    }

    private static Code parsed(String cursor) {
        return Optional.of(cursor)
                .filter(text -> text.matches(Code.FORM))
                .map(Code::parse)
                .orElseThrow(() -> Requests.meaningless("after", cursor));
    }
}
