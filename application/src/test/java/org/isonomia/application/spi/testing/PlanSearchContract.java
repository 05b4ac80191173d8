package org.isonomia.application.spi.testing;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.isonomia.application.spi.testing.Samples.TODAY;
import static org.isonomia.application.spi.testing.Samples.code;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.isonomia.application.spi.PlanSearch;
import org.isonomia.application.spi.PlanSearch.ActionPage;
import org.isonomia.application.spi.PlanSearch.ActionQuery;
import org.isonomia.application.spi.PlanSearch.ActionRow;
import org.isonomia.application.spi.PlanSearch.AxisFigures;
import org.isonomia.application.spi.PlanSearch.Order;
import org.isonomia.application.spi.PlanSearch.Sort;
import org.isonomia.domain.access.Sight;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.CommitmentLevel;
import org.isonomia.domain.kernel.Texts;
import org.isonomia.domain.network.Territory;
import org.isonomia.domain.plan.Action;
import org.isonomia.domain.plan.ActionProfile;
import org.isonomia.domain.plan.AxisProgress;
import org.isonomia.domain.plan.DeclaredStatus;
import org.isonomia.domain.plan.Health;
import org.isonomia.domain.plan.HealthRule;
import org.isonomia.domain.plan.Plan;
import org.isonomia.domain.plan.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link PlanSearch} must do, compared with what the domain says of the same actions. */
public abstract class PlanSearchContract extends StoreContract {

    private static final HealthRule RULE = new HealthRule(30, 90);
    private static final ImmutableList<Action> ACTIONS = Crowd.of(150, 20_261_124);
    private static final ActionQuery ALL = ActionQuery.of(Samples.PLAN, TODAY, RULE, Sight.PUBLIC);

    @BeforeEach
    void store() {
        write(stores -> {
            stores.directory().putAll(Samples.directory());
            stores.plans().add(Samples.plan());
            stores.actions().addAll(ACTIONS);
        });
    }

    /** A query to be varied. */
    private record Asked(
            ImmutableSet<Code> axes,
            ImmutableSet<DeclaredStatus> statuses,
            ImmutableSet<Health.State> healths,
            ImmutableSet<ActionProfile.Kind> kinds,
            ImmutableSet<CommitmentLevel> levels,
            ImmutableSet<Code> leads,
            ImmutableSet<Code> territories,
            Optional<String> text) {

        static final Asked EVERYTHING = new Asked(
                ImmutableSet.of(),
                ImmutableSet.of(),
                ImmutableSet.of(),
                ImmutableSet.of(),
                ImmutableSet.of(),
                ImmutableSet.of(),
                ImmutableSet.of(),
                Optional.empty());

        static Asked text(String text) {
            return new Asked(
                    ImmutableSet.of(),
                    ImmutableSet.of(),
                    ImmutableSet.of(),
                    ImmutableSet.of(),
                    ImmutableSet.of(),
                    ImmutableSet.of(),
                    ImmutableSet.of(),
                    Optional.of(text));
        }

        ActionQuery query(Sort sort, boolean descending, int limit, Optional<String> after) {
            return new ActionQuery(
                    Samples.PLAN,
                    axes,
                    statuses,
                    healths,
                    kinds,
                    levels,
                    leads,
                    territories,
                    text,
                    TODAY,
                    RULE,
                    new Order(sort, descending),
                    limit,
                    after,
                    Sight.PUBLIC);
        }

        ActionQuery query() {
            return query(Sort.CODE, false, 1000, Optional.empty());
        }
    }

    private ActionPage page(ActionQuery query) {
        return read(stores -> stores.search().actions(query));
    }

    private List<String> codes(ActionQuery query) {
        ActionPage page = page(query);
        assertThat(page.total()).isEqualTo(page.rows().size());
        return page.rows().stream().map(row -> row.code().value()).toList();
    }

    private static List<String> expected(Predicate<Action> filter) {
        return ACTIONS.stream()
                .filter(filter)
                .sorted(Comparator.comparing(Action::code))
                .map(action -> action.code().value())
                .toList();
    }

    private static Health.State health(Action action) {
        return RULE.assess(action.pulse(), TODAY).state();
    }

    @Test
    void showsEachActionAsTheDomainSeesIt() {
        Map<Code, Action> byCode = new TreeMap<>();
        ACTIONS.forEach(action -> byCode.put(action.code(), action));

        ImmutableList<ActionRow> rows =
                page(ALL.standing(ImmutableSet.of(), Sort.CODE, 1000)).rows();

        assertThat(rows).hasSameSizeAs(ACTIONS);
        for (ActionRow row : rows) {
            Action action = byCode.get(row.code());
            assertThat(row)
                    .isEqualTo(new ActionRow(
                            action.code(),
                            action.axis(),
                            action.content().profile().title(),
                            action.content().profile().kind(),
                            action.content().commitment().level(),
                            action.content().profile().weight(),
                            action.content().roles().lead(),
                            action.content().roles().lead().map(PlanSearchContract::label),
                            action.content().schedule(),
                            action.progress(),
                            action.pulse(),
                            action.content().disclosure().visibility(),
                            1));
        }
    }

