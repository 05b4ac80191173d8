package org.isonomia.adapters.http.pages;

import static com.google.common.base.Strings.isNullOrEmpty;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Optional;
import java.util.regex.Pattern;
import org.isonomia.adapters.http.pages.SignInPage.Step;
import org.isonomia.adapters.http.routing.SameOrigin;
import org.isonomia.application.identity.Outcome;

/**
 * Keeps what was typed into a form whose session ended meanwhile. The page to sign in carries the fields; it is sent to the
 * address of the form, which opens a session and shows the form again. Nothing is changed before somebody confirms it there.
 */
record Reentry(Desk desk, Entrance entrance) {

    private static final Pattern FORM = Pattern.compile("/(fr|en)/[^/]+/[^/]+/actions/[^/]+/edit/[a-z]+");
    private static final String OUTCOME = "isonomia.outcome";

    /** What the form to sign in adds to what was typed. */
    static final ImmutableSet<String> OURS =
            ImmutableSet.of("csrf", "once", "resume", "login", "password", "code", "restart");

    /** Whether there is something to keep. Forms of other sites are not filled in here. */
    boolean applies(Context ctx) {
        return ctx.method().equals(HandlerType.POST)
                && FORM.matcher(ctx.path()).matches()
                && ctx.formParam("version") != null
                && SameOrigin.affirmed(ctx);
    }

    /** Opens a session for somebody who proves along with what was typed who they are. */
    boolean signIn(Context ctx) {
        if (!applies(ctx) || ctx.formParam("restart") != null) {
            return false;
        }
        Outcome outcome;
        if (!isNullOrEmpty(ctx.formParam("code"))) {
            outcome = entrance.byCode(ctx);
        } else if (!isNullOrEmpty(ctx.formParam("password"))) {
            outcome = entrance.byPassword(ctx);
        } else {
            return false;
        }
        ctx.attribute(OUTCOME, outcome);
        return outcome instanceof Outcome.SignedIn;
    }

    /** Asks who it is, with what was typed in hand. */
    void ask(Context ctx, int status) {
        Words words = desk.words(ctx);
        Visitor visitor = desk.sessions().visitor(ctx);
        Optional<Outcome> outcome = Optional.ofNullable(ctx.attribute(OUTCOME));
        boolean code =
                outcome.map(known -> known instanceof Outcome.SecondFactorDue).orElse(false)
                        || (outcome.isPresent() && !isNullOrEmpty(ctx.formParam("code")));
        Step step = code ? Step.CODE : Step.PASSWORD;
        desk.answer(
                ctx,
                outcome.filter(known -> known instanceof Outcome.Throttled)
                        .map(known -> entrance.status(ctx, known))
                        .orElse(status),
                "signin",
                new SignInPage(
                        desk.frame(ctx, words.t(visitor.signedIn() ? "signin.other" : "signin.ended")),
                        words.t("signin.kept"),
                        ctx.path(),
                        fields(ctx, visitor),
                        visitor.signedIn() ? Step.RESUME : step,
                        Strings.nullToEmpty(ctx.formParam("login")),
                        outcome.flatMap(known -> Entrance.problem(words, known, code)),
                        ImmutableList.of()));
        ctx.header("Cache-Control", "no-store");
    }

    private static ImmutableList<Badge> fields(Context ctx, Visitor visitor) {
        ImmutableList.Builder<Badge> fields = ImmutableList.builder();
        ctx.formParamMap().forEach((name, values) -> {
            if (!OURS.contains(name)) {
                values.forEach(value -> fields.add(new Badge(name, value)));
            }
        });
        fields.add(new Badge("resume", "1"));
        if (visitor.signedIn()) {
            fields.add(new Badge("csrf", visitor.csrf()));
        }
        return fields.build();
    }
}
