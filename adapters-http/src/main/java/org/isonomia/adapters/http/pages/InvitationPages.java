package org.isonomia.adapters.http.pages;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableListMultimap;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.isonomia.adapters.http.routing.Access;
import org.isonomia.adapters.http.routing.GuardedRoutes;
import org.isonomia.application.identity.Outcome;
import org.isonomia.application.identity.SignIn;
import org.isonomia.application.identity.SignIn.Invited;
import org.isonomia.application.identity.SignIn.Newcomer;
import org.isonomia.application.spi.DuplicateCodeException;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.domain.identity.Invitation;
import org.isonomia.domain.identity.Login;
import org.isonomia.domain.identity.Password;
import org.isonomia.domain.kernel.RuleViolationException;
import org.isonomia.domain.kernel.Texts;

/**
 * Answers for the links by which people choose a password. To look at one uses nothing up, so that a mail program that looks
 * first does no harm.
 */
final class InvitationPages {

    private final Desk desk;
    private final Entrance entrance;
    private final SignIn signIn;

    InvitationPages(Desk desk, Entrance entrance) {
        this.desk = desk;
        this.entrance = entrance;
        this.signIn = entrance.identity().signIn();
    }

    void register(GuardedRoutes routes, String root) {
        routes.getLive(root + "/invitation/{link}", Access.PUBLIC, Desk.bare(this::form));
        routes.post(root + "/invitation/{link}", Access.PUBLIC, Desk.bare(this::accept));
    }

    private void form(Context ctx) {
        Typed nothing = Typed.of(ImmutableListMultimap.of());
        signIn.invitation(ctx.pathParam("link"))
                .ifPresentOrElse(invited -> show(ctx, 200, invited, nothing), () -> dead(ctx));
    }

    private void accept(Context ctx) {
        Optional<Invited> found = signIn.invitation(ctx.pathParam("link"));
        if (found.isEmpty()) {
            dead(ctx);
            return;
        }
        Invited invited = found.get();
        ImmutableListMultimap.Builder<String, String> values = ImmutableListMultimap.builder();
        for (String name : new String[] {"login", "name"}) {
            values.put(name, Strings.nullToEmpty(ctx.formParam(name)).strip());
        }
        Typed typed = Typed.of(values.build());
        Map<String, String> wrong = new LinkedHashMap<>();
        Optional<Outcome> outcome = Optional.empty();
        try {
            outcome = attempt(ctx, invited, typed, wrong);
        } catch (RuleViolationException refused) {
            wrong.putAll(EditRefusals.byField(desk.words(ctx), typed, refused.violations()));
            Optional.ofNullable(wrong.remove("")).ifPresent(problem -> wrong.put("password", problem));
        } catch (DuplicateCodeException taken) {
            wrong.put("login", desk.words(ctx).t("invitation.taken"));
        } catch (NotFoundException gone) {
            dead(ctx);
            return;
        }
        if (outcome.isPresent()) {
            SignInPages.lead(
                    ctx, entrance.kept(ctx, outcome.get()), desk.words(ctx).lang(), "");
        } else {
            show(ctx, 422, invited, typed.with(wrong));
        }
    }

    /** What became of it; empty if something is wrong with what was typed. */
    private Optional<Outcome> attempt(Context ctx, Invited invited, Typed typed, Map<String, String> wrong) {
        Words words = desk.words(ctx);
        Optional<Newcomer> newcomer = isFirst(invited) ? newcomer(words, typed, wrong) : Optional.empty();
        Password password = Entrance.password(ctx, "password");
        if (!password.equals(Entrance.password(ctx, "again"))) {
            wrong.put("again", words.t("invitation.differs"));
        }
        if (!wrong.isEmpty()) {
            return Optional.empty();
        }
        String link = ctx.pathParam("link");
        return Optional.of(
                newcomer.isPresent()
                        ? signIn.acceptFirst(link, newcomer.get(), password, Entrance.client(ctx))
                        : signIn.accept(link, password, Entrance.client(ctx)));
    }

    private static Optional<Newcomer> newcomer(Words words, Typed typed, Map<String, String> wrong) {
        Optional<Login> login = Optional.empty();
        try {
            login = Optional.of(Login.parse(typed.value("login")));
        } catch (IllegalArgumentException notAnAddress) {
            wrong.put("login", words.t("invitation.login.wrong"));
        }
        try {
            Texts.checkTitle(typed.value("name"), "name");
        } catch (IllegalArgumentException notAName) {
            wrong.put("name", words.t("form.required"));
        }
        return wrong.isEmpty() ? login.map(known -> new Newcomer(known, typed.value("name"))) : Optional.empty();
    }

    private static boolean isFirst(Invited invited) {
        return invited.purpose() == Invitation.Purpose.FIRST_OPERATOR;
    }

    private void show(Context ctx, int status, Invited invited, Typed typed) {
        desk.answer(
                ctx,
                status,
                "invitation",
                new InvitationPage(
                        desk.frame(ctx, desk.words(ctx).t("invitation.title")),
                        ctx.path(),
                        isFirst(invited),
                        invited.login().map(Login::value),
                        invited.name(),
                        typed));
        secretAddress(ctx);
    }

    private void dead(Context ctx) {
        Words words = desk.words(ctx);
        desk.answer(
                ctx,
                404,
                "error",
                new ErrorPage(
                        desk.frame(ctx, words.t("invitation.dead.title")),
                        404,
                        words.t("invitation.dead.detail"),
                        words.t("layout.signin"),
                        "/" + words.lang() + "/sign-in",
                        ""));
        secretAddress(ctx);
    }

    /** The address is a secret: nobody keeps the answer, and no link tells where it was followed. */
    private static void secretAddress(Context ctx) {
        ctx.header("Cache-Control", "no-store");
        ctx.header("Referrer-Policy", "same-origin");
    }
}
