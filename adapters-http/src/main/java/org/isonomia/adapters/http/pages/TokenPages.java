package org.isonomia.adapters.http.pages;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.Ints;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isonomia.adapters.http.routing.Access;
import org.isonomia.adapters.http.routing.GuardedRoutes;
import org.isonomia.application.identity.ApiTokens;
import org.isonomia.application.identity.Caller;
import org.isonomia.domain.access.Permission;
import org.isonomia.domain.identity.ApiToken;
import org.isonomia.domain.kernel.RuleViolationException;
import org.isonomia.domain.kernel.Texts;
import org.isonomia.domain.kernel.Violation;

/** Answers for the tokens that somebody makes for programs. */
final class TokenPages {

    private static final String NAME = "name";
    private static final String SCOPE = "scope";
    private static final String DAYS = "days";
    private static final String USUAL_DAYS = "90";

    private final Desk desk;
    private final Entrance entrance;
    private final ApiTokens tokens;

    TokenPages(Desk desk, Entrance entrance) {
        this.desk = desk;
        this.entrance = entrance;
        this.tokens = entrance.identity().tokens();
    }

    void register(GuardedRoutes routes, String root) {
        String page = root + "/account/tokens";
        routes.getLive(
                page,
                Access.PUBLIC,
                Desk.bare(
                        ctx -> show(ctx, 200, Typed.of(ImmutableListMultimap.of(DAYS, USUAL_DAYS)), Optional.empty())));
        routes.post(page, Access.PUBLIC, Desk.bare(this::create));
        routes.post(page + "/revoke", Access.PUBLIC, Desk.bare(this::revoke));
    }

    private void create(Context ctx) {
        Caller caller = entrance.own(ctx);
        Words words = desk.words(ctx);
        Typed typed = typed(ctx);
        Map<String, String> wrong = new LinkedHashMap<>();
        Optional<ApiTokens.Request> request = request(words, caller, typed, wrong);
        if (request.isEmpty()) {
            show(ctx, 422, typed.with(wrong), Optional.empty());
            return;
        }
        try {
            ApiTokens.Created created = tokens.create(caller, request.get());
            show(
                    ctx,
                    200,
                    Typed.of(ImmutableListMultimap.of(DAYS, USUAL_DAYS)),
                    Optional.of(created.secret().value()));
        } catch (RuleViolationException refused) {
            for (Violation violation : refused.violations()) {
                String field = switch (violation.code().value()) {
                    case "token.too-much" -> SCOPE;
                    case "token.too-long" -> DAYS;
                    default -> NAME;
                };
                wrong.put(
                        field,
                        words.find("violation." + violation.code().value()).orElseGet(violation::message));
            }
            show(ctx, 422, typed.with(wrong), Optional.empty());
        }
    }

    private static Typed typed(Context ctx) {
        ImmutableListMultimap.Builder<String, String> values = ImmutableListMultimap.builder();
        values.put(NAME, Strings.nullToEmpty(ctx.formParam(NAME)).strip());
        values.put(DAYS, Strings.nullToEmpty(ctx.formParam(DAYS)).strip());
        values.putAll(SCOPE, ctx.formParams(SCOPE));
        return Typed.of(values.build());
    }

    private static Optional<ApiTokens.Request> request(
            Words words, Caller caller, Typed typed, Map<String, String> wrong) {
        try {
            Texts.checkTitle(typed.value(NAME), NAME);
        } catch (IllegalArgumentException notAName) {
            wrong.put(NAME, words.t("form.required"));
        }
        List<String> asked = typed.all(SCOPE);
        ImmutableSet<Permission> permissions = offered(caller).stream()
                .filter(permission -> asked.contains(permission.word()))
                .collect(toImmutableSet());
        if (permissions.isEmpty()) {
            wrong.put(SCOPE, words.t("tokens.scope.none"));
        }
        Integer days = Ints.tryParse(typed.value(DAYS));
        if (days == null || days < 1) {
            wrong.put(DAYS, words.t("tokens.days.wrong"));
        }
        return wrong.isEmpty() && days != null
                ? Optional.of(new ApiTokens.Request(typed.value(NAME), permissions, Duration.ofDays(days)))
                : Optional.empty();
    }

    /** What their roles permit beyond what everybody may. */
    private static ImmutableList<Permission> offered(Caller caller) {
        return caller.actor().grants().stream()
                .flatMap(grant -> grant.role().permissions().stream())
                .filter(permission -> permission != Permission.READ_PUBLIC)
                .distinct()
                .sorted()
                .collect(toImmutableList());
    }

    private void revoke(Context ctx) {
        Caller caller = entrance.own(ctx);
        String id = Strings.nullToEmpty(ctx.formParam("token"));
        tokens.list(caller).stream()
                .filter(token -> token.id().toString().equals(id))
                .forEach(token -> tokens.revoke(caller, token.id()));
        ctx.redirect("/" + desk.words(ctx).lang() + "/account/tokens", HttpStatus.SEE_OTHER);
    }

    private void show(Context ctx, int status, Typed typed, Optional<String> secret) {
        Caller caller = entrance.session(ctx);
        Words words = desk.words(ctx);
        Instant now = desk.settings().clock().instant();
        ImmutableList<TokensPage.Row> rows = tokens.list(caller).stream()
                .map(token -> row(words, token, now))
                .collect(toImmutableList());
        ImmutableList<Badge> scopes = offered(caller).stream()
                .map(permission -> new Badge(words.label(permission), permission.word()))
                .collect(toImmutableList());
        Frame frame = desk.frame(
                ctx,
                words.t("tokens.title"),
                ImmutableList.of(
                        Crumb.to(words.t("account.title"), "/" + words.lang() + "/account"),
                        Crumb.here(words.t("tokens.title"))));
        desk.answer(ctx, status, "tokens", new TokensPage(frame, rows, scopes, typed, secret));
        ctx.header("Cache-Control", "no-store");
    }

    private static TokensPage.Row row(Words words, ApiToken token, Instant now) {
        return new TokensPage.Row(
                token.id().toString(),
                token.name(),
                token.permissions().stream().sorted().map(words::label).collect(toImmutableList()),
                words.instant(token.created()),
                words.instant(token.expires()),
                token.lastUsed().map(words::instant),
                !token.isOpen(now));
    }
}