    private static String label(Code person) {
        return Samples.directory().stream()
                .filter(entry -> entry.code().equals(person))
                .findFirst()
                .orElseThrow()
                .label();
    }

    @ParameterizedTest
    @EnumSource
    void filtersByHealthAsTheRuleAssesses(Health.State state) {
        assertThat(codes(ALL.standing(ImmutableSet.of(state), Sort.CODE, 1000)))
                .isNotEmpty()
                .containsExactlyElementsOf(expected(action -> health(action) == state));
    }

    @Test
    void filtersByAnyWithinASetAndByAllSets() {
        Asked asked = new Asked(
                ImmutableSet.of(code("1"), code("2.1")),
                ImmutableSet.of(DeclaredStatus.IN_PROGRESS, DeclaredStatus.PLANNED),
                ImmutableSet.of(),
                ImmutableSet.of(ActionProfile.Kind.TRAINING, ActionProfile.Kind.GUIDE, ActionProfile.Kind.EVENT),
                ImmutableSet.of(CommitmentLevel.WILL, CommitmentLevel.COULD),
                ImmutableSet.of(code("chef")),
                ImmutableSet.of(code("13055"), code("9001")),
                Optional.empty());

        assertThat(codes(asked.query()))
                .isNotEmpty()
                .containsExactlyElementsOf(expected(action -> asked.axes().contains(action.axis())
                        && asked.statuses().contains(action.status())
                        && asked.kinds().contains(action.content().profile().kind())
                        && asked.levels().contains(action.content().commitment().level())
                        && action.content().roles().lead().equals(Optional.of(code("chef")))
                        && action.content().scope().territories().stream().anyMatch(asked.territories()::contains)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"egalite", "ÉGALITÉ", "  oeuvre   Egalite ", "17", "%", "_", "'", "\\", "🧭", "objet"})
    void findsWordsWithoutRegardToCaseAndAccents(String text) {
        List<String> words = List.of(Texts.folded(text).split(" "));
        List<String> expected = expected(action -> words.stream().allMatch(searched(action)::contains));

        assertThat(codes(Asked.text(text).query())).containsExactlyElementsOf(expected);
    }

    private static String searched(Action action) {
        ActionProfile profile = action.content().profile();
        return Texts.folded(profile.title() + "\n" + action.code() + "\n"
                + profile.description().orElse("") + "\n" + profile.objective().orElse(""));
    }

    @Test
    void findsNothingForAWordThatIsNowhere() {
        ActionPage page = page(Asked.text("introuvable").query());

        assertThat(page).isEqualTo(new ActionPage(ImmutableList.of(), Optional.empty(), 0));
    }

    @ParameterizedTest
    @EnumSource
    void sortsBothWaysWithAbsentValuesLast(Sort sort) {
        for (boolean descending : new boolean[] {false, true}) {
            List<String> found = codes(Asked.EVERYTHING.query(sort, descending, 1000, Optional.empty()));
            List<String> expected = ACTIONS.stream()
                    .sorted(order(sort, descending))
                    .map(action -> action.code().value())
                    .toList();
            assertThat(found).containsExactlyElementsOf(expected);
        }
    }

    private static Comparator<Action> order(Sort sort, boolean descending) {
        return switch (sort) {
            case CODE -> directed(Comparator.<Code>naturalOrder(), descending, Action::code);
            case TITLE ->
                directed(
                        Comparator.<String>naturalOrder(),
                        descending,
                        action -> Texts.folded(action.content().profile().title()));
            case PROGRESS -> directed(Comparator.<Progress>naturalOrder(), descending, Action::progress);
            case DEADLINE ->
                Comparator.comparing((Action action) -> action.pulse().next().isEmpty())
                        .thenComparing(directed(
                                Comparator.<Long>naturalOrder(),
                                descending,
                                action -> action.pulse()
                                        .next()
                                        .map(due -> due.day().toEpochDay())
                                        .orElse(0L)));
        };
    }

    private static <T> Comparator<Action> directed(
            Comparator<T> order, boolean descending, java.util.function.Function<Action, T> value) {
        return Comparator.comparing(value, descending ? order.reversed() : order)
                .thenComparing(Action::code);
    }

    @ParameterizedTest
    @EnumSource
    void pagesThroughEverythingOnceInAStableOrder(Sort sort) {
        for (boolean descending : new boolean[] {false, true}) {
            for (int limit : new int[] {1, 7, 149, 150, 151}) {
                assertThat(paged(sort, descending, limit))
                        .containsExactlyElementsOf(
                                codes(Asked.EVERYTHING.query(sort, descending, 1000, Optional.empty())));
            }
        }
    }

    private List<String> paged(Sort sort, boolean descending, int limit) {
        List<String> found = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            ActionPage page = page(Asked.EVERYTHING.query(sort, descending, limit, after));
            assertThat(page.total()).isEqualTo(ACTIONS.size());
            assertThat(page.rows()).hasSizeLessThanOrEqualTo(limit).isNotEmpty();
            page.rows().forEach(row -> found.add(row.code().value()));
            after = page.next();
        } while (after.isPresent());
        return found;
    }

