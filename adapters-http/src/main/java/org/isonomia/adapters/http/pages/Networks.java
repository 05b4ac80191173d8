package org.isonomia.adapters.http.pages;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.javalin.http.Context;
import java.text.Collator;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.isonomia.adapters.http.routing.Query;
import org.isonomia.application.plan.PlanReading.Network;
import org.isonomia.application.spi.PlanSearch.TerritoryRow;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.Territory;
import org.isonomia.domain.plan.Engagement;

/** Makes the rows of the network out of what the plan says of territories. */
final class Networks {

    private static final ImmutableSet<String> KNOWN = ImmutableSet.of("q", "council", "level", "sort");
    private static final ImmutableList<String> SORTS = ImmutableList.of("name", "population", "actions");

    private final Words words;
    private final Network network;
    private final ImmutableMap<Code, TerritoryRow> byCode;

    Networks(Words words, Network network) {
        this.words = words;
        this.network = network;
        this.byCode = network.territories().stream().collect(toImmutableMap(TerritoryRow::code, row -> row));
    }

    ImmutableList<NetworkPage.Row> rows() {
        Collator collator = Collator.getInstance(Locale.FRENCH);
        return network.territories().stream()
                .filter(row -> row.kind() == Territory.Kind.COMMUNE)
                .map(this::row)
                .sorted(Comparator.comparing(NetworkPage.Row::name, collator))
                .collect(toImmutableList());
    }

    private NetworkPage.Row row(TerritoryRow row) {
        ImmutableSet<Engagement.Kind> kinds = kinds(row.code());
        boolean engaged = kinds.contains(Engagement.Kind.ENGAGED);
        NetworkPage.Level level;
        if (kinds.contains(Engagement.Kind.LOCAL_PLAN)) {
            level = NetworkPage.Level.OWN_PLAN;
        } else if (engaged) {
            level = NetworkPage.Level.ENGAGED;
        } else if (row.memberOf().stream().anyMatch(code -> kinds(code).contains(Engagement.Kind.LOCAL_PLAN))) {
            level = NetworkPage.Level.TERRITORY_PLAN;
        } else {
            level = NetworkPage.Level.NONE;
        }
        return new NetworkPage.Row(
                row.code(),
                row.name(),
                council(row),
                row.population(),
                level,
                engaged,
                kinds.contains(Engagement.Kind.OFFICER),
                row.actions());
    }

    private ImmutableSet<Engagement.Kind> kinds(Code territory) {
        return network.plan().content().engagements().stream()
                .filter(engagement -> engagement.territory().equals(territory))
                .map(Engagement::kind)
                .collect(toImmutableSet());
    }

    private Optional<String> council(TerritoryRow row) {
        return row.memberOf().stream()
                .flatMap(code -> Stream.ofNullable(byCode.get(code)))
                .filter(around -> around.kind() == Territory.Kind.TERRITORY_COUNCIL)
                .map(TerritoryRow::name)
                .findFirst();
    }

    /** What the plan adds on some territories. */
    ImmutableList<String> remarks() {
        return network.plan().content().engagements().stream()
                .filter(engagement -> engagement.note().isPresent())
                .map(engagement -> words.t(
                        "network.remark",
                        Optional.ofNullable(byCode.get(engagement.territory()))
                                .map(TerritoryRow::name)
                                .orElse(engagement.territory().value()),
                        words.say(engagement.note().get())))
                .distinct()
                .collect(toImmutableList());
    }

    static ImmutableMap<String, String> query(Context ctx) {
        ImmutableMap.Builder<String, String> values = ImmutableMap.builder();
        Query given = Query.of(ctx, KNOWN.toArray(String[]::new));
        for (String name : given.values().keySet()) {
            given.one(name).ifPresent(value -> values.put(name, value.strip()));
        }
        return values.buildOrThrow();
    }

    ImmutableList<NetworkPage.Row> chosen(ImmutableList<NetworkPage.Row> all, ImmutableMap<String, String> query) {
        String text = plain(query.getOrDefault("q", ""));
        String council = query.getOrDefault("council", "");
        String level = query.getOrDefault("level", "");
        String sort = query.getOrDefault("sort", "");
        if (!level.isEmpty()
                && Arrays.stream(NetworkPage.Level.values())
                        .noneMatch(known -> Links.wire(known).equals(level))) {
            throw Desk.unknown("level", level);
        }
        Stream<NetworkPage.Row> rows = all.stream()
                .filter(row ->
                        plain(row.name()).contains(text) || row.code().value().equals(text))
                .filter(row -> council.isEmpty() || row.council().equals(Optional.of(council)))
                .filter(row -> level.isEmpty() || Links.wire(row.level()).equals(level));
        return switch (sort) {
            case "", "name" -> rows.collect(toImmutableList());
            case "population" ->
                rows.sorted(Comparator.comparingLong((NetworkPage.Row row) ->
                                        row.population().orElse(-1))
                                .reversed())
                        .collect(toImmutableList());
            case "actions" ->
                rows.sorted(Comparator.comparingInt(NetworkPage.Row::actions).reversed())
                        .collect(toImmutableList());
            default -> throw Desk.unknown("sort", sort);
        };
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    NetworkPage.Form form(ImmutableList<NetworkPage.Row> all, ImmutableMap<String, String> query) {
        String council = query.getOrDefault("council", "");
        String level = query.getOrDefault("level", "");
        String sort = query.getOrDefault("sort", "name");
        Pick any = new Pick("", words.t("filter.all"), false);
        return new NetworkPage.Form(
                query.getOrDefault("q", ""),
                Stream.concat(
                                Stream.of(any),
                                all.stream()
                                        .flatMap(row -> row.council().stream())
                                        .distinct()
                                        .sorted()
                                        .map(name -> new Pick(name, name, name.equals(council))))
                        .collect(toImmutableList()),
                Stream.concat(
                                Stream.of(any),
                                Arrays.stream(NetworkPage.Level.values())
                                        .map(each -> new Pick(
                                                Links.wire(each),
                                                words.t("network.level." + each),
                                                Links.wire(each).equals(level))))
                        .collect(toImmutableList()),
                SORTS.stream()
                        .map(each -> new Pick(each, words.t("network.sort." + each), each.equals(sort)))
                        .collect(toImmutableList()));
    }
}
