package org.isonomia.adapters.http.pages;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.Ints;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.isonomia.adapters.http.routing.Access;
import org.isonomia.adapters.http.routing.Callers;
import org.isonomia.adapters.http.routing.GuardedRoutes;
import org.isonomia.application.access.UseCase;
import org.isonomia.application.document.Fields;
import org.isonomia.application.identity.AccountManagement;
import org.isonomia.application.identity.AccountManagement.Held;
import org.isonomia.application.identity.AccountManagement.Invite;
import org.isonomia.application.identity.AccountManagement.Invited;
import org.isonomia.application.identity.AccountManagement.Member;
import org.isonomia.application.identity.AccountManagement.Members;
import org.isonomia.application.identity.AccountManagement.RoleChange;
import org.isonomia.application.spi.StaleAggregateException;
import org.isonomia.domain.access.Role;
import org.isonomia.domain.identity.Login;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.RuleViolationException;

/** Answers for who holds which role in an organisation. */
final class MemberPages {

    private static final Typed NOTHING = Typed.of(ImmutableListMultimap.of());

    private final Desk desk;
    private final AccountManagement accounts;

    MemberPages(Desk desk, AccountManagement accounts) {
        this.desk = desk;
        this.accounts = accounts;
    }

    void register(GuardedRoutes routes, String root) {
        String all = root + "/{organisation}/members";
        String one = all + "/{account}";
        routes.getLive(all, Access.to(UseCase.READ_MEMBERS), Desk.bare(ctx -> list(ctx, 200, NOTHING, Told.NOTHING)));
        routes.postUnkept(all, Access.to(UseCase.INVITE), Desk.bare(this::invite));
        routes.postUnkept(all + "/second-factor", Access.to(UseCase.DEMAND_SECOND_FACTOR), Desk.bare(this::demand));
        routes.getLive(one, Access.to(UseCase.READ_MEMBERS), Desk.bare(this::view));
        routes.postUnkept(one, Access.to(UseCase.CHANGE_ROLES), Desk.bare(this::change));
        routes.postUnkept(one + "/link", Access.to(UseCase.RECOVER_ACCOUNT), Desk.bare(this::recover));
        routes.postUnkept(one + "/disabled", Access.to(UseCase.DISABLE_ACCOUNT), Desk.bare(this::disable));
        routes.postUnkept(one + "/second-factor", Access.to(UseCase.RESET_SECOND_FACTOR), Desk.bare(this::resetFactor));
    }

    /** What is told beside what there is. */
    private record Told(Optional<String> link, Optional<String> done) {
        static final Told NOTHING = new Told(Optional.empty(), Optional.empty());
    }

    private static Code organisation(Context ctx) {
        return Desk.code(ctx, "organisation");
    }

    private static String address(Context ctx, Words words) {
        return "/" + words.lang() + "/" + organisation(ctx) + "/members";
    }

    private Members members(Context ctx) {
        return accounts.members(Callers.of(ctx), organisation(ctx));
    }

    /** Whoever is named in the address, among those who hold a role here. */
    private static Member member(Context ctx, Members members) {
        return members.member(ctx.pathParam("account"));
    }

    private void list(Context ctx, int status, Typed typed, Told told) {
        Members members = members(ctx);
        Words words = desk.words(ctx);
        String address = address(ctx, words);
        ImmutableList<MembersPage.Row> rows = members.members().stream()
                .map(member -> new MembersPage.Row(
                        address + "/" + member.id(),
                        member.name(),
                        member.login().value(),
                        words.label(member.state()),
                        member.secondFactor(),
                        RoleForm.labels(words, RoleForm.held(member.grants()))))
                .collect(toImmutableList());
        Frame frame = desk.frame(
                ctx,
                words.t("members.title"),
                ImmutableList.of(
                        Crumb.to(organisation(ctx).value(), "/" + words.lang() + "/" + organisation(ctx)),
                        Crumb.here(words.t("members.title"))));
        desk.answer(
                ctx,
                status,
                "members",
                new MembersPage(
                        frame,
                        address,
                        rows,
                        RoleForm.choices(words, members.givable(), ImmutableList.of()),
                        demanding(words, members),
                        typed,
                        told.link(),
                        told.done()));
        ctx.header("Cache-Control", "no-store");
    }

    private static ImmutableList<Pick> demanding(Words words, Members members) {
        return ImmutableSet.copyOf(Role.values()).stream()
                .filter(Role::isOfOrganisation)
                .map(role -> new Pick(
                        Fields.wordOf(role),
                        words.label(role),
                        members.demanding().contains(role)))
                .collect(toImmutableList());
    }

    private void invite(Context ctx) {
        Words words = desk.words(ctx);
        Typed typed = RoleForm.typed(ctx, "login", "name");
        Map<String, String> wrong = new LinkedHashMap<>();
        ImmutableList<Held> held = RoleForm.read(words, typed, wrong);
        if (typed.all(RoleForm.ROLE).isEmpty()) {
            wrong.put(RoleForm.ROLE, words.t("members.role.none"));
        }
        Optional<Login> login = Newcomers.login(words, typed, wrong);
        refuseUngivable(words, members(ctx), ImmutableList.of(), held, wrong);
        if (!wrong.isEmpty() || login.isEmpty()) {
            list(ctx, 422, typed.with(wrong), Told.NOTHING);
            return;
        }
        Invited invited =
                accounts.invite(Callers.of(ctx), new Invite(organisation(ctx), login.get(), typed.value("name"), held));
        Optional<String> link = invited.link().map(secret -> Newcomers.address(ctx, words, secret));
        Optional<String> done = link.isPresent() ? Optional.empty() : Optional.of(words.t("members.known"));
        list(ctx, 200, NOTHING, new Told(link, done));
    }

