package org.isonomia.adapters.http.api;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.hash.Hashing;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.isonomia.adapters.http.routing.Access;
import org.isonomia.adapters.http.routing.Callers;
import org.isonomia.adapters.http.routing.GuardedRoutes;
import org.isonomia.adapters.http.routing.ProblemException;
import org.isonomia.adapters.http.routing.ProblemType;
import org.isonomia.adapters.http.routing.Query;
import org.isonomia.adapters.http.routing.Versions;
import org.isonomia.application.access.UseCase;
import org.isonomia.application.document.CanonicalJson;
import org.isonomia.application.document.Node;
import org.isonomia.application.identity.AccountManagement;
import org.isonomia.application.identity.AccountManagement.Held;
import org.isonomia.application.identity.AccountManagement.Invite;
import org.isonomia.application.identity.AccountManagement.Invited;
import org.isonomia.application.identity.AccountManagement.Member;
import org.isonomia.application.identity.AccountManagement.Members;
import org.isonomia.application.identity.AccountManagement.RoleChange;
import org.isonomia.application.spi.StaleAggregateException;
import org.isonomia.domain.access.Grant;
import org.isonomia.domain.access.Role;
import org.isonomia.domain.access.Scope;
import org.isonomia.domain.identity.Login;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.Texts;

/** Who holds which role in an organisation. */
record MemberRoutes(AccountManagement accounts) {

    /** So that a version has at most nine digits. */
    private static final int LARGEST = (1 << 29) - 1;

    private static final ImmutableMap<String, Scope.Kind> SCOPES =
            ImmutableMap.of("units", Scope.Kind.UNITS, "functions", Scope.Kind.LED, "calls", Scope.Kind.CALLS);

    void register(GuardedRoutes routes) {
        String all = Api.ORGANISATION + "/members";
        String one = all + "/{account}";
        routes.get(all, Access.to(UseCase.READ_MEMBERS), this::list);
        routes.postUnkept(all, Access.to(UseCase.INVITE), this::invite);
        routes.get(one, Access.to(UseCase.READ_MEMBERS), this::view);
        routes.put(one, Access.to(UseCase.CHANGE_ROLES), this::change);
    }

    private Members members(Context ctx) {
        return accounts.members(Callers.of(ctx), Requests.code(ctx, "organisation"));
    }

    private void list(Context ctx) {
        Query.of(ctx);
        Members members = members(ctx);
        Node demanding = Node.sequence(
                members.demanding().stream().sorted().map(Answers::text).toList());
        Answers.send(
                ctx,
                ((Node.Mapping) Answers.list(members.members().stream()
                                .map(MemberRoutes::node)
                                .toList()))
                        .with("demandingSecondFactor", demanding));
    }

    private void view(Context ctx) {
        Query.of(ctx);
        show(ctx, members(ctx).member(ctx.pathParam("account")));
    }

    private static void show(Context ctx, Member member) {
        Versions.answer(ctx, version(member));
        Answers.send(ctx, node(member));
    }

    private static Node node(Member member) {
        Map<String, Node> members = new LinkedHashMap<>();
        members.put("account", Node.text(member.id().toString()));
        members.put("login", Node.text(member.login().value()));
        members.put("name", Node.text(member.name()));
        members.put("state", Answers.text(member.state()));
        members.put("secondFactor", Node.bool(member.secondFactor()));
        members.put(
                "roles",
                Node.sequence(member.grants().stream().map(MemberRoutes::role).toList()));
        return Answers.object(members);
    }

    private static Node role(Grant grant) {
        Map<String, Node> members = new LinkedHashMap<>();
        members.put("role", Answers.text(grant.role()));
        SCOPES.forEach((name, kind) -> {
            if (grant.scope().kind() == kind) {
                members.put(
                        name,
                        Answers.codes(ImmutableList.sortedCopyOf(grant.scope().codes())));
            }
        });
        return Answers.object(members);
    }

    /** What somebody holds has no version of its own: a digest of it tells whether it is still the same. */
    private static int version(Member member) {
        String held = CanonicalJson.write(
                Node.sequence(member.grants().stream().map(MemberRoutes::role).toList()));
        return Hashing.sha256().hashString(held, UTF_8).asInt() & LARGEST;
    }

