package org.isonomia.application.spi.testing;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.isonomia.application.spi.PlanSearch.ActionPage;
import org.isonomia.application.spi.PlanSearch.ActionQuery;
import org.isonomia.application.spi.PlanSearch.ActionRow;
import org.isonomia.application.spi.PlanSearch.AxisFigures;
import org.isonomia.application.spi.PlanSearch.Sort;
import org.isonomia.application.spi.PlanSearch.TerritoryRow;
import org.isonomia.application.spi.UnitOfWork;
import org.isonomia.domain.access.Reach;
import org.isonomia.domain.access.Sight;
import org.isonomia.domain.access.Visibility;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.Person;
import org.isonomia.domain.plan.Action;
import org.isonomia.domain.plan.ActionContent;
import org.isonomia.domain.plan.ActionId;
import org.isonomia.domain.plan.ActionLink;
import org.isonomia.domain.plan.ActionRoles;
import org.isonomia.domain.plan.ActionScope;
import org.isonomia.domain.plan.Disclosure;
import org.isonomia.domain.plan.HealthRule;
import org.isonomia.domain.plan.Hideable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store must do about what not everybody may see. */
public abstract class SightContract extends StoreContract {

    private static final Code CHEF = Samples.code("chef");
    private static final Code DGA = Samples.code("DGA");
    private static final ImmutableSet<Visibility> INSIDE = ImmutableSet.of(Visibility.PUBLIC, Visibility.ORGANISATION);

    /** One of each visibility, led by somebody, contributed to by a unit, or neither; then what only says less. */
    private static final ImmutableList<Action> ACTIONS = actions();

    private static final ImmutableList<Sight> SIGHTS = ImmutableList.of(
            Sight.PUBLIC,
            new Sight(INSIDE, Reach.NOTHING),
            new Sight(INSIDE, within(ImmutableSet.of(DGA), ImmutableSet.of())),
            new Sight(INSIDE, within(ImmutableSet.of(), ImmutableSet.of(CHEF))),
            new Sight(ImmutableSet.of(Visibility.PUBLIC), within(ImmutableSet.of(DGA), ImmutableSet.of(CHEF))),
            Sight.EVERYTHING);

    private static Reach within(ImmutableSet<Code> units, ImmutableSet<Code> people) {
        return new Reach(false, units, people, ImmutableSet.of());
    }

    private static ImmutableList<Action> actions() {
        List<Action> actions = new ArrayList<>();
        for (Visibility visibility : Visibility.values()) {
            for (int carried = 0; carried < 3; carried++) {
                ActionRoles roles = new ActionRoles(
                        carried == 1 ? Optional.of(CHEF) : Optional.empty(),
                        Optional.empty(),
                        carried == 2 ? ImmutableSet.of(DGA) : ImmutableSet.of(),
                        ImmutableSet.of());
                actions.add(action(actions.size() + 10, roles, new Disclosure(visibility, ImmutableMap.of())));
            }
        }
        for (Hideable field : Hideable.values()) {
            Action full = Samples.fullAction();
            ActionContent content = full.content()
                    .withLinks(ImmutableList.of(
                            new ActionLink(ActionLink.Kind.SUPPORTS, Samples.code("10")),
                            new ActionLink(ActionLink.Kind.SUPPORTS, Samples.code("13")),
                            new ActionLink(ActionLink.Kind.SUPPORTS, Samples.code("16"))))
                    .withDisclosure(new Disclosure(Visibility.PUBLIC, ImmutableMap.of(field, Visibility.LEADS)));
            actions.add(Action.restore(new Action.Snapshot(
                    new ActionId(new java.util.UUID(9, actions.size())),
                    Samples.PLAN,
                    Samples.code(Integer.toString(actions.size() + 10)),
                    full.axis(),
                    content,
                    full.statuses(),
                    0)));
        }
        return ImmutableList.copyOf(actions);
    }

    private static Action action(int number, ActionRoles roles, Disclosure disclosure) {
        Action bare = Samples.bareAction(number, Integer.toString(number));
        ActionContent content = bare.content();
        return bare.revise(new ActionContent(
                content.profile(),
                content.commitment(),
                roles,
                new ActionScope(
                        ImmutableSet.of(),
                        ImmutableSet.of(Samples.code("13055")),
                        ImmutableSet.of(),
                        ImmutableSet.of()),
                content.schedule(),
                content.milestones(),
                content.links(),
                content.documents(),
                disclosure));
    }

