package org.isonomia.adapters.http.pages;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.isonomia.adapters.http.routing.Access;
import org.isonomia.adapters.http.routing.Callers;
import org.isonomia.adapters.http.routing.GuardedRoutes;
import org.isonomia.application.document.Table;
import org.isonomia.application.plan.ActionFilter;
import org.isonomia.application.plan.PlanReading;
import org.isonomia.application.plan.PlanReading.ActionList;
import org.isonomia.application.plan.PlanReading.Network;
import org.isonomia.application.plan.PlanUseCases;
import org.isonomia.application.spi.DirectoryRepository.Stored;
import org.isonomia.application.spi.TableFormat;
import org.isonomia.domain.kernel.PartialDate;
import org.isonomia.domain.network.DirectoryEntry.Directory;
import org.isonomia.domain.network.Territory;

/** Answers for the list of actions and the network of territories, as pages and as files. */
final class ListPages {

    private final Desk desk;
    private final PlanUseCases plans;

    ListPages(Desk desk, PlanUseCases plans) {
        this.desk = desk;
        this.plans = plans;
    }

    void register(GuardedRoutes routes, String plan) {
        routes.get(plan + "/actions", Access.READING, this::actions);
        routes.get(plan + "/network", Access.READING, this::network);
        for (TableFormat format : desk.settings().tables()) {
            routes.get(plan + "/actions." + format.name(), Access.READING, ctx -> actionTable(ctx, format));
            routes.get(plan + "/network." + format.name(), Access.READING, ctx -> networkTable(ctx, format));
        }
    }

    private void actions(Context ctx) {
        Words words = desk.words(ctx);
        Links links = Desk.links(ctx, words);
        ListQuery query = ListQuery.of(ctx);
        ActionList list = list(ctx, links, query, query.paging());
        Frame frame = desk.frame(
                ctx,
                new Frame.Owner(links, list.organisation(), list.plan()),
                "actions",
                words.t("list.title"),
                ImmutableList.of(Crumb.to(words.t("nav.plan"), links.plan()), Crumb.here(words.t("nav.actions"))));
        ListFilters filters = ListFilters.of(
                words,
                query,
                list,
                reading(ctx).directory(links.key().organisation(), Directory.TERRITORIES).stream()
                        .map(Stored::entry)
                        .collect(toImmutableList()));
        ImmutableList<Badge> downloads = desk.settings().tables().stream()
                .map(format ->
                        new Badge(words.t("table." + format.name()), query.href(links.actions() + "." + format.name())))
                .collect(toImmutableList());
        desk.answer(ctx, 200, "actions", new ActionsPage(frame, links, list, query, filters, downloads));
    }

    private ActionList list(Context ctx, Links links, ListQuery query, ActionFilter.Paging paging) {
        try {
            return reading(ctx).actions(links.key(), query.filter(), paging);
        } catch (IllegalArgumentException badCursor) {
            throw Desk.unknown("after", query.after().orElse(""));
        }
    }

    private void actionTable(Context ctx, TableFormat format) {
        Words words = desk.words(ctx);
        ListQuery query = ListQuery.of(ctx);
        ActionFilter.Paging everything = new ActionFilter.Paging(
                query.sort(), query.descending(), ActionFilter.Paging.EVERYTHING.limit(), Optional.empty());
        send(ctx, format, "actions", ListTables.actions(words, list(ctx, Desk.links(ctx, words), query, everything)));
    }

    private void network(Context ctx) {
        desk.answer(ctx, 200, "network", networkPage(ctx));
    }

    private void networkTable(Context ctx, TableFormat format) {
        send(ctx, format, "network", ListTables.network(desk.words(ctx), networkPage(ctx)));
    }

    private NetworkPage networkPage(Context ctx) {
        Words words = desk.words(ctx);
        Links links = Desk.links(ctx, words);
        ImmutableMap<String, String> query = Networks.query(ctx);
        Network network = reading(ctx).network(links.key());
        Networks networks = new Networks(words, network);
        ImmutableList<NetworkPage.Row> all = networks.rows();
        Frame frame = desk.frame(
                ctx,
                new Frame.Owner(links, network.organisation(), network.plan()),
                "network",
                words.n("network.title", all.size()),
                ImmutableList.of(Crumb.to(words.t("nav.plan"), links.plan()), Crumb.here(words.t("nav.network"))));
        String wanted = ctx.queryString() == null ? "" : "?" + ctx.queryString();
        return new NetworkPage(
                frame,
                links,
                all,
                networks.chosen(all, query),
                TileMap.of(words, desk.settings().places(), all),
                desk.settings().places().credit(),
                networks.form(all, query),
                networks.remarks(),
                councilNote(ctx, words, links),
                desk.settings().tables().stream()
                        .map(format -> new Badge(
                                words.t("table." + format.name()), links.network() + "." + format.name() + wanted))
                        .collect(toImmutableList()));
    }

    /** Until when the councils existed, if all of them ended on the same day. */
    private String councilNote(Context ctx, Words words, Links links) {
        ImmutableList<PartialDate> ends =
                reading(ctx).directory(links.key().organisation(), Directory.TERRITORIES).stream()
                        .map(Stored::entry)
                        .filter(Territory.class::isInstance)
                        .map(Territory.class::cast)
                        .filter(territory -> territory.kind() == Territory.Kind.TERRITORY_COUNCIL)
                        .flatMap(territory -> territory.valid().end().stream())
                        .distinct()
                        .collect(toImmutableList());
        return ends.size() == 1 ? words.t("network.note", words.date(ends.getFirst())) : "";
    }

    private static void send(Context ctx, TableFormat format, String name, Table table) {
        ctx.contentType(format.mediaType());
        ctx.header("Content-Disposition", "attachment; filename=\"" + name + "." + format.extension() + "\"");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        format.write(table, bytes);
        ctx.result(bytes.toByteArray());
    }

    private PlanReading reading(Context ctx) {
        return plans.by(Callers.of(ctx)).reading();
    }
}