    private void invite(Context ctx) {
        Query.of(ctx);
        Node.Mapping body = Requests.object(ctx);
        Requests.only(body, "login", "name", "roles");
        ImmutableList<Held> roles = roles(body);
        if (roles.isEmpty()) {
            throw malformed("/roles must name at least one role");
        }
        Invited invited = accounts.invite(
                Callers.of(ctx), new Invite(Requests.code(ctx, "organisation"), login(body), name(body), roles));
        Map<String, Node> members = new LinkedHashMap<>();
        members.put("account", Node.text(invited.account().toString()));
        invited.link().ifPresent(link -> {
            members.put("link", Node.text("/fr/invitation/" + link.value()));
            members.put("expires", Node.text(invited.expires().toString()));
        });
        ctx.status(201);
        ctx.header("Cache-Control", "no-store");
        Answers.send(ctx, Answers.object(members));
    }

    private static Login login(Node.Mapping body) {
        try {
            return Login.parse(Requests.text(body, "login"));
        } catch (IllegalArgumentException notALogin) {
            throw malformed("/login must be an e-mail address");
        }
    }

    private static String name(Node.Mapping body) {
        String name = Requests.text(body, "name");
        try {
            Texts.checkTitle(name, "name");
        } catch (IllegalArgumentException notAName) {
            throw malformed("/name must be a name: one line, 1 to 300 characters");
        }
        return name;
    }

    private void change(Context ctx) {
        Query.of(ctx);
        Node.Mapping body = Requests.object(ctx);
        Requests.only(body, "roles");
        int version = Versions.required(ctx);
        Member member = members(ctx).member(ctx.pathParam("account"));
        if (version(member) != version) {
            throw new StaleAggregateException("the roles have changed");
        }
        ImmutableList<Held> expected = member.grants().stream()
                .map(grant -> new Held(grant.role(), grant.scope()))
                .collect(toImmutableList());
        accounts.change(
                Callers.of(ctx),
                new RoleChange(Requests.code(ctx, "organisation"), member.id(), expected, roles(body)));
        Optional<Member> still = members(ctx).find(member.id().toString());
        if (still.isPresent()) {
            show(ctx, still.get());
        } else {
            ctx.status(204);
        }
    }

    private static ImmutableList<Held> roles(Node.Mapping body) {
        if (body.get("roles").orElse(null) instanceof Node.Sequence roles) {
            return roles.items().stream().flatMap(MemberRoutes::held).collect(toImmutableList());
        }
        throw malformed("/roles must be there, as a list");
    }

    private static Stream<Held> held(Node node) {
        if (!(node instanceof Node.Mapping mapping)) {
            throw malformed("each of /roles must be an object");
        }
        Requests.only(mapping, "role", "units", "functions", "calls");
        Role role = Stream.of(Role.values())
                .filter(Role::isOfOrganisation)
                .filter(known -> Answers.word(known).equals(Requests.text(mapping, "role")))
                .findFirst()
                .orElseThrow(() -> malformed("a role that nobody holds in an organisation"));
        ImmutableList.Builder<Held> held = ImmutableList.builder();
        SCOPES.forEach((name, kind) -> mapping.get(name).ifPresent(codes -> held.add(held(role, kind, codes))));
        ImmutableList<Held> scoped = held.build();
        if (scoped.isEmpty() && !role.scopes().contains(Scope.Kind.EVERYTHING)) {
            throw malformed(Answers.word(role) + " takes codes that it is held for");
        }
        return scoped.isEmpty() ? Stream.of(new Held(role, Scope.EVERYTHING)) : scoped.stream();
    }

    private static Held held(Role role, Scope.Kind kind, Node codes) {
        if (!role.scopes().contains(kind)
                || !(codes instanceof Node.Sequence list)
                || list.items().isEmpty()) {
            throw malformed(Answers.word(role) + " cannot be held for that");
        }
        ImmutableSet.Builder<Code> read = ImmutableSet.builder();
        for (Node item : list.items()) {
            try {
                read.add(Code.parse(((Node.Scalar) item).text()));
            } catch (IllegalArgumentException | ClassCastException notACode) {
                throw malformed("a role is held for codes");
            }
        }
        return new Held(role, new Scope(kind, read.build()));
    }

    private static ProblemException malformed(String detail) {
        return new ProblemException(ProblemType.MALFORMED_BODY, detail);
    }
}