    @BeforeEach
    void store() {
        write(stores -> {
            stores.directory().putAll(Samples.directory());
            stores.plans().add(Samples.plan());
            stores.actions().addAll(ACTIONS);
        });
    }

    private static ImmutableList<Action> seen(Sight sight) {
        ImmutableList<Action> seen = ACTIONS.stream()
                .flatMap(action -> Disclosure.seen(action, sight).stream())
                .collect(toImmutableList());
        ImmutableSet<Code> codes = seen.stream().map(Action::code).collect(toImmutableSet());
        return seen.stream().map(action -> Disclosure.linkedTo(action, codes)).collect(toImmutableList());
    }

    private static ActionQuery query(Sight sight) {
        return ActionQuery.of(Samples.PLAN, Samples.TODAY, HealthRule.DEFAULT, sight);
    }

    @Test
    void keepsWhoMaySeeWhat() {
        assertThat(list(stores -> stores.actions().list(Samples.PLAN)))
                .extracting(Action::snapshot)
                .containsExactlyElementsOf(
                        ACTIONS.stream().map(action -> Samples.at(action, 1)).toList());
    }

    @Test
    void givesWhatIsSeenAndNothingElse() {
        for (Sight sight : SIGHTS) {
            assertThat(list(stores -> stores.actions().list(Samples.PLAN, sight)))
                    .as("%s", sight)
                    .extracting(Action::snapshot)
                    .containsExactlyElementsOf(seen(sight).stream()
                            .map(action -> Samples.at(action, 1))
                            .toList());
            assertThat(list(stores -> stores.actions().codes(Samples.PLAN, sight)))
                    .containsExactlyElementsOf(
                            seen(sight).stream().map(Action::code).toList());
        }
    }

    @Test
    void listsWhatIsSeen() {
        for (Sight sight : SIGHTS) {
            ActionPage page = read(stores -> stores.search().actions(query(sight)));
            assertThat(page.rows())
                    .extracting(ActionRow::code)
                    .containsExactlyElementsOf(
                            seen(sight).stream().map(Action::code).toList());
            assertThat(page.total()).isEqualTo(page.rows().size());
        }
    }

