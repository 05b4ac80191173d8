package org.isonomia.adapters.http.pages;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import org.isonomia.adapters.http.pages.AccountPage.Factor;
import org.isonomia.adapters.http.pages.AccountPage.SessionRow;
import org.isonomia.adapters.http.routing.Access;
import org.isonomia.adapters.http.routing.GuardedRoutes;
import org.isonomia.application.identity.Caller;
import org.isonomia.application.identity.IdentityUseCases;
import org.isonomia.application.identity.Outcome;
import org.isonomia.application.identity.OwnAccount.PasswordChange;
import org.isonomia.application.identity.SecondFactors.Enrolled;
import org.isonomia.application.identity.SecondFactors.Enrolment;
import org.isonomia.domain.identity.Password;
import org.isonomia.domain.identity.Session;
import org.isonomia.domain.kernel.RuleViolationException;

/** Answers for what everybody does with their own account: sessions, password, second factor. */
final class AccountPages {

    private final Desk desk;
    private final Entrance entrance;
    private final IdentityUseCases identity;

    AccountPages(Desk desk, Entrance entrance) {
        this.desk = desk;
        this.entrance = entrance;
        this.identity = entrance.identity();
    }

    void register(GuardedRoutes routes, String root) {
        String account = root + "/account";
        routes.getLive(
                account,
                Access.PUBLIC,
                Desk.bare(ctx -> show(ctx, 200, entrance.session(ctx), nothing(entrance.session(ctx)), Told.NOTHING)));
        routes.post(account + "/sessions/end", Access.PUBLIC, Desk.bare(this::end));
        routes.post(account + "/sessions/others", Access.PUBLIC, Desk.bare(this::endOthers));
        routes.post(account + "/sessions/all", Access.PUBLIC, Desk.bare(this::endAll));
        routes.post(account + "/password", Access.PUBLIC, Desk.bare(this::changePassword));
        routes.post(account + "/second-factor", Access.PUBLIC, Desk.bare(this::beginFactor));
        routes.post(account + "/second-factor/finish", Access.PUBLIC, Desk.bare(this::finishFactor));
        routes.post(account + "/second-factor/remove", Access.PUBLIC, Desk.bare(this::removeFactor));
    }

    /** What is told beside the state of the account. */
    private record Told(Optional<String> field, String word) {
        static final Told NOTHING = new Told(Optional.empty(), "");

        static Told done(String word) {
            return new Told(Optional.empty(), word);
        }

        static Told wrong(String field, String word) {
            return new Told(Optional.of(field), word);
        }
    }

    private static Factor factor(
            Caller caller, Optional<Enrolment> enrolment, boolean awaits, ImmutableList<String> codes) {
        boolean inUse = caller.session().map(Session::secondFactor).orElse(false);
        return new Factor(inUse, caller.lacksSecondFactor(), enrolment, awaits, codes);
    }

    private void end(Context ctx) {
        Caller caller = entrance.own(ctx);
        String id = Strings.nullToEmpty(ctx.formParam("session"));
        identity.own().sessions(caller).stream()
                .filter(session -> session.id().toString().equals(id))
                .forEach(session -> identity.own().end(caller, session.id()));
        back(ctx);
    }

    private void endOthers(Context ctx) {
        identity.own().endOthers(entrance.own(ctx));
        back(ctx);
    }

    private void endAll(Context ctx) {
        identity.own().endAll(entrance.own(ctx));
        leave(ctx);
    }

    private void leave(Context ctx) {
        desk.sessions().end(ctx);
        ctx.redirect("/" + desk.words(ctx).lang() + "/sign-in", HttpStatus.SEE_OTHER);
    }

    private void back(Context ctx) {
        ctx.redirect("/" + desk.words(ctx).lang() + "/account", HttpStatus.SEE_OTHER);
    }