    /** Who holds a role may give it; a page says so beside the field. */
    private static void refuseUngivable(
            Words words,
            Members members,
            ImmutableList<Held> before,
            ImmutableList<Held> after,
            Map<String, String> wrong) {
        if (after.stream()
                .anyMatch(one -> !before.contains(one) && !members.givable().contains(one.role()))) {
            wrong.put(RoleForm.ROLE, words.t("members.role.ungivable"));
        }
    }

    private void demand(Context ctx) {
        ImmutableSet<Role> roles = ImmutableSet.copyOf(Role.values()).stream()
                .filter(Role::isOfOrganisation)
                .filter(role -> ctx.formParams("demanding").contains(Fields.wordOf(role)))
                .collect(toImmutableSet());
        accounts.demandSecondFactor(Callers.of(ctx), organisation(ctx), roles);
        list(
                ctx,
                200,
                NOTHING,
                new Told(Optional.empty(), Optional.of(desk.words(ctx).t("members.demanding.done"))));
    }

    private void view(Context ctx) {
        Members members = members(ctx);
        Member member = member(ctx, members);
        show(ctx, 200, members, RoleForm.fill(RoleForm.held(member.grants())), Optional.empty());
    }

    private void show(Context ctx, int status, Members members, Typed typed, Optional<String> link) {
        Words words = desk.words(ctx);
        Member member = member(ctx, members);
        ImmutableList<Held> held = RoleForm.held(member.grants());
        String all = address(ctx, words);
        Frame frame = desk.frame(
                ctx,
                member.name(),
                ImmutableList.of(
                        Crumb.to(organisation(ctx).value(), "/" + words.lang() + "/" + organisation(ctx)),
                        Crumb.to(words.t("members.title"), all),
                        Crumb.here(member.name())));
        desk.answer(
                ctx,
                status,
                "member",
                new MemberPage(
                        frame,
                        all + "/" + member.id(),
                        member,
                        words.label(member.state()),
                        RoleForm.write(held),
                        RoleForm.labels(words, held),
                        RoleForm.choices(words, members.givable(), held),
                        typed,
                        link));
        ctx.header("Cache-Control", "no-store");
    }

    private void change(Context ctx) {
        Words words = desk.words(ctx);
        Members members = members(ctx);
        Member member = member(ctx, members);
        Typed typed = RoleForm.typed(ctx);
        Map<String, String> wrong = new LinkedHashMap<>();
        ImmutableList<Held> expected = expected(ctx);
        ImmutableList<Held> held = RoleForm.read(words, typed, wrong);
        refuseUngivable(words, members, expected, held, wrong);
        if (!wrong.isEmpty()) {
            show(ctx, 422, members, typed.with(wrong), Optional.empty());
            return;
        }
        try {
            accounts.change(Callers.of(ctx), new RoleChange(organisation(ctx), member.id(), expected, held));
            ctx.redirect(address(ctx, words), HttpStatus.SEE_OTHER);
        } catch (StaleAggregateException stale) {
            Members now = members(ctx);
            Typed told = typed.with(ImmutableMap.of(RoleForm.ROLE, words.t("members.stale")));
            show(ctx, 412, now, told, Optional.empty());
        }
    }

    private static ImmutableList<Held> expected(Context ctx) {
        try {
            return RoleForm.parse(Strings.nullToEmpty(ctx.formParam(RoleForm.EXPECTED)));
        } catch (IllegalArgumentException notOurs) {
            throw new BadRequestResponse("expected");
        }
    }

    private void recover(Context ctx) {
        Member member = member(ctx, members(ctx));
        Invited invited = accounts.recover(Callers.of(ctx), member.id());
        Optional<String> link = invited.link().map(secret -> Newcomers.address(ctx, desk.words(ctx), secret));
        Members now = members(ctx);
        show(ctx, 200, now, RoleForm.fill(RoleForm.held(member(ctx, now).grants())), link);
    }

    private void disable(Context ctx) {
        Member member = member(ctx, members(ctx));
        boolean disabled = "true".equals(ctx.formParam("disabled"));
        try {
            accounts.setDisabled(Callers.of(ctx), member.id(), version(ctx), disabled);
            back(ctx);
        } catch (RuleViolationException lastOperator) {
            again(ctx, 422, "violation.account.last-operator");
        } catch (StaleAggregateException stale) {
            again(ctx, 412, "members.stale.account");
        }
    }

    private void resetFactor(Context ctx) {
        Member member = member(ctx, members(ctx));
        try {
            accounts.resetSecondFactor(Callers.of(ctx), member.id(), version(ctx));
            back(ctx);
        } catch (StaleAggregateException stale) {
            again(ctx, 412, "members.stale.account");
        }
    }

    private void again(Context ctx, int status, String problem) {
        Members now = members(ctx);
        Typed typed = RoleForm.fill(RoleForm.held(member(ctx, now).grants()))
                .with(ImmutableMap.of("account", desk.words(ctx).t(problem)));
        show(ctx, status, now, typed, Optional.empty());
    }

    private void back(Context ctx) {
        ctx.redirect(address(ctx, desk.words(ctx)) + "/" + ctx.pathParam("account"), HttpStatus.SEE_OTHER);
    }

    private static int version(Context ctx) {
        Integer version = Ints.tryParse(Strings.nullToEmpty(ctx.formParam("version")));
        if (version == null) {
            throw new BadRequestResponse("version");
        }
        return version;
    }
}
