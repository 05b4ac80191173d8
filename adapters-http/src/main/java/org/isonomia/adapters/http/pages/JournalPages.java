package org.isonomia.adapters.http.pages;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpStatus;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.isonomia.adapters.http.routing.Access;
import org.isonomia.adapters.http.routing.Callers;
import org.isonomia.adapters.http.routing.GuardedRoutes;
import org.isonomia.adapters.http.routing.Json;
import org.isonomia.adapters.http.routing.Query;
import org.isonomia.application.access.UseCase;
import org.isonomia.application.document.CanonicalJson;
import org.isonomia.application.document.Node;
import org.isonomia.application.history.Journal;
import org.isonomia.application.history.JournalDocuments;
import org.isonomia.application.history.Journals;
import org.isonomia.application.plan.PlanReading.OrganisationPlans;
import org.isonomia.application.plan.PlanUseCases;
import org.isonomia.application.plan.Undoing;
import org.isonomia.application.spi.ForbiddenException;
import org.isonomia.application.spi.JournalRepository;
import org.isonomia.application.spi.JournalRepository.Page;
import org.isonomia.application.spi.JournalRepository.Payload;
import org.isonomia.application.spi.JournalRepository.Recorded;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.Organisation;

/** Answers for the journal of an organisation. */
final class JournalPages {

    private static final int ROWS = 50;

    private final Desk desk;
    private final PlanUseCases plans;
    private final Journals journals;

    JournalPages(Desk desk, PlanUseCases plans, Journals journals) {
        this.desk = desk;
        this.plans = plans;
        this.journals = journals;
    }

    void register(GuardedRoutes routes, String root) {
        routes.get(root + "/{organisation}/journal", Access.to(UseCase.READ_JOURNAL), this::journal);
        routes.post(root + "/{organisation}/journal/{sequence}/undo", Access.to(UseCase.READ_JOURNAL), this::undo);
        routes.getLive(root + "/{organisation}/journal/export", Access.to(UseCase.READ_JOURNAL), this::export);
    }

    /** Undoes a change and shows the journal, which then begins with that. */
    private void undo(Context ctx) {
        if (!desk.sessions().isGenuine(ctx)) {
            throw new ForbiddenResponse();
        }
        Code code = Desk.code(ctx, "organisation");
        String sequence = ctx.pathParam("sequence");
        if (!sequence.matches("[1-9][0-9]{0,17}")) {
            throw new NotFoundException("sequence is not a number from 1, so no entry has it");
        }
        Recorded recorded = journals.by(Callers.of(ctx)).entry(code, Long.parseLong(sequence));
        plans.by(Callers.of(ctx))
                .undoing()
                .undo(
                        code,
                        recorded.entry().sequence(),
                        recorded.payload().flatMap(JournalPages::mapping).orElse(Node.mapping(Map.of())),
                        Optional.empty());
        ctx.redirect("/" + desk.words(ctx).lang() + "/" + code + "/journal", HttpStatus.SEE_OTHER);
    }