    private void changePassword(Context ctx) {
        Caller caller = entrance.own(ctx);
        Words words = desk.words(ctx);
        Password replacement = Entrance.password(ctx, "replacement");
        if (!replacement.equals(Entrance.password(ctx, "again"))) {
            show(ctx, 422, caller, nothing(entrance.own(ctx)), Told.wrong("again", words.t("invitation.differs")));
            return;
        }
        try {
            Outcome outcome = entrance.kept(
                    ctx,
                    identity.own()
                            .changePassword(
                                    caller,
                                    new PasswordChange(Entrance.password(ctx, "current"), replacement, true),
                                    Entrance.client(ctx)));
            proved(ctx, outcome, "current", words.t("account.password.done"));
        } catch (RuleViolationException refused) {
            String problem = EditRefusals.byField(words, Typed.of(ImmutableListMultimap.of()), refused.violations())
                    .values()
                    .iterator()
                    .next();
            show(ctx, 422, caller, nothing(entrance.own(ctx)), Told.wrong("replacement", problem));
        }
    }

    private void proved(Context ctx, Outcome outcome, String field, String done) {
        Words words = desk.words(ctx);
        if (outcome instanceof Outcome.SignedIn) {
            show(ctx, 200, desk.sessions().caller(ctx), nothing(desk.sessions().caller(ctx)), Told.done(done));
        } else {
            String problem = outcome instanceof Outcome.Throttled
                    ? words.t("signin.throttled")
                    : words.t("account.password.wrong");
            show(
                    ctx,
                    entrance.status(ctx, outcome),
                    entrance.own(ctx),
                    nothing(entrance.own(ctx)),
                    Told.wrong(field, problem));
        }
    }

    private static Factor nothing(Caller caller) {
        return factor(caller, Optional.empty(), false, ImmutableList.of());
    }

    private void beginFactor(Context ctx) {
        Caller caller = entrance.own(ctx);
        Enrolment enrolment = identity.secondFactors().begin(caller);
        show(ctx, 200, caller, factor(caller, Optional.of(enrolment), true, ImmutableList.of()), Told.NOTHING);
    }

    private void finishFactor(Context ctx) {
        Caller caller = entrance.own(ctx);
        String code = Strings.nullToEmpty(ctx.formParam("code")).replace(" ", "");
        try {
            Enrolled enrolled = identity.secondFactors().finish(caller, code);
            desk.sessions().put(ctx, enrolled.secret().value());
            Caller now = desk.sessions().caller(ctx);
            show(
                    ctx,
                    200,
                    now,
                    factor(now, Optional.empty(), false, enrolled.recoveryCodes()),
                    Told.done(desk.words(ctx).t("account.factor.done")));
        } catch (RuleViolationException wrong) {
            Factor again = factor(caller, Optional.empty(), true, ImmutableList.of());
            show(ctx, 422, caller, again, Told.wrong("code", desk.words(ctx).t("account.factor.wrong")));
        }
    }

    private void removeFactor(Context ctx) {
        identity.secondFactors().remove(entrance.own(ctx));
        leave(ctx);
    }

    private void show(Context ctx, int status, Caller caller, Factor factor, Told told) {
        Words words = desk.words(ctx);
        Optional<String> done =
                told.field().isEmpty() && !told.word().isEmpty() ? Optional.of(told.word()) : Optional.empty();
        Typed typed = Typed.of(ImmutableListMultimap.of())
                .with(told.field()
                        .map(field -> ImmutableMap.of(field, told.word()))
                        .orElse(ImmutableMap.of()));
        Session current = caller.session().orElseThrow();
        ImmutableList<SessionRow> rows = identity.own().sessions(caller).stream()
                .map(session -> new SessionRow(
                        session.id().toString(),
                        session.device(),
                        words.instant(session.created()),
                        words.instant(session.lastSeen()),
                        session.id().equals(current.id())))
                .collect(toImmutableList());
        desk.answer(
                ctx,
                status,
                "account",
                new AccountPage(desk.frame(ctx, words.t("account.title")), rows, factor, typed, done));
        ctx.header("Cache-Control", "no-store");
    }
}
