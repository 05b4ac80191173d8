package org.isonomia.adapters.http.pages;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.primitives.Ints;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.isonomia.adapters.http.pages.EditForms.Section;
import org.isonomia.adapters.http.routing.Access;
import org.isonomia.adapters.http.routing.Callers;
import org.isonomia.adapters.http.routing.GuardedRoutes;
import org.isonomia.application.access.UseCase;
import org.isonomia.application.document.Node;
import org.isonomia.application.plan.PlanEditing;
import org.isonomia.application.plan.PlanExchange;
import org.isonomia.application.plan.PlanReading;
import org.isonomia.application.plan.PlanReading.ActionView;
import org.isonomia.application.plan.PlanUseCases;
import org.isonomia.application.spi.ForbiddenException;
import org.isonomia.application.spi.StaleAggregateException;
import org.isonomia.domain.access.Permission;
import org.isonomia.domain.access.Policy;
import org.isonomia.domain.kernel.RuleViolationException;
import org.isonomia.domain.network.DirectoryEntry.Directory;

/** Answers for the forms that change an action. */
final class EditPages {

    private final Desk desk;
    private static final int MOST_CHANGES = 20;

    private final PlanUseCases plans;
    private final Optional<JournalPages> journal;

    EditPages(Desk desk, PlanUseCases plans, Optional<JournalPages> journal) {
        this.desk = desk;
        this.plans = plans;
        this.journal = journal;
    }

    void register(GuardedRoutes routes, String plan) {
        for (Section section : Section.values()) {
            String path = plan + "/actions/{action}/edit/" + Links.wire(section);
            routes.get(path, Access.to(UseCase.CHANGE_ACTIONS), Desk.bare(ctx -> form(ctx, section)));
            routes.post(path, Access.to(UseCase.CHANGE_ACTIONS), ctx -> change(ctx, section));
        }
    }

    private void form(Context ctx, Section section) {
        ActionView seen = seen(ctx);
        refuseUnlessOffered(ctx, section, seen);
        Typed typed = Typed.of(EditForms.fill(section, seen.action(), seen.today()));
        show(ctx, 200, section, seen, seen.action().version(), typed);
    }

    private static void refuseUnlessOffered(Context ctx, Section section, ActionView seen) {
        if (!offered(ctx, section, seen)) {
            throw new ForbiddenException("only who may edit the plan can say who sees an action");
        }
    }

    /** Who may see an action is for those to say who edit the plan. */
    private static boolean offered(Context ctx, Section section, ActionView seen) {
        return section != Section.VISIBILITY
                || Policy.reach(
                                Callers.of(ctx).actor(),
                                Permission.EDIT_PLAN,
                                seen.organisation().id())
                        .everything();
    }

    /** What there is to edit, for who may: nobody else is shown a form whose sending would be refused. */
    private ActionView seen(Context ctx) {
        ActionView seen = reading(ctx).action(Desk.links(ctx, desk.words(ctx)).key(), Desk.code(ctx, "action"));
        if (Policy.reach(
                        Callers.of(ctx).actor(),
                        UseCase.CHANGE_ACTIONS.permission(),
                        seen.organisation().id())
                .isNothing()) {
            throw new ForbiddenException("no role of yours permits you to change actions here");
        }
        return seen;
    }

    private void change(Context ctx, Section section) {
        Words words = desk.words(ctx);
        Links links = Desk.links(ctx, words);
        ActionView seen = seen(ctx);
        refuseUnlessOffered(ctx, section, seen);
        Typed typed = typed(ctx);
        int version = version(ctx);
        if (ctx.formParam("resume") != null) {
            show(ctx, 200, section, seen, version, typed);
            return;
        }
        if (!desk.sessions().isGenuine(ctx)) {
            throw new ForbiddenResponse();
        }
        EditForms forms = new EditForms(words, typed);
        Node patch = forms.patch(
                section,
                PlanExchange.write(seen.action()),
                seen.today(),
                Callers.of(ctx).actor().name());
        if (!forms.errors().isEmpty()) {
            show(ctx, 422, section, seen, version, typed.with(forms.errors()));
            return;
        }
        try {
            plans.by(Callers.of(ctx))
                    .editing()
                    .changeActions(
                            links.key(),
                            ImmutableList.of(
                                    new PlanEditing.ActionEdit(seen.action().code(), OptionalInt.of(version), patch)),
                            DisclosureForm.amendment(section, typed, seen.today()));
            ctx.redirect(links.action(seen.action().code()), HttpStatus.SEE_OTHER);
        } catch (StaleAggregateException stale) {
            showStale(ctx, section, seen(ctx), version, typed);
        } catch (RuleViolationException refused) {
            Typed wrong = typed.with(EditRefusals.byField(words, typed, refused.violations()));
            show(ctx, 422, section, seen, version, wrong);
        }
    }

