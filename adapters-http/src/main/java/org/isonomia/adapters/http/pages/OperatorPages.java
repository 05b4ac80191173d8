package org.isonomia.adapters.http.pages;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.isonomia.adapters.http.routing.Access;
import org.isonomia.adapters.http.routing.Callers;
import org.isonomia.adapters.http.routing.GuardedRoutes;
import org.isonomia.adapters.http.routing.Query;
import org.isonomia.application.access.UseCase;
import org.isonomia.application.identity.AccountManagement.Invited;
import org.isonomia.application.identity.AccountManagement.Member;
import org.isonomia.application.identity.Operators;
import org.isonomia.domain.access.AccountId;
import org.isonomia.domain.access.Actor;
import org.isonomia.domain.identity.Login;
import org.isonomia.domain.kernel.RuleViolationException;

/** Answers for who runs the installation. */
final class OperatorPages {

    private static final int ROWS = 50;
    private static final UUID NOBODY = new UUID(0, 0);
    private static final Typed NOTHING = Typed.of(ImmutableListMultimap.of());

    private final Desk desk;
    private final Operators operators;

    OperatorPages(Desk desk, Operators operators) {
        this.desk = desk;
        this.operators = operators;
    }

    void register(GuardedRoutes routes, String root) {
        String page = root + "/operators";
        routes.getLive(page, Access.to(UseCase.READ_ACCOUNTS), ctx -> show(ctx, 200, NOTHING, Optional.empty()));
        routes.postUnkept(page, Access.to(UseCase.CHANGE_OPERATORS), Desk.bare(this::invite));
        routes.postUnkept(page + "/appoint", Access.to(UseCase.CHANGE_OPERATORS), Desk.bare(this::appoint));
    }

    private static Actor actor(Context ctx) {
        return Callers.of(ctx).actor();
    }

    private void invite(Context ctx) {
        Words words = desk.words(ctx);
        ImmutableListMultimap.Builder<String, String> values = ImmutableListMultimap.builder();
        for (String name : new String[] {"login", "name"}) {
            values.put(name, Strings.nullToEmpty(ctx.formParam(name)).strip());
        }
        Typed typed = Typed.of(values.build());
        Map<String, String> wrong = new LinkedHashMap<>();
        Optional<Login> login = Newcomers.login(words, typed, wrong);
        if (!wrong.isEmpty() || login.isEmpty()) {
            show(ctx, 422, typed.with(wrong), Optional.empty());
            return;
        }
        Invited invited = operators.invite(actor(ctx), login.get(), typed.value("name"));
        show(ctx, 200, NOTHING, invited.link().map(secret -> Newcomers.address(ctx, words, secret)));
    }

    private void appoint(Context ctx) {
        Words words = desk.words(ctx);
        try {
            operators.appoint(actor(ctx), account(ctx), "true".equals(ctx.formParam("operator")));
            ctx.redirect("/" + words.lang() + "/operators", HttpStatus.SEE_OTHER);
        } catch (RuleViolationException lastOperator) {
            Typed told = NOTHING.with(ImmutableMap.of("account", words.t("violation.account.last-operator")));
            show(ctx, 422, told, Optional.empty());
        }
    }

    private static AccountId account(Context ctx) {
        try {
            return new AccountId(UUID.fromString(Strings.nullToEmpty(ctx.formParam("account"))));
        } catch (IllegalArgumentException notAnId) {
            return new AccountId(NOBODY);
        }
    }

    private void show(Context ctx, int status, Typed typed, Optional<String> link) {
        Words words = desk.words(ctx);
        Optional<Login> after = Query.of(ctx, "after").one("after").map(OperatorPages::after);
        ImmutableList<Member> found = operators.accounts(actor(ctx), after, ROWS + 1);
        ImmutableList<Member> shown = found.subList(0, Math.min(ROWS, found.size()));
        ImmutableList<OperatorsPage.Row> rows = shown.stream()
                .map(member -> new OperatorsPage.Row(
                        member.id().toString(),
                        member.name(),
                        member.login().value(),
                        words.label(member.state()),
                        member.operator()))
                .collect(toImmutableList());
        Frame frame = desk.frame(ctx, words.t("operators.title"));
        String address = frame.page("operators");
        Optional<String> next = found.size() > ROWS
                ? Optional.of(address + "?after="
                        + Links.escape(shown.getLast().login().value()))
                : Optional.empty();
        desk.answer(ctx, status, "operators", new OperatorsPage(frame, address, rows, next, typed, link));
        ctx.header("Cache-Control", "no-store");
    }

    private static Login after(String text) {
        try {
            return Login.parse(text);
        } catch (IllegalArgumentException notALogin) {
            throw Desk.unknown("after", text);
        }
    }
}
