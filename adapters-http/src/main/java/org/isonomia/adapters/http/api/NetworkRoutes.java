package org.isonomia.adapters.http.api;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import org.isonomia.adapters.http.routing.Access;
import org.isonomia.adapters.http.routing.Callers;
import org.isonomia.adapters.http.routing.GuardedRoutes;
import org.isonomia.adapters.http.routing.Query;
import org.isonomia.application.access.UseCase;
import org.isonomia.application.document.Node;
import org.isonomia.application.network.NetworkUseCases;
import org.isonomia.application.network.Networking;
import org.isonomia.application.network.Networking.Link;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.domain.network.NetworkMembership.Side;

/** The networks an organisation has part in. */
record NetworkRoutes(NetworkUseCases useCases) {

    private static final String ALL = Api.ORGANISATION + "/memberships";
    private static final String ONE = ALL + "/{other}";

    void register(GuardedRoutes routes) {
        routes.get(ALL, Access.to(UseCase.READ_NETWORK), this::list);
        routes.get(ONE, Access.to(UseCase.READ_NETWORK), this::view);
        routes.put(ONE, Access.to(UseCase.JOIN_NETWORK), this::join);
        routes.delete(ONE, Access.to(UseCase.LEAVE_NETWORK), this::leave);
    }

    private Networking networking(Context ctx) {
        return useCases.by(Callers.of(ctx)).networking();
    }

    private void list(Context ctx) {
        Query.of(ctx);
        ImmutableList<Link> all = networking(ctx).all(Requests.code(ctx, "organisation"));
        Answers.send(
                ctx, Answers.list(all.stream().map(NetworkRoutes::membership).toList()));
    }

    private void view(Context ctx) {
        Query.of(ctx);
        var other = Requests.code(ctx, "other");
        Link found = networking(ctx).all(Requests.code(ctx, "organisation")).stream()
                .filter(link -> link.other().code().equals(other))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("nothing links it with " + other));
        Answers.send(ctx, membership(found));
    }

    private void join(Context ctx) {
        Query.of(ctx);
        Node.Mapping body = Requests.object(ctx);
        Requests.only(body, "as");
        Side as = Requests.member(Side.class, "as", Requests.text(body, "as"));
        Link link = networking(ctx).join(Requests.code(ctx, "organisation"), Requests.code(ctx, "other"), as);
        Answers.send(ctx, membership(link));
    }

    private void leave(Context ctx) {
        Query.of(ctx);
        networking(ctx).leave(Requests.code(ctx, "organisation"), Requests.code(ctx, "other"));
        ctx.status(204);
    }

    private static Node membership(Link link) {
        Map<String, Node> members = new LinkedHashMap<>();
        members.put("organisation", Node.text(link.other().code().value()));
        members.put("name", Node.text(link.other().name()));
        members.put("as", Answers.text(link.otherIs().other()));
        members.put("status", Node.text(link.since().isPresent() ? "accepted" : "proposed"));
        members.put("proposedBy", Answers.text(link.proposedBy()));
        Answers.put(members, "since", link.since());
        return Answers.object(members);
    }

    /** Words of a set in their order. */
    static Node words(ImmutableSet<? extends Enum<?>> words) {
        return Node.sequence(words.stream().map(Answers::text).toList());
    }
}
