package org.isonomia.adapters.http.pages;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.isonomia.application.plan.PlanReading.ActionList;
import org.isonomia.application.spi.PlanSearch.Sort;

/**
 * The list of actions.
 *
 * @param frame what is around it
 * @param links the addresses of the plan's pages
 * @param list the actions
 * @param query what was asked for
 * @param filters what can be asked for
 * @param downloads the same list as files
 */
public record ActionsPage(
        Frame frame,
        Links links,
        ActionList list,
        ListQuery query,
        ListFilters filters,
        ImmutableList<Badge> downloads) {

    /** The filters that are set, each with the address of the list without it. */
    public ImmutableList<Badge> badges() {
        ImmutableList.Builder<Badge> badges = ImmutableList.builder();
        Words words = frame.words();
        badge(badges, "q", words.t("list.text"), ImmutableList.of());
        badge(badges, "axis", words.t("list.axis"), filters.axes());
        badge(badges, "status", words.t("status.short"), filters.statuses());
        badge(badges, "health", words.t("health.short"), filters.healths());
        badge(badges, "lead", words.t("who.lead"), filters.leads());
        badge(badges, "territory", words.t("list.territory"), filters.territories());
        badge(badges, "kind", words.t("list.kind"), filters.kinds());
        badge(badges, "level", words.t("action.level"), ImmutableList.of());
        return badges.build();
    }

    private void badge(ImmutableList.Builder<Badge> badges, String name, String label, ImmutableList<Pick> picks) {
        query.value(name)
                .ifPresent(value -> badges.add(new Badge(
                        frame.words().t("filter.badge", label, ListFilters.chosen(picks, value)),
                        query.without(links.actions(), name))));
    }

    /** The columns of the table. */
    public ImmutableList<Heading> headings() {
        Words words = frame.words();
        return ImmutableList.of(
                sortable(words.t("action.code"), Sort.CODE, ""),
                sortable(words.t("action.title"), Sort.TITLE, ""),
                Heading.plain(words.t("action.level")),
                Heading.plain(words.t("status.short")).ofFollowUp(),
                Heading.plain(words.t("health.short")).ofFollowUp(),
                sortable(words.t("action.plannedEnd"), Sort.DEADLINE, "").ofFollowUp(),
                Heading.number(words.t("action.weight")).ofFollowUp(),
                sortable(words.t("progress.title"), Sort.PROGRESS, "r").ofFollowUp());
    }

    static ImmutableList<Heading> plainHeadings(Words words) {
        return ImmutableList.of(
                Heading.plain(words.t("action.code")),
                Heading.plain(words.t("action.title")),
                Heading.plain(words.t("action.level")),
                Heading.plain(words.t("status.short")).ofFollowUp(),
                Heading.plain(words.t("health.short")).ofFollowUp(),
                Heading.plain(words.t("action.plannedEnd")).ofFollowUp(),
                Heading.number(words.t("action.weight")).ofFollowUp(),
                Heading.number(words.t("progress.title")).ofFollowUp());
    }

    private Heading sortable(String label, Sort sort, String css) {
        boolean current = query.sort() == sort;
        boolean turn = current && !query.descending();
        return new Heading(
                label,
                Optional.of(query.with(links.actions(), "sort", (turn ? "-" : "") + Links.wire(sort))),
                current ? Optional.of(query.descending() ? "descending" : "ascending") : Optional.empty(),
                css,
                false);
    }

    /** The address of the first page, if this is another. */
    public Optional<String> first() {
        return query.after().map(after -> query.href(links.actions()));
    }

    /** The address of the next page, if there is one. */
    public Optional<String> next() {
        return list.next().map(after -> query.with(links.actions(), "after", after));
    }
}
