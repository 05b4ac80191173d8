package org.isonomia.application.spi.testing;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isonomia.application.spi.DirectoryRepository.Stored;
import org.isonomia.application.spi.PlanSearch;
import org.isonomia.application.spi.testing.InMemoryState.EntryKey;
import org.isonomia.domain.access.Sight;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.Texts;
import org.isonomia.domain.network.DirectoryEntry.Directory;
import org.isonomia.domain.network.Territory;
import org.isonomia.domain.plan.Action;
import org.isonomia.domain.plan.ActionContent;
import org.isonomia.domain.plan.ActionProfile;
import org.isonomia.domain.plan.AxisProgress;
import org.isonomia.domain.plan.DeclaredStatus;
import org.isonomia.domain.plan.Disclosure;
import org.isonomia.domain.plan.Health;
import org.isonomia.domain.plan.HealthRule;
import org.isonomia.domain.plan.PlanId;

/** What screens ask, by going through all actions. */
record InMemorySearch(InMemoryState state, int cut, UnaryOperator<Sight> sights) implements PlanSearch {

    private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();

    /** An action's place in an order: its value as text that sorts like the value, empty if it has none, and its code. */
    private record Place(String value, Code code) {

        static Comparator<Place> order(ActionQuery query) {
            Comparator<String> values =
                    query.order().descending() ? Comparator.<String>reverseOrder() : Comparator.<String>naturalOrder();
            Comparator<Code> codes = query.order().descending() && query.order().sort() == Sort.CODE
                    ? Comparator.<Code>reverseOrder()
                    : Comparator.<Code>naturalOrder();
            return Comparator.comparing((Place place) -> place.value.isEmpty())
                    .thenComparing(Place::value, values)
                    .thenComparing(Place::code, codes);
        }

        static Place of(Action action, Sort sort) {
            String value = switch (sort) {
                case CODE -> action.code().sortKey();
                case TITLE -> Texts.folded(action.content().profile().title());
                case DEADLINE ->
                    action.pulse().next().map(next -> next.day().toString()).orElse("");
                case PROGRESS -> action.progress().ratio().toPlainString();
            };
            return new Place(value, action.code());
        }

        String written(ActionQuery query) {
            String text = query.order().sort() + "\n" + query.order().descending() + "\n" + code + "\n" + value;
            return Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }

        static Place read(String cursor, ActionQuery query) {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            List<String> parts = Splitter.on('\n').limit(4).splitToList(text);
            checkArgument(
                    parts.size() == 4
                            && parts.get(0).equals(query.order().sort().name())
                            && parts.get(1)
                                    .equals(Boolean.toString(query.order().descending())),
                    "not a cursor of this order: %s",
                    cursor);
            return new Place(parts.get(3), new Code(parts.get(2)));
        }
    }

    @Override
    public ActionPage actions(ActionQuery query) {
        Comparator<Place> order = Place.order(query);
        ImmutableList<Action> matching = seen(query.plan(), query.sight())
                .filter(action -> matches(action, query))
                .sorted(Comparator.comparing(
                        action -> Place.of(action, query.order().sort()), order))
                .limit(cut)
                .collect(toImmutableList());
        Optional<Place> after = query.after().map(cursor -> Place.read(cursor, query));
        ImmutableList<Action> rest = matching.stream()
                .filter(action -> after.map(place ->
                                order.compare(Place.of(action, query.order().sort()), place) > 0)
                        .orElse(true))
                .collect(toImmutableList());
        ImmutableList<Action> shown = rest.subList(0, Math.min(rest.size(), query.limit()));
        return new ActionPage(
                shown.stream().map(this::row).collect(toImmutableList()),
                shown.size() < rest.size()
                        ? Optional.of(
                                Place.of(shown.getLast(), query.order().sort()).written(query))
                        : Optional.empty(),
                matching.size());
    }

    private Stream<Action> seen(PlanId plan, Sight sight) {
        return state.actionsOf(plan)
                .filter(action -> Disclosure.seen(action, sights.apply(sight)).isPresent());
    }

