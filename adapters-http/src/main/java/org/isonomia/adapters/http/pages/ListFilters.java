package org.isonomia.adapters.http.pages;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Stream;
import org.isonomia.application.plan.PlanReading.ActionList;
import org.isonomia.application.spi.PlanSearch.Sort;
import org.isonomia.domain.network.DirectoryEntry;
import org.isonomia.domain.plan.ActionProfile;
import org.isonomia.domain.plan.Axis;
import org.isonomia.domain.plan.DeclaredStatus;
import org.isonomia.domain.plan.Health;

/** What a list of actions can be narrowed down to; the first of each means no filter. */
public record ListFilters(
        ImmutableList<Pick> axes,
        ImmutableList<Pick> statuses,
        ImmutableList<Pick> healths,
        ImmutableList<Pick> leads,
        ImmutableList<Pick> territories,
        ImmutableList<Pick> kinds,
        ImmutableList<Pick> sorts) {

    static ListFilters of(Words words, ListQuery query, ActionList list, Collection<DirectoryEntry> territories) {
        return new ListFilters(
                picks(
                        words,
                        query,
                        "axis",
                        list.plan().axes().inReadingOrder(),
                        axis -> axis.code().value(),
                        axis -> name(words, axis)),
                constants(words, query, "status", DeclaredStatus.values()),
                constants(words, query, "health", Health.State.values()),
                picks(words, query, "lead", list.leads(), lead -> lead.code().value(), DirectoryEntry::label),
                picks(
                        words,
                        query,
                        "territory",
                        territories,
                        each -> each.code().value(),
                        DirectoryEntry::label),
                constants(words, query, "kind", ActionProfile.Kind.values()),
                sorts(words, query));
    }

    private static String name(Words words, Axis axis) {
        return axis.code() + ". " + words.say(axis.title());
    }

    private static ImmutableList<Pick> sorts(Words words, ListQuery query) {
        String chosen = query.value("sort").orElse("code");
        return Stream.of(Sort.values())
                .flatMap(sort -> Stream.of(Links.wire(sort), "-" + Links.wire(sort)))
                .map(wire -> new Pick(wire, words.t("sort." + wire), wire.equals(chosen)))
                .collect(toImmutableList());
    }

    private static <E extends Enum<E>> ImmutableList<Pick> constants(
            Words words, ListQuery query, String name, E[] constants) {
        return picks(words, query, name, Arrays.asList(constants), Links::wire, words::label);
    }

    private static <T> ImmutableList<Pick> picks(
            Words words,
            ListQuery query,
            String name,
            Collection<T> all,
            Function<T, String> value,
            Function<T, String> label) {
        String chosen = query.value(name).orElse("");
        return Stream.concat(
                        Stream.of(new Pick("", words.t("filter.all"), chosen.isEmpty())),
                        all.stream()
                                .map(each -> new Pick(
                                        value.apply(each),
                                        label.apply(each),
                                        value.apply(each).equals(chosen))))
                .collect(toImmutableList());
    }

    /** The label of the chosen value; the value itself if it is none of those that can be chosen. */
    static String chosen(ImmutableList<Pick> picks, String value) {
        return picks.stream()
                .filter(pick -> pick.value().equals(value))
                .map(Pick::label)
                .findFirst()
                .orElse(value);
    }
}
