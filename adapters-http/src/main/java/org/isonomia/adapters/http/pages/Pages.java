package org.isonomia.adapters.http.pages;

import static java.util.Objects.requireNonNull;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import org.isonomia.adapters.http.routing.Access;
import org.isonomia.adapters.http.routing.GuardedRoutes;
import org.isonomia.application.history.Journals;
import org.isonomia.application.identity.IdentityUseCases;
import org.isonomia.application.plan.PlanUseCases;
import org.isonomia.application.reference.ReferenceData;
import org.isonomia.application.spi.TableFormat;
import org.isonomia.domain.access.Actor;
import org.isonomia.domain.plan.HealthRule;

/** The pages, in French under {@code /fr} and in English under {@code /en}. */
public final class Pages {

    private static final ImmutableList<String> LANGUAGES = ImmutableList.of("fr", "en");

    private static final Pattern SLASHES = Pattern.compile("/(fr|en)(/[A-Za-z0-9._-]+)*/+");

    private final Desk desk;
    private final InfoPages info;
    private final PlanPages plans;
    private final ListPages lists;
    private final EditPages edits;
    private final Optional<JournalPages> journal;
    private final Reentry reentry;
    private final SignInPages signIn;
    private final InvitationPages invitations;
    private final AccountPages account;
    private final TokenPages tokens;
    private final StepUp stepUp;
    private final MemberPages members;
    private final OperatorPages operators;

    /**
     * What pages need beside the use cases.
     *
     * @param reference the names of criteria and domains
     * @param rule how health is judged
     * @param tables the notations lists can be had in
     * @param imprint who answers for the pages
     * @param places where communes are on the map
     * @param clock what time it is
     */
    public record Settings(
            ReferenceData reference,
            HealthRule rule,
            ImmutableList<TableFormat> tables,
            Imprint imprint,
            TilePlaces places,
            InstantSource clock) {
        public Settings {
            requireNonNull(reference, "reference");
            requireNonNull(rule, "rule");
            requireNonNull(tables, "tables");
            requireNonNull(imprint, "imprint");
            requireNonNull(places, "places");
            requireNonNull(clock, "clock");
        }
    }

    /** The pages over these use cases, without the journal. */
    Pages(PlanUseCases plans, IdentityUseCases identity, Settings settings) {
        this(plans, Optional.empty(), identity, settings);
    }

    /** The pages over these use cases. */
    public Pages(PlanUseCases plans, Journals journals, IdentityUseCases identity, Settings settings) {
        this(plans, Optional.of(journals), identity, settings);
    }

    private Pages(PlanUseCases plans, Optional<Journals> journals, IdentityUseCases identity, Settings settings) {
        desk = new Desk(settings, new Sessions(identity));
        Entrance entrance = new Entrance(desk, identity);
        reentry = new Reentry(desk, entrance);
        signIn = new SignInPages(desk, entrance);
        invitations = new InvitationPages(desk, entrance);
        account = new AccountPages(desk, entrance);
        tokens = new TokenPages(desk, entrance);
        stepUp = new StepUp(desk, entrance);
        members = new MemberPages(desk, identity.accounts());
        operators = new OperatorPages(desk, identity.operators());
        info = new InfoPages(desk, plans);
        this.plans = new PlanPages(desk, plans);
        lists = new ListPages(desk, plans);
        journal = journals.map(known -> new JournalPages(desk, plans, known));
        edits = new EditPages(desk, plans, journal);
    }

    /** Hangs up all pages. */
    public void register(GuardedRoutes routes) {
        routes.get("/", Access.PUBLIC, Desk.bare(ctx -> ctx.redirect("/" + Desk.preferred(ctx), HttpStatus.FOUND)));
        signIn.registerReturn(routes);
        for (String lang : LANGUAGES) {
            String root = "/" + lang;
            signIn.register(routes, root);
            invitations.register(routes, root);
            account.register(routes, root);
            tokens.register(routes, root);
            stepUp.register(routes, root);
            operators.register(routes, root);
            members.register(routes, root);
            info.register(routes, root);
            journal.ifPresent(pages -> pages.register(routes, root));
            plans.register(routes, root + "/{organisation}/{plan}");
            lists.register(routes, root + "/{organisation}/{plan}");
            edits.register(routes, root + "/{organisation}/{plan}");
        }
    }

    /** Who sent the request, if they signed in on a page. */
    public Optional<Actor> signedIn(Context ctx) {
        stepUp.prove(ctx);
        return desk.sessions()
                .caller(ctx)
                .session()
                .map(session -> desk.sessions().caller(ctx).actor());
    }

    /** Whether a form was sent from one of our pages by somebody who is signed in. */
    public boolean isGenuine(Context ctx) {
        return desk.sessions().isGenuine(ctx);
    }

    /**
     * Signs in who proves who they are along with a form whose session has ended.
     *
     * @return who it is, if there is a session now
     */
    public Optional<Actor> signIn(Context ctx) {
        return reentry.signIn(ctx) ? signedIn(ctx) : Optional.empty();
    }

    /**
     * Answers with the page for an error status. A slash too many at the end leads to the page without it; what was typed into
     * a form is kept where a session has ended, or where a proof of who asks is too old.
     */
    public void error(Context ctx, int status, String requestId) {
        if ((status == 401 || (status == 403 && !isGenuine(ctx))) && reentry.applies(ctx)) {
            reentry.ask(ctx, status);
        } else if (status == 403 && stepUp.applies(ctx)) {
            stepUp.ask(ctx);
        } else if (status == 404 && SLASHES.matcher(ctx.path()).matches()) {
            String query = ctx.queryString();
            String page = CharMatcher.is('/').trimTrailingFrom(ctx.path());
            ctx.status(HttpStatus.PERMANENT_REDIRECT).header("Location", query == null ? page : page + "?" + query);
        } else {
            answer(ctx, status, requestId);
        }
    }

    private void answer(Context ctx, int status, String requestId) {
        Words words = desk.words(ctx);
        String kind = switch (status) {
            case 400, 401, 403, 404, 412, 413, 415, 429, 503 -> Integer.toString(status);
            default -> status < 500 ? "400" : "500";
        };
        boolean signIn = status == 401 || status == 403;
        ErrorPage page = new ErrorPage(
                desk.frame(ctx, words.t("error." + kind + ".title")),
                status,
                words.t("error." + kind + ".detail"),
                words.t(signIn ? "layout.signin" : "error.home"),
                "/" + words.lang() + (signIn ? "/sign-in?back=" + Links.escape(ctx.path()) : ""),
                requestId);
        desk.answer(ctx, status, "error", page);
    }
}
