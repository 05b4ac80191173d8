package org.isonomia.adapters.http.api;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.isonomia.adapters.http.routing.Access;
import org.isonomia.adapters.http.routing.Callers;
import org.isonomia.adapters.http.routing.GuardedRoutes;
import org.isonomia.adapters.http.routing.Json;
import org.isonomia.adapters.http.routing.Query;
import org.isonomia.application.access.UseCase;
import org.isonomia.application.document.Node;
import org.isonomia.application.history.Journal;
import org.isonomia.application.history.Journal.Consistency;
import org.isonomia.application.history.Journal.Inclusion;
import org.isonomia.application.history.JournalDocuments;
import org.isonomia.application.history.Journals;
import org.isonomia.application.plan.AmendmentNote;
import org.isonomia.application.plan.PlanUseCases;
import org.isonomia.application.spi.JournalRepository;
import org.isonomia.application.spi.JournalRepository.Recorded;
import org.isonomia.application.spi.JournalRepository.SignedHead;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.domain.journal.Digest;
import org.isonomia.domain.kernel.Code;

/** The journal: entries for whoever may read them, heads and proofs for everybody. */
record JournalRoutes(Journals journals, PlanUseCases useCases) {

    private static final String JOURNAL = Api.ORGANISATION + "/journal";

    void register(GuardedRoutes routes) {
        routes.get(JOURNAL, Access.to(UseCase.READ_JOURNAL), this::list);
        routes.get(JOURNAL + "/head", Access.to(UseCase.READ_HEAD), this::head);
        routes.post(JOURNAL + "/heads", Access.to(UseCase.SIGN_HEAD), this::sign);
        routes.get(JOURNAL + "/proofs/inclusion", Access.to(UseCase.READ_HEAD), this::inclusion);
        routes.get(JOURNAL + "/proofs/consistency", Access.to(UseCase.READ_HEAD), this::consistency);
        routes.post(JOURNAL + "/{sequence}/undo", Access.to(UseCase.READ_JOURNAL), this::undo);
        routes.get(JOURNAL + "/{sequence}", Access.to(UseCase.READ_JOURNAL), this::view);
    }

    private Journal journal(Context ctx) {
        return journals.by(Callers.of(ctx));
    }

    private void list(Context ctx) {
        Query query = Query.of(ctx, "subject", "useCase", "from", "until", "before", "limit");
        JournalRepository.Page page = journal(ctx)
                .page(
                        Requests.code(ctx, "organisation"),
                        new JournalRepository.Query(
                                query.one("subject"),
                                query.one("useCase"),
                                moment(query, "from"),
                                moment(query, "until"),
                                query.one("before").map(text -> number("before", text)),
                                ActionListRoutes.limit(query)));
        Map<String, Node> members = new LinkedHashMap<>();
        members.put(
                "items",
                Node.sequence(page.entries().stream().map(JournalRoutes::entry).toList()));
        if (page.more()) {
            members.put("next", Node.number(page.entries().getLast().entry().sequence()));
        }
        privately(ctx, Answers.object(members));
    }

    private Recorded recorded(Context ctx) {
        String sequence = ctx.pathParam("sequence");
        if (!sequence.matches("[1-9][0-9]{0,17}")) {
            throw new NotFoundException("sequence is not a number from 1, so no entry has it");
        }
        return journal(ctx).entry(Requests.code(ctx, "organisation"), Long.parseLong(sequence));
    }

    private void undo(Context ctx) {
        Optional<AmendmentNote> amendment = Requests.amendment(ctx);
        Code organisation = Requests.code(ctx, "organisation");
        Recorded recorded = recorded(ctx);
        useCases.by(Callers.of(ctx))
                .undoing()
                .undo(
                        organisation,
                        recorded.entry().sequence(),
                        recorded.payload()
                                .map(payload -> Json.read(payload.text().getBytes(UTF_8)))
                                .orElse(Answers.object(ImmutableMap.of())),
                        amendment);
        ctx.status(204);
    }