    private static boolean matches(Action action, ActionQuery query) {
        ActionContent content = action.content();
        ActionProfile profile = content.profile();
        return any(query.axes(), action.axis())
                && any(query.statuses(), action.status())
                && any(
                        query.healths(),
                        query.rule().assess(action.pulse(), query.today()).state())
                && any(query.kinds(), profile.kind())
                && any(query.levels(), content.commitment().level())
                && (query.leads().isEmpty()
                        || content.roles()
                                .lead()
                                .filter(query.leads()::contains)
                                .isPresent())
                && (query.territories().isEmpty()
                        || !Sets.intersection(
                                        query.territories(), content.scope().territories())
                                .isEmpty())
                && query.text().map(text -> hasWords(action, text)).orElse(true);
    }

    private static <T> boolean any(ImmutableSet<T> wanted, T value) {
        return wanted.isEmpty() || wanted.contains(value);
    }

    private static boolean hasWords(Action action, String text) {
        // What fewer people see than the action is not looked through, by nobody.
        ActionProfile profile = Disclosure.withoutHidden(action).content().profile();
        String searched = Texts.folded(String.join(
                "\n",
                profile.title(),
                action.code().value(),
                profile.description().orElse(""),
                profile.objective().orElse("")));
        return WORDS.splitToList(Texts.folded(text)).stream().allMatch(searched::contains);
    }

    private ActionRow row(Action action) {
        ActionContent content = action.content();
        return new ActionRow(
                action.code(),
                action.axis(),
                content.profile().title(),
                content.profile().kind(),
                content.commitment().level(),
                content.profile().weight(),
                content.roles().lead(),
                content.roles()
                        .lead()
                        .map(lead -> state.entries().get(new EntryKey(Directory.PEOPLE, lead)))
                        .map(stored -> stored.entry().label()),
                content.schedule(),
                action.progress(),
                action.pulse(),
                content.disclosure().visibility(),
                action.version());
    }

    @Override
    public ImmutableMap<Code, AxisFigures> figures(PlanId plan, LocalDate today, HealthRule rule, Sight sight) {
        Map<Code, List<Action>> byAxis = seen(plan, sight).collect(Collectors.groupingBy(Action::axis));
        return byAxis.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .collect(toImmutableMap(Map.Entry::getKey, axis -> figures(axis.getValue(), today, rule)));
    }

    private static AxisFigures figures(List<Action> actions, LocalDate today, HealthRule rule) {
        AxisProgress.Sum sum = actions.stream()
                .map(action -> AxisProgress.Sum.of(
                        action.status(), action.content().profile().weight(), action.progress()))
                .reduce(AxisProgress.Sum.ZERO, AxisProgress.Sum::plus);
        return new AxisFigures(
                sum,
                counts(DeclaredStatus.values(), actions, Action::status),
                counts(
                        Health.State.values(),
                        actions,
                        action -> rule.assess(action.pulse(), today).state()));
    }

    private static <E> ImmutableMap<E, Integer> counts(E[] values, List<Action> actions, Function<Action, E> value) {
        return Arrays.stream(values).collect(toImmutableMap(each -> each, each -> (int) actions.stream()
                .filter(action -> value.apply(action).equals(each))
                .count()));
    }

    @Override
    public ImmutableList<TerritoryRow> territories(PlanId plan, Sight sight) {
        return state.entries().values().stream()
                .map(Stored::entry)
                .filter(Territory.class::isInstance)
                .map(Territory.class::cast)
                .sorted(Comparator.comparing(Territory::code))
                .map(territory -> new TerritoryRow(
                        territory.code(),
                        territory.name(),
                        territory.kind(),
                        territory.population(),
                        territory.memberOf(),
                        actionsIn(plan, sight, territory.code())))
                .collect(toImmutableList());
    }

    private int actionsIn(PlanId plan, Sight sight, Code territory) {
        return (int) seen(plan, sight)
                .filter(action -> action.status() != DeclaredStatus.ABANDONED
                        && action.content().scope().territories().contains(territory))
                .count();
    }
}
