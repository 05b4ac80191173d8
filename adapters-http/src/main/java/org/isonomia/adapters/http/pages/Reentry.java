package org.isonomia.adapters.http.pages;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.isonomia.adapters.http.routing.SameOrigin;

/**
 * Keeps what was typed into a form whose session ended meanwhile. The page to sign in carries the fields; it is sent to the
 * address of the form, which opens a session and shows the form again. Nothing is changed before somebody confirms it there.
 */
record Reentry(Desk desk) {

    private static final Pattern FORM = Pattern.compile("/(fr|en)/[^/]+/[^/]+/actions/[^/]+/edit/[a-z]+");
    private static final ImmutableSet<String> OURS = ImmutableSet.of("csrf", "token", "resume");

    /** Whether there is something to keep. Forms of other sites are not filled in here. */
    boolean applies(Context ctx) {
        return ctx.method().equals(HandlerType.POST)
                && FORM.matcher(ctx.path()).matches()
                && ctx.formParam("version") != null
                && SameOrigin.affirmed(ctx);
    }

    /** Opens a session for somebody who sends a token along with what was typed. */
    boolean signIn(Context ctx, Predicate<String> token) {
        String given = token(ctx);
        if (!applies(ctx) || given.isEmpty() || !token.test(given)) {
            return false;
        }
        desk.sessions().begin(ctx);
        return true;
    }

    /** Asks who it is, with what was typed in hand. */
    void ask(Context ctx, int status) {
        Words words = desk.words(ctx);
        boolean known = desk.sessions().visitor(ctx).signedIn();
        ImmutableList.Builder<Badge> fields = ImmutableList.builder();
        ctx.formParamMap().forEach((name, values) -> {
            if (!OURS.contains(name)) {
                values.forEach(value -> fields.add(new Badge(name, value)));
            }
        });
        fields.add(new Badge("resume", "1"));
        if (known) {
            fields.add(new Badge("csrf", desk.sessions().visitor(ctx).csrf()));
        }
        desk.answer(
                ctx,
                status,
                "signin",
                new SignInPage(
                        desk.frame(ctx, words.t(known ? "signin.other" : "signin.ended")),
                        words.t("signin.kept"),
                        ctx.path(),
                        fields.build(),
                        !known,
                        !known && !token(ctx).isEmpty()));
        ctx.header("Cache-Control", "no-store");
    }

    private static String token(Context ctx) {
        return Strings.nullToEmpty(ctx.formParam("token")).strip();
    }
}
