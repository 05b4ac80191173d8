package org.isonomia.adapters.http.api;

import com.google.common.base.Ascii;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import org.isonomia.adapters.http.routing.Access;
import org.isonomia.adapters.http.routing.GuardedRoutes;
import org.isonomia.adapters.http.routing.Query;
import org.isonomia.adapters.http.routing.Versions;
import org.isonomia.application.document.Node;
import org.isonomia.application.plan.PlanUseCases;
import org.isonomia.application.spi.DirectoryRepository.Stored;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.DirectoryEntry.Directory;

/** Units, people, partners, audiences and territories. */
record DirectoryRoutes(PlanUseCases useCases) {

    void register(GuardedRoutes routes) {
        for (Directory directory : Directory.values()) {
            String all = Api.ORGANISATION + "/" + Ascii.toLowerCase(directory.name());
            String one = all + "/{code}";
            routes.get(all, Access.PUBLIC, ctx -> list(ctx, directory));
            routes.get(one, Access.PUBLIC, ctx -> view(ctx, directory));
            routes.put(one, Access.ADMINISTRATOR, ctx -> replace(ctx, directory));
            routes.patch(one, Access.ADMINISTRATOR, ctx -> change(ctx, directory));
            routes.delete(one, Access.ADMINISTRATOR, ctx -> remove(ctx, directory));
        }
    }

    private void list(Context ctx, Directory directory) {
        Query.of(ctx);
        Answers.send(
                ctx,
                Answers.list(useCases.reading().directory(Requests.code(ctx, "organisation"), directory).stream()
                        .map(this::entry)
                        .toList()));
    }

    private Node entry(Stored stored) {
        return ((Node.Mapping) useCases.exchange().write(stored)).with("version", Node.number(stored.version()));
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
        Code code = Requests.code(ctx, "code");
        return useCases.reading().directory(Requests.code(ctx, "organisation"), directory).stream()
                .filter(stored -> stored.entry().code().equals(code))
                .findFirst();
    }

    private void replace(Context ctx, Directory directory) {
        Node.Mapping wanted = Requests.object(ctx);
        int version = Versions.requiredOrNew(ctx);
        Node stored = find(ctx, directory)
                .map(found -> useCases.exchange().write(found))
                .orElse(Answers.object(Map.of()));
        boolean added = useCases.directory()
                .change(
                        Requests.code(ctx, "organisation"),
                        directory,
                        Requests.code(ctx, "code"),
                        Requests.edit(ctx, version, Replacement.patch(stored, Replacement.withoutComputed(wanted))));
        show(ctx, directory);
        ctx.status(added ? 201 : 200);
    }

    private void change(Context ctx, Directory directory) {
        Node.Mapping patch = Requests.patch(ctx);
        int version = Versions.required(ctx);
        if (find(ctx, directory).isEmpty()) {
            throw new NotFoundException("no entry has this code; PUT adds one");
        }
        useCases.directory()
                .change(
                        Requests.code(ctx, "organisation"),
                        directory,
                        Requests.code(ctx, "code"),
                        Requests.edit(ctx, version, patch));
        show(ctx, directory);
    }

    private void remove(Context ctx, Directory directory) {
        useCases.directory()
                .remove(
                        Requests.code(ctx, "organisation"),
                        directory,
                        Requests.code(ctx, "code"),
                        Requests.edit(ctx, Versions.required(ctx), Answers.object(Map.of())));
        ctx.status(204);
    }
}