    private static int version(Context ctx) {
        return Optional.ofNullable(Ints.tryParse(
                        Optional.ofNullable(ctx.formParam("version")).orElse("")))
                .orElseThrow(() -> Desk.unknown("version", "none"));
    }

    private static Typed typed(Context ctx) {
        ImmutableListMultimap.Builder<String, String> values = ImmutableListMultimap.builder();
        ctx.formParamMap().forEach((name, given) -> {
            if (!name.equals("version") && !Reentry.OURS.contains(name)) {
                values.putAll(name, given);
            }
        });
        return Typed.of(values.build());
    }

    private void show(Context ctx, int status, Section section, ActionView seen, int version, Typed typed) {
        boolean people = section == Section.PEOPLE;
        desk.answer(
                ctx,
                status,
                "edit" + Links.wire(section),
                new EditPage(
                        frame(ctx, seen, "edit." + Links.wire(section)),
                        head(ctx, section, seen, version),
                        typed,
                        people ? entries(ctx, seen, Directory.PEOPLE) : ImmutableList.of(),
                        people ? entries(ctx, seen, Directory.PARTNERS) : ImmutableList.of(),
                        people ? entries(ctx, seen, Directory.UNITS) : ImmutableList.of()));
    }

    private ImmutableList<Badge> entries(Context ctx, ActionView seen, Directory directory) {
        return reading(ctx).directory(seen.organisation().code(), directory).stream()
                .map(stored ->
                        new Badge(stored.entry().label(), stored.entry().code().value()))
                .collect(toImmutableList());
    }

    private void showStale(Context ctx, Section section, ActionView now, int from, Typed typed) {
        Words words = desk.words(ctx);
        Typed stored = Typed.of(EditForms.stored(section, now.action(), now.today()));
        StaleLabels labels =
                new StaleLabels(words, section == Section.PEOPLE ? everybody(ctx, now) : ImmutableList.of());
        ImmutableList<StalePage.Difference> differences = Stream.concat(
                        stored.values().keySet().stream(), typed.values().keySet().stream())
                .distinct()
                .filter(name -> !name.equals("rows") && !name.endsWith("-code"))
                .map(name -> new StalePage.Difference(
                        labels.of(name), labels.values(name, stored), labels.values(name, typed)))
                .filter(difference ->
                        !difference.current().isEmpty() || !difference.mine().isEmpty())
                .collect(toImmutableList());
        desk.answer(
                ctx,
                412,
                "stale",
                new StalePage(
                        frame(ctx, now, "stale.title"),
                        head(ctx, section, now, now.action().version()),
                        from,
                        meanwhile(ctx, now, from),
                        differences,
                        typed.values().entries().stream()
                                .map(entry -> new Badge(entry.getKey(), entry.getValue()))
                                .collect(toImmutableList())));
    }

    /** Each change makes a version. */
    private ImmutableList<JournalPage.Row> meanwhile(Context ctx, ActionView now, int from) {
        int changes = Math.min(MOST_CHANGES, now.action().version() - from);
        String subject = Desk.links(ctx, desk.words(ctx)).subject(now.action().code());
        return journal.filter(known -> changes > 0)
                .map(known -> known.latest(ctx, now.organisation(), subject, changes))
                .orElse(ImmutableList.of());
    }

    private ImmutableList<Badge> everybody(Context ctx, ActionView seen) {
        return Stream.of(Directory.PEOPLE, Directory.PARTNERS, Directory.UNITS)
                .flatMap(directory -> entries(ctx, seen, directory).stream())
                .collect(toImmutableList());
    }

    private Frame frame(Context ctx, ActionView seen, String title) {
        Words words = desk.words(ctx);
        Links links = Desk.links(ctx, words);
        return desk.frame(
                ctx,
                new Frame.Owner(links, seen.organisation(), seen.plan()),
                "actions",
                words.t(title) + ", " + seen.action().code(),
                ImmutableList.of(
                        Crumb.to(words.t("nav.plan"), links.plan()),
                        Crumb.to(
                                seen.action().code().value(),
                                links.action(seen.action().code())),
                        Crumb.here(words.t("edit.title"))));
    }

    private FormHead head(Context ctx, Section current, ActionView seen, int version) {
        Words words = desk.words(ctx);
        Links links = Desk.links(ctx, words);
        return new FormHead(
                seen.action().code().value(),
                seen.action().content().profile().title(),
                links.edit(seen.action().code(), Links.wire(current)),
                links.action(seen.action().code()),
                version,
                Stream.of(Section.values())
                        .filter(section -> offered(ctx, section, seen))
                        .map(section -> new FormHead.Tab(
                                words.t("tab." + Links.wire(section)),
                                links.edit(seen.action().code(), Links.wire(section)),
                                section == current))
                        .collect(toImmutableList()));
    }

    private PlanReading reading(Context ctx) {
        return plans.by(Callers.of(ctx)).reading();
    }
}