    @Test
    void goesOnFromACursorWhoseActionIsGone() {
        ActionPage first = page(Asked.EVERYTHING.query(Sort.TITLE, false, 10, Optional.empty()));
        List<String> rest = codes(Asked.EVERYTHING.query(Sort.TITLE, false, 1000, Optional.empty()))
                .subList(10, ACTIONS.size());
        write(stores -> stores.actions()
                .removeAll(Samples.PLAN, ImmutableList.of(first.rows().getLast().code())));

        ActionPage second = page(Asked.EVERYTHING.query(Sort.TITLE, false, 1000, first.next()));

        assertThat(second.rows()).extracting(row -> row.code().value()).containsExactlyElementsOf(rest);
        assertThat(second.total()).isEqualTo(ACTIONS.size() - 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "====", "Q09ERQ", "é"})
    void refusesWhatIsNoCursor(String cursor) {
        assertThatThrownBy(() -> page(Asked.EVERYTHING.query(Sort.CODE, false, 10, Optional.of(cursor))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesACursorOfAnotherOrder() {
        Optional<String> cursor = page(Asked.EVERYTHING.query(Sort.TITLE, false, 10, Optional.empty()))
                .next();

        assertThatThrownBy(() -> page(Asked.EVERYTHING.query(Sort.TITLE, true, 10, cursor)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> page(Asked.EVERYTHING.query(Sort.DEADLINE, false, 10, cursor)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void countsFiguresAsTheDomainDoes() {
        Plan plan = Samples.plan();
        ImmutableMap<Code, AxisFigures> figures =
                read(stores -> stores.search().figures(Samples.PLAN, TODAY, RULE, Sight.PUBLIC));

        Map<Code, AxisProgress.Sum> sums = new TreeMap<>();
        figures.forEach((axis, figure) -> sums.put(axis, figure.sum()));
        ImmutableMap.Builder<Code, AxisProgress> rolled = ImmutableMap.builder();
        plan.axes()
                .rollUp(sums, AxisProgress.Sum.ZERO, AxisProgress.Sum::plus)
                .forEach((axis, sum) -> rolled.put(axis, sum.toProgress()));
        assertThat(rolled.buildOrThrow()).isEqualTo(AxisProgress.of(plan.axes(), ACTIONS));
        assertThat(figures.keySet()).containsExactlyInAnyOrder(code("1"), code("2.1"), code("10"));
        figures.forEach((axis, figure) -> {
            for (DeclaredStatus status : DeclaredStatus.values()) {
                assertThat(figure.byStatus().get(status)).isEqualTo(count(axis, action -> action.status() == status));
            }
            for (Health.State state : Health.State.values()) {
                assertThat(figure.byHealth().get(state)).isEqualTo(count(axis, action -> health(action) == state));
            }
        });
    }

    private static int count(Code axis, Predicate<Action> counted) {
        return (int) ACTIONS.stream()
                .filter(action -> action.axis().equals(axis) && counted.test(action))
                .count();
    }

    @Test
    void countsActionsOfTerritories() {
        ImmutableList<PlanSearch.TerritoryRow> rows =
                read(stores -> stores.search().territories(Samples.PLAN, Sight.PUBLIC));

        ImmutableList<PlanSearch.TerritoryRow> expected = Samples.directory().stream()
                .filter(Territory.class::isInstance)
                .map(Territory.class::cast)
                .sorted(Comparator.comparing(Territory::code))
                .map(t -> new PlanSearch.TerritoryRow(
                        t.code(), t.name(), t.kind(), t.population(), t.memberOf(), actionsIn(t.code())))
                .collect(toImmutableList());
        assertThat(rows).containsExactlyElementsOf(expected);
    }

    private static int actionsIn(Code territory) {
        return (int) ACTIONS.stream()
                .filter(action -> action.status() != DeclaredStatus.ABANDONED
                        && action.content().scope().territories().contains(territory))
                .count();
    }
}