    private void view(Context ctx) {
        Query.of(ctx);
        Recorded recorded = recorded(ctx);
        Node.Mapping entry = entry(recorded)
                .with("leaf", Node.text(new String(recorded.entry().leaf(), UTF_8)));
        Node.Mapping whole = recorded.payload()
                .map(payload -> entry.with("payload", Node.text(payload.text()))
                        .with("salt", Node.text(payload.salt().toString())))
                .orElse(entry);
        privately(ctx, whole);
    }

    private static void privately(Context ctx, Node node) {
        ctx.header("Cache-Control", "private, no-cache");
        Answers.send(ctx, node);
    }

    private static Node.Mapping entry(Recorded recorded) {
        Map<String, Node> members = new LinkedHashMap<>();
        members.put("sequence", Node.number(recorded.entry().sequence()));
        members.put("time", Node.text(recorded.entry().time().toString()));
        members.put("useCase", Node.text(recorded.entry().useCase()));
        members.put("subject", Node.text(recorded.entry().subject().path()));
        members.put("erased", Node.bool(recorded.payload().isEmpty()));
        recorded.payload()
                .map(payload -> Json.read(payload.text().getBytes(UTF_8)))
                .filter(Node.Mapping.class::isInstance)
                .ifPresent(payload -> members.putAll(((Node.Mapping) payload).entries()));
        return Answers.object(members);
    }

    private void head(Context ctx) {
        Query.of(ctx);
        Journal journal = journal(ctx);
        SignedHead head = journal.head(Requests.code(ctx, "organisation"))
                .orElseThrow(() -> new NotFoundException("no head of this journal was signed yet"));
        Answers.send(ctx, JournalDocuments.head(head, journal.publicKey()));
    }

    private void sign(Context ctx) {
        Query.of(ctx);
        Journal journal = journal(ctx);
        SignedHead head = journal.sign(Requests.code(ctx, "organisation"));
        Answers.send(ctx, JournalDocuments.head(head, journal.publicKey()));
    }

    private void inclusion(Context ctx) {
        Query query = Query.of(ctx, "sequence", "size");
        Inclusion inclusion = journal(ctx)
                .inclusion(Requests.code(ctx, "organisation"), required(query, "sequence"), required(query, "size"));
        Map<String, Node> members = new LinkedHashMap<>();
        members.put("sequence", Node.number(inclusion.sequence()));
        members.put("size", Node.number(inclusion.size()));
        members.put("leaf", Node.text(inclusion.leaf().toString()));
        members.put("root", Node.text(inclusion.root().toString()));
        members.put("proof", digests(inclusion.proof()));
        Answers.send(ctx, Answers.object(members));
    }

    private void consistency(Context ctx) {
        Query query = Query.of(ctx, "from", "to");
        Consistency consistency = journal(ctx)
                .consistency(Requests.code(ctx, "organisation"), required(query, "from"), required(query, "to"));
        Map<String, Node> members = new LinkedHashMap<>();
        members.put("from", Node.number(consistency.from()));
        members.put("to", Node.number(consistency.to()));
        members.put("fromRoot", Node.text(consistency.fromRoot().toString()));
        members.put("toRoot", Node.text(consistency.toRoot().toString()));
        members.put("proof", digests(consistency.proof()));
        Answers.send(ctx, Answers.object(members));
    }

    private static Node digests(ImmutableList<Digest> digests) {
        return Node.sequence(
                digests.stream().map(digest -> Node.text(digest.toString())).collect(toImmutableList()));
    }

    private static long required(Query query, String name) {
        return number(name, query.one(name).orElse(""));
    }

    private static long number(String name, String text) {
        if (!text.matches("[1-9][0-9]{0,17}")) {
            throw Requests.meaningless(name, text);
        }
        return Long.parseLong(text);
    }

    private static Optional<Instant> moment(Query query, String name) {
        return query.one(name).map(text -> {
            try {
                return Instant.parse(text);
            } catch (DateTimeParseException notAMoment) {
                throw Requests.meaningless(name, text);
            }
        });
    }
}