    /** Every entry, as {@code journal verify} takes them; sent while it is read, for it may be large. */
    private void export(Context ctx) throws IOException {
        Query.of(ctx);
        Code code = Desk.code(ctx, "organisation");
        Journal journal = journals.by(Callers.of(ctx));
        // Whoever may not read it is refused before anything is sent.
        Page unused = journal.page(code, JournalRepository.Query.latest(1));
        ctx.header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"journal-" + code + ".jsonl\"")
                .contentType("application/jsonl");
        try (PrintWriter lines = new PrintWriter(
                new BufferedWriter(new OutputStreamWriter(ctx.res().getOutputStream(), UTF_8)))) {
            journal.export(code, entry -> lines.print(JournalDocuments.line(entry) + "\n"));
        }
    }

    private void journal(Context ctx) {
        Query query = Query.of(ctx, "subject", "from", "before");
        Words words = desk.words(ctx);
        Code code = Desk.code(ctx, "organisation");
        Optional<String> subject = query.one("subject").filter(text -> !text.isEmpty());
        Optional<LocalDate> since = since(query);
        Organisation organisation = organisation(ctx, code);
        Optional<Instant> from =
                since.map(day -> day.atStartOfDay(organisation.timeZone()).toInstant());
        Page page = journals.by(Callers.of(ctx))
                .page(
                        code,
                        new JournalRepository.Query(
                                subject, Optional.empty(), from, Optional.empty(), before(query), ROWS));
        String address = ctx.path();
        Undoing undoing = plans.by(Callers.of(ctx)).undoing();
        ImmutableList<JournalPage.Row> rows = page.entries().stream()
                .map(recorded -> row(
                        words,
                        organisation,
                        address,
                        recorded,
                        undoing.undoes(recorded.entry().subject())))
                .collect(toImmutableList());
        Optional<String> next =
                page.more() ? Optional.of(next(address, subject, since, rows.getLast())) : Optional.empty();
        desk.answer(
                ctx,
                200,
                "journal",
                new JournalPage(
                        frame(ctx, words, organisation),
                        organisation.language().getLanguage(),
                        address,
                        subject,
                        since,
                        rows,
                        next));
    }

    private Frame frame(Context ctx, Words words, Organisation organisation) {
        return desk.frame(
                ctx,
                words.t("journal.title"),
                ImmutableList.of(
                        Crumb.to(organisation.name(), "/" + words.lang() + "/" + organisation.code()),
                        Crumb.here(words.t("journal.title"))));
    }

    private static String next(
            String address, Optional<String> subject, Optional<LocalDate> since, JournalPage.Row last) {
        return address + "?"
                + subject.map(of -> "subject=" + Links.escape(of) + "&").orElse("")
                + since.map(day -> "from=" + day + "&").orElse("")
                + "before=" + last.sequence();
    }

    private static Optional<LocalDate> since(Query query) {
        return query.one("from").filter(text -> !text.isEmpty()).map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException notADay) {
                throw Desk.unknown("from", text);
            }
        });
    }

    /**
     * Who changed a thing lately, the latest first.
     *
     * @param subject what, as the journal calls it
     * @param count how many changes; fewer if there are fewer, none if the caller may not read the journal
     */
    ImmutableList<JournalPage.Row> latest(Context ctx, Organisation organisation, String subject, int count) {
        Words words = desk.words(ctx);
        try {
            return journals
                    .by(Callers.of(ctx))
                    .page(
                            organisation.code(),
                            JournalRepository.Query.latest(count).about(subject))
                    .entries()
                    .stream()
                    .map(recorded -> row(
                            words,
                            organisation,
                            "/" + words.lang() + "/" + organisation.code() + "/journal",
                            recorded,
                            false))
                    .collect(toImmutableList());
        } catch (ForbiddenException notForEverybody) {
            return ImmutableList.of();
        }
    }

    private static Optional<Long> before(Query query) {
        return query.one("before").map(text -> {
            if (!text.matches("[1-9][0-9]{0,17}")) {
                throw Desk.unknown("before", text);
            }
            return Long.parseLong(text);
        });
    }

    private Organisation organisation(Context ctx, Code code) {
        return plans.by(Callers.of(ctx)).reading().organisations().stream()
                .map(OrganisationPlans::organisation)
                .filter(known -> known.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("no organisation has this code: " + code));
    }

    private static JournalPage.Row row(
            Words words, Organisation organisation, String address, Recorded recorded, boolean undoable) {
        String subject = recorded.entry().subject().path();
        String useCase = recorded.entry().useCase();
        Optional<Node.Mapping> payload = recorded.payload().flatMap(JournalPages::mapping);
        return new JournalPage.Row(
                recorded.entry().sequence(),
                recorded.entry().time().toString(),
                words.moment(LocalDateTime.ofInstant(recorded.entry().time(), organisation.timeZone())),
                words.find("journal.did." + useCase).orElse(useCase),
                subject,
                address + "?subject=" + Links.escape(subject),
                payload.flatMap(whole -> text(whole, "actor")),
                payload.flatMap(whole -> text(whole, "reason")),
                payload.map(JournalPages::changes).orElse(ImmutableList.of()),
                undoable);
    }

    private static Optional<Node.Mapping> mapping(Payload payload) {
        return Json.read(payload.text().getBytes(UTF_8)) instanceof Node.Mapping mapping
                ? Optional.of(mapping)
                : Optional.empty();
    }

    private static ImmutableList<JournalPage.Change> changes(Node.Mapping payload) {
        Node.Mapping before = part(payload, "before");
        Node.Mapping after = part(payload, "after");
        return Sets.union(before.entries().keySet(), after.entries().keySet()).stream()
                .sorted()
                .map(name -> new JournalPage.Change(name, text(before, name), text(after, name)))
                .collect(toImmutableList());
    }

    private static Node.Mapping part(Node.Mapping payload, String name) {
        return payload.get(name)
                .filter(Node.Mapping.class::isInstance)
                .map(Node.Mapping.class::cast)
                .orElse(Node.mapping(Map.of()));
    }

    private static Optional<String> text(Node.Mapping members, String name) {
        return members.get(name)
                .map(node -> node instanceof Node.Scalar scalar ? scalar.text() : CanonicalJson.write(node));
    }
}
