package org.isonomia.adapters.http.api;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import org.isonomia.adapters.http.routing.Access;
import org.isonomia.adapters.http.routing.Callers;
import org.isonomia.adapters.http.routing.GuardedRoutes;
import org.isonomia.adapters.http.routing.Query;
import org.isonomia.adapters.http.routing.Versions;
import org.isonomia.application.access.UseCase;
import org.isonomia.application.document.Node;
import org.isonomia.application.plan.PlanExchange;
import org.isonomia.application.plan.PlanUseCases;
import org.isonomia.application.spi.DirectoryRepository.Stored;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.domain.network.DirectoryEntry.Directory;

/** Units, people, partners, audiences and territories. */
record DirectoryRoutes(PlanUseCases useCases) {

    void register(GuardedRoutes routes) {
        for (Directory directory : Directory.values()) {
            String all = Api.ORGANISATION + "/" + Ascii.toLowerCase(directory.name());
            String one = all + "/{code}";
            routes.get(all, Access.READING, ctx -> list(ctx, directory));
            routes.get(one, Access.READING, ctx -> view(ctx, directory));
            routes.put(one, Access.to(UseCase.CHANGE_ENTRY), ctx -> replace(ctx, directory));
            routes.patch(one, Access.to(UseCase.CHANGE_ENTRY), ctx -> change(ctx, directory));
            routes.delete(one, Access.to(UseCase.REMOVE_ENTRY), ctx -> remove(ctx, directory));
        }
    }

    private void list(Context ctx, Directory directory) {
        Query query = CodedList.query(ctx);
        ImmutableList<Stored> all =
                useCases.by(Callers.of(ctx)).reading().directory(Requests.code(ctx, "organisation"), directory);
        new CodedList<>(all, stored -> stored.entry().code(), this::entry).send(ctx, query);
    }

    private Node entry(Stored stored) {
        return ((Node.Mapping) PlanExchange.write(stored)).with("version", Node.number(stored.version()));
    }

    private void view(Context ctx, Directory directory) {
        Query.of(ctx);
        show(ctx, directory);
    }

    private void show(Context ctx, Directory directory) {
        Stored stored = find(ctx, directory)
                .orElseThrow(() -> new NotFoundException("no entry has this code: " + Requests.code(ctx, "code")));
        Versions.answer(ctx, stored.version());
        Answers.send(ctx, entry(stored));
    }

    private Optional<Stored> find(Context ctx, Directory directory) {
        return useCases.by(Callers.of(ctx))
                .reading()
                .entry(Requests.code(ctx, "organisation"), directory, Requests.code(ctx, "code"));
    }

    private void replace(Context ctx, Directory directory) {
        Node.Mapping body = Requests.object(ctx);
        Node.Mapping wanted = body.get("code").isPresent()
                ? body
                : body.with("code", Node.text(Requests.code(ctx, "code").value()));
        int version = Versions.requiredOrNew(ctx);
        Node stored =
                find(ctx, directory).map(found -> PlanExchange.write(found)).orElse(Answers.object(Map.of()));
        boolean added = useCases.by(Callers.of(ctx))
                .directory()
                .change(
                        Requests.code(ctx, "organisation"),
                        directory,
                        Requests.code(ctx, "code"),
                        Requests.edit(ctx, version, Node.patchTo(stored, Replacement.withoutComputed(wanted))));
        show(ctx, directory);
        ctx.status(added ? 201 : 200);
    }

    private void change(Context ctx, Directory directory) {
        Node.Mapping patch = Requests.patch(ctx);
        int version = Versions.required(ctx);
        if (find(ctx, directory).isEmpty()) {
            throw new NotFoundException("no entry has this code; PUT adds one");
        }
        useCases.by(Callers.of(ctx))
                .directory()
                .change(
                        Requests.code(ctx, "organisation"),
                        directory,
                        Requests.code(ctx, "code"),
                        Requests.edit(ctx, version, patch));
        show(ctx, directory);
    }

    private void remove(Context ctx, Directory directory) {
        useCases.by(Callers.of(ctx))
                .directory()
                .remove(
                        Requests.code(ctx, "organisation"),
                        directory,
                        Requests.code(ctx, "code"),
                        Requests.edit(ctx, Versions.required(ctx), Answers.object(Map.of())));
        ctx.status(204);
    }
}
