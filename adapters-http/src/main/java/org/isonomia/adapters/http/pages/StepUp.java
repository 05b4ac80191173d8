package org.isonomia.adapters.http.pages;

import static com.google.common.base.Strings.isNullOrEmpty;

import com.google.common.base.CharMatcher;
import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import org.isonomia.adapters.http.routing.Access;
import org.isonomia.adapters.http.routing.GuardedRoutes;
import org.isonomia.application.identity.Caller;
import org.isonomia.application.identity.Outcome;
import org.isonomia.domain.identity.Session;

/**
 * Has somebody prove again who they are where they are refused because the last proof is too old, and then goes on with what
 * they asked for: nothing typed is lost. Pages need not know of it.
 */
record StepUp(Desk desk, Entrance entrance) {

    private static final String PASSWORD = "proof";
    private static final String CODE = "proof-code";
    private static final String BACK = "back";
    private static final String OUTCOME = "isonomia.proof";
    private static final ImmutableSet<String> OURS = ImmutableSet.of("csrf", PASSWORD, CODE);

    void register(GuardedRoutes routes, String root) {
        routes.post(root + "/account/confirm", Access.PUBLIC, Desk.bare(this::confirm));
    }

    /** Takes the proof that came along with a form of ours, if there is one and it is needed. */
    void prove(Context ctx) {
        if (!ctx.method().equals(HandlerType.POST)
                || isNullOrEmpty(ctx.formParam(PASSWORD))
                || ctx.attribute(OUTCOME) != null
                || !desk.sessions().isGenuine(ctx)
                || desk.sessions().caller(ctx).fresh()) {
            return;
        }
        Optional<String> code = Optional.of(
                        CharMatcher.whitespace().removeFrom(Strings.nullToEmpty(ctx.formParam(CODE))))
                .filter(typed -> !typed.isEmpty());
        ctx.attribute(
                OUTCOME,
                entrance.kept(
                        ctx,
                        entrance.identity()
                                .own()
                                .confirm(
                                        desk.sessions().caller(ctx),
                                        Entrance.password(ctx, PASSWORD),
                                        code,
                                        Entrance.client(ctx))));
    }

    /** Whether a refusal may be owed to a proof that is too old. */
    boolean applies(Context ctx) {
        Caller caller = desk.sessions().caller(ctx);
        boolean own = ctx.path().matches("/(fr|en)/account(/.*)?");
        return caller.session().isPresent()
                && !caller.fresh()
                && (own || !caller.afterConfirmation().isEmpty())
                && (!ctx.method().equals(HandlerType.POST) || desk.sessions().isGenuine(ctx));
    }

    private void confirm(Context ctx) {
        if (entrance.own(ctx).fresh()) {
            String back = SignInPages.ownPath(ctx.formParam(BACK));
            ctx.header("Cache-Control", "no-store");
            ctx.redirect(back.isEmpty() ? "/" + desk.words(ctx).lang() + "/account" : back, HttpStatus.SEE_OTHER);
        } else {
            ask(ctx);
        }
    }

    /** Asks for the proof, with what was asked for in hand. */
    void ask(Context ctx) {
        Words words = desk.words(ctx);
        boolean form = ctx.method().equals(HandlerType.POST);
        Optional<Outcome> outcome = Optional.ofNullable(ctx.attribute(OUTCOME));
        ImmutableList.Builder<Badge> fields = ImmutableList.builder();
        fields.add(new Badge("csrf", desk.sessions().visitor(ctx).csrf()));
        if (form) {
            ctx.formParamMap().forEach((name, values) -> {
                if (!OURS.contains(name)) {
                    values.forEach(value -> fields.add(new Badge(name, value)));
                }
            });
        } else {
            fields.add(new Badge(BACK, ctx.path()));
        }
        Typed typed = Typed.of(ImmutableListMultimap.of())
                .with(outcome.map(known -> ImmutableMap.of(
                                PASSWORD,
                                words.t(
                                        known instanceof Outcome.Throttled
                                                ? "signin.throttled"
                                                : "account.password.wrong")))
                        .orElse(ImmutableMap.of()));
        Frame frame = desk.frame(ctx, words.t("confirm.title"));
        desk.answer(
                ctx,
                outcome.map(known -> entrance.status(ctx, known)).orElse(403),
                "confirm",
                new ConfirmPage(
                        frame,
                        form ? ctx.path() : frame.page("account/confirm"),
                        fields.build(),
                        desk.sessions()
                                .caller(ctx)
                                .session()
                                .map(Session::secondFactor)
                                .orElse(false),
                        typed));
        ctx.header("Cache-Control", "no-store");
    }
}