    @Test
    void turnsPagesOfWhatIsSeen() {
        Sight sight = SIGHTS.get(3);
        List<Code> turned = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            ActionQuery query = after(query(sight).standing(ImmutableSet.of(), Sort.CODE, 2), after);
            ActionPage page = read(stores -> stores.search().actions(query));
            page.rows().forEach(row -> turned.add(row.code()));
            after = page.next();
        } while (after.isPresent());
        assertThat(turned)
                .containsExactlyElementsOf(
                        seen(sight).stream().map(Action::code).toList());
    }

    private static ActionQuery after(ActionQuery query, Optional<String> after) {
        return with(query, query.text(), after);
    }

    private static ActionQuery with(ActionQuery query, Optional<String> text, Optional<String> after) {
        return new ActionQuery(
                query.plan(),
                query.axes(),
                query.statuses(),
                query.healths(),
                query.kinds(),
                query.levels(),
                query.leads(),
                query.territories(),
                text,
                query.today(),
                query.rule(),
                query.order(),
                query.limit(),
                after,
                query.sight());
    }

    @Test
    void countsWhatIsSeen() {
        for (Sight sight : SIGHTS) {
            int counted = read(
                            stores -> stores.search().figures(Samples.PLAN, Samples.TODAY, HealthRule.DEFAULT, sight))
                    .values()
                    .stream()
                    .mapToInt(figures -> figures.sum().counted() + figures.sum().abandoned())
                    .sum();
            assertThat(counted).as("%s", sight).isEqualTo(seen(sight).size());
            long inMarseille = seen(sight).stream()
                    .filter(action -> action.content().scope().territories().contains(Samples.code("13055")))
                    .count();
            assertThat(read(stores -> stores.search().territories(Samples.PLAN, sight)).stream()
                            .filter(row -> row.code().equals(Samples.code("13055")))
                            .mapToInt(TerritoryRow::actions)
                            .sum())
                    .isEqualTo((int) inMarseille);
        }
    }

    @Test
    void knowsNoFiguresOfAnAxisWhoseActionsAreNotSeen() {
        write(stores -> stores.actions()
                .removeAll(
                        Samples.PLAN,
                        ACTIONS.stream()
                                .filter(action -> action.content().disclosure().visibility() == Visibility.PUBLIC)
                                .map(Action::code)
                                .toList()));
        ImmutableMap<Code, AxisFigures> figures =
                read(stores -> stores.search().figures(Samples.PLAN, Samples.TODAY, HealthRule.DEFAULT, Sight.PUBLIC));
        assertThat(figures).isEmpty();
    }

    @Test
    void looksThroughNothingThatIsHidden() {
        Code hidden = ACTIONS.stream()
                .filter(action -> action.content().disclosure().hidden().containsKey(Hideable.OBJECTIVE))
                .map(Action::code)
                .findFirst()
                .orElseThrow();
        for (Sight sight : SIGHTS) {
            ActionQuery query = with(query(sight), Optional.of("objectif"), Optional.empty());
            assertThat(read(stores -> stores.search().actions(query)).rows())
                    .extracting(ActionRow::code)
                    .hasSize(Hideable.values().length - 1)
                    .doesNotContain(hidden);
        }
    }

    @Test
    void answersAtOnceOnlyWithWhatEverybodyMaySee() {
        Code plan = Samples.plan().code();
        ImmutableList<Code> open =
                Stream.of("10", "11", "12").map(Samples::code).collect(toImmutableList());
        assertThat(ACTIONS.stream().map(Action::code).filter(code -> isAnswered(plan, code)))
                .containsExactlyElementsOf(open);

        write(stores -> {
            Action first = stores.actions().find(Samples.PLAN, open.get(0)).orElseThrow();
            Action second = stores.actions().find(Samples.PLAN, open.get(1)).orElseThrow();
            stores.actions()
                    .saveAll(ImmutableList.of(linked(first, Samples.code("12")), linked(second, Samples.code("13"))));
        });
        assertThat(open.stream().filter(code -> isAnswered(plan, code))).containsExactly(open.get(0), open.get(2));

        write(stores -> {
            var stored = stores.plans().find(plan).orElseThrow();
            var profile = stored.content().profile().withVisibility(Visibility.ORGANISATION);
            stores.plans().save(stored.revise(stored.content().withProfile(profile), Optional.empty()));
        });
        assertThat(read(stores -> stores.plans().find(plan))
                        .map(stored -> stored.content().profile().visibility()))
                .contains(Visibility.ORGANISATION);
        assertThat(open.stream().filter(code -> isAnswered(plan, code))).isEmpty();
    }

    @Test
    void answersNothingMoreWithinWhatIsDoneTogether() {
        Code plan = Samples.plan().code();
        UnitOfWork unitOfWork = ports().unitOfWork();
        ImmutableList<Code> answered = unitOfWork.together(
                begun -> {},
                () -> {
                    boolean written = unitOfWork.write(organisation.id(), stores -> true);
                    assertThat(written).isTrue();
                    return ACTIONS.stream()
                            .map(Action::code)
                            .filter(code -> isAnswered(plan, code))
                            .collect(toImmutableList());
                },
                (stores, result) -> {});
        assertThat(answered)
                .containsExactlyElementsOf(
                        Stream.of("10", "11", "12").map(Samples::code).toList());
    }

    private boolean isAnswered(Code plan, Code action) {
        return ports().unitOfWork().action(organisation.code(), plan, action).isPresent();
    }

    private static Action linked(Action action, Code target) {
        return action.revise(
                action.content().withLinks(ImmutableList.of(new ActionLink(ActionLink.Kind.SUPPORTS, target))));
    }

    @Test
    void knowsTheFunctionsOfUnits() {
        for (String unit : Arrays.asList("DGA", "DIR", "none")) {
            assertThat(list(stores -> stores.directory().functionsOf(ImmutableList.of(Samples.code(unit)))))
                    .containsExactlyInAnyOrderElementsOf(Samples.directory().stream()
                            .filter(entry -> entry instanceof Person person
                                    && person.unit().equals(Optional.of(Samples.code(unit))))
                            .map(entry -> entry.code())
                            .toList());
        }
    }
}
