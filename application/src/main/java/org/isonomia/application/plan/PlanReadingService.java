package org.isonomia.application.plan;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.isonomia.application.access.Caller;
import org.isonomia.application.access.Gateway;
import org.isonomia.application.access.UseCase;
import org.isonomia.application.spi.DirectoryRepository.Stored;
import org.isonomia.application.spi.PlanSearch;
import org.isonomia.application.spi.PlanSearch.ActionQuery;
import org.isonomia.application.spi.PlanSearch.AxisFigures;
import org.isonomia.application.spi.PlanSearch.Sort;
import org.isonomia.application.spi.Stores;
import org.isonomia.domain.access.Sight;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.DirectoryEntry;
import org.isonomia.domain.network.DirectoryEntry.Directory;
import org.isonomia.domain.network.Organisation;
import org.isonomia.domain.plan.Action;
import org.isonomia.domain.plan.Axes;
import org.isonomia.domain.plan.Axis;
import org.isonomia.domain.plan.GovernanceBody;
import org.isonomia.domain.plan.Health;
import org.isonomia.domain.plan.HealthRule;
import org.isonomia.domain.plan.Plan;
import org.isonomia.domain.plan.Position;

final class PlanReadingService implements PlanReading {

    private static final int LATE_SHOWN = 20;
    private static final int NEXT_SHOWN = 10;

    private final Gateway gateway;
    private final Caller caller;
    private final Today today;
    private final HealthRule rule;

    PlanReadingService(Gateway gateway, Caller caller, Today today, HealthRule rule) {
        this.gateway = requireNonNull(gateway, "gateway");
        this.caller = requireNonNull(caller, "caller");
        this.today = requireNonNull(today, "today");
        this.rule = requireNonNull(rule, "rule");
    }

    @Override
    public ImmutableList<OrganisationPlans> organisations() {
        return gateway.organisations().stream()
                .map(organisation -> new OrganisationPlans(organisation, read(organisation, Seen::plans)))
                .collect(toImmutableList());
    }

    @Override
    public Overview overview(PlanKey key) {
        Organisation organisation = organisation(key.organisation());
        LocalDate day = today.in(organisation);
        return read(organisation, seen -> {
            Stores stores = seen.stores();
            Plan plan = seen.plan(key);
            ImmutableMap<Code, AxisFigures> own = stores.search().figures(plan.id(), day, rule, seen.sight());
            ActionQuery all = ActionQuery.of(plan.id(), day, rule, seen.sight());
            ImmutableSet<Code> functions = Stream.concat(
                            plan.content().governance().stream().map(GovernanceBody::chair),
                            plan.content().means().positions().stream().map(Position::reportsTo))
                    .flatMap(Optional::stream)
                    .collect(ImmutableSet.toImmutableSet());
            return new Overview(
                    organisation,
                    plan,
                    day,
                    figures(own.values().stream().reduce(AxisFigures.ZERO, AxisFigures::plus)),
                    ImmutableMap.copyOf(Maps.transformValues(
                            plan.axes().rollUp(own, AxisFigures.ZERO, AxisFigures::plus), PlanReadingService::figures)),
                    listed(
                            stores.search()
                                    .actions(all.standing(
                                            ImmutableSet.of(Health.State.LATE), Sort.DEADLINE, LATE_SHOWN)),
                            day),
                    listed(
                            stores.search()
                                    .actions(all.standing(
                                            ImmutableSet.of(
                                                    Health.State.DUE_SOON,
                                                    Health.State.ON_TIME,
                                                    Health.State.NO_RECENT_NEWS),
                                            Sort.DEADLINE,
                                            NEXT_SHOWN)),
                            day),
                    labels(stores, ImmutableMap.of(Directory.PEOPLE, functions)));
        });
    }

    @Override
    public Plan plan(PlanKey key) {
        return read(organisation(key.organisation()), seen -> seen.plan(key));
    }

    @Override
    public ActionView action(PlanKey key, Code code) {
        Organisation organisation = organisation(key.organisation());
        LocalDate day = today.in(organisation);
        return read(organisation, seen -> {
            Plan plan = seen.plan(key);
            Seen.Linked found = seen.action(plan, key, code);
            Action action = found.action();
            return new ActionView(
                    organisation,
                    plan,
                    action,
                    plan.axes().lineage(action.axis()),
                    day,
                    rule.assess(action.pulse(), day),
                    found.titles(),
                    labels(seen.stores(), references(action)));
        });
    }

    @Override
    public AssessedAction assessed(PlanKey key, Code code) {
        return gateway.action(caller, UseCase.READ_PLAN, key.organisation(), key.plan(), code)
                .map(found -> assessed(found.action(), found.organisation()))
                .orElseGet(() -> seen(key, code));
    }

    private AssessedAction seen(PlanKey key, Code code) {
        Organisation organisation = organisation(key.organisation());
        Action action = read(
                organisation, seen -> seen.action(seen.plan(key), key, code).action());
        return assessed(action, organisation);
    }

    private AssessedAction assessed(Action action, Organisation organisation) {
        return new AssessedAction(action, rule.assess(action.pulse(), today.in(organisation)));
    }

    private static ImmutableMap<Directory, ImmutableSet<Code>> references(Action action) {
        var roles = action.content().roles();
        var scope = action.content().scope();
        return ImmutableMap.of(
                Directory.PEOPLE,
                Stream.of(roles.lead(), roles.sponsor())
                        .flatMap(Optional::stream)
                        .collect(ImmutableSet.toImmutableSet()),
                Directory.UNITS,
                roles.units(),
                Directory.PARTNERS,
                roles.partners(),
                Directory.AUDIENCES,
                scope.audiences(),
                Directory.TERRITORIES,
                scope.territories());
    }

    @Override
    public ActionList actions(PlanKey key, ActionFilter filter, ActionFilter.Paging paging) {
        Organisation organisation = organisation(key.organisation());
        LocalDate day = today.in(organisation);
        return read(organisation, seen -> {
            Stores stores = seen.stores();
            Plan plan = seen.plan(key);
            ImmutableList<DirectoryEntry> people = stores.directory().list(Directory.PEOPLE).stream()
                    .map(Stored::entry)
                    .collect(toImmutableList());
            refuseUnknown(stores, plan, people, filter);
            PlanSearch.ActionPage page = stores.search().actions(query(plan, filter, paging, day, seen.sight()));
            return new ActionList(organisation, plan, day, listed(page, day), page.next(), page.total(), people);
        });
    }

    private static void refuseUnknown(
            Stores stores, Plan plan, ImmutableList<DirectoryEntry> people, ActionFilter filter) {
        refuseUnknown("axis", filter.axes(), plan.axes().asList().stream().map(Axis::code));
        refuseUnknown("lead", filter.leads(), people.stream().map(DirectoryEntry::code));
        if (!filter.territories().isEmpty()) {
            refuseUnknown(
                    "territory",
                    filter.territories(),
                    stores.directory().existing(Directory.TERRITORIES, filter.territories()).stream());
        }
    }

    private static void refuseUnknown(String filter, ImmutableSet<Code> chosen, Stream<Code> existing) {
        ImmutableSet<Code> known = existing.collect(ImmutableSet.toImmutableSet());
        chosen.stream().filter(code -> !known.contains(code)).findFirst().ifPresent(code -> {
            throw new UnknownFilterException(filter, code);
        });
    }

    private ActionQuery query(Plan plan, ActionFilter filter, ActionFilter.Paging paging, LocalDate day, Sight sight) {
        return new ActionQuery(
                plan.id(),
                withInner(plan.axes(), filter.axes()),
                filter.statuses(),
                filter.healths(),
                filter.kinds(),
                filter.levels(),
                filter.leads(),
                filter.territories(),
                filter.text(),
                day,
                rule,
                new PlanSearch.Order(paging.sort(), paging.descending()),
                paging.limit(),
                paging.after(),
                sight);
    }

    private static ImmutableSet<Code> withInner(Axes axes, ImmutableSet<Code> chosen) {
        if (chosen.isEmpty()) {
            return chosen;
        }
        ImmutableSet<Code> inner = axes.asList().stream()
                .filter(axis ->
                        axes.lineage(axis.code()).stream().map(Axis::code).anyMatch(chosen::contains))
                .map(Axis::code)
                .collect(ImmutableSet.toImmutableSet());
        return ImmutableSet.<Code>builder().addAll(chosen).addAll(inner).build();
    }

    @Override
    public Timeline timeline(PlanKey key) {
        Organisation organisation = organisation(key.organisation());
        return read(organisation, seen -> {
            Plan plan = seen.plan(key);
            return new Timeline(
                    organisation,
                    plan,
                    today.in(organisation),
                    seen.stores().actions().list(plan.id(), seen.sight()));
        });
    }

    @Override
    public Network network(PlanKey key) {
        Organisation organisation = organisation(key.organisation());
        return read(organisation, seen -> {
            Plan plan = seen.plan(key);
            return new Network(organisation, plan, seen.stores().search().territories(plan.id(), seen.sight()));
        });
    }

    @Override
    public ImmutableList<Stored> directory(Code organisation, Directory directory) {
        return read(
                organisation(organisation), seen -> seen.stores().directory().list(directory));
    }

    @Override
    public Optional<Stored> entry(Code organisation, Directory directory, Code code) {
        return read(
                organisation(organisation), seen -> seen.stores().directory().find(directory, code));
    }

    private Organisation organisation(Code code) {
        return gateway.organisation(code);
    }

    private <T> T read(Organisation organisation, Function<Seen, T> work) {
        return gateway.read(caller, UseCase.READ_PLAN, organisation, room -> work.apply(Seen.in(room)));
    }

    private ImmutableList<ListedAction> listed(PlanSearch.ActionPage page, LocalDate day) {
        return page.rows().stream()
                .map(row -> new ListedAction(row, rule.assess(row.pulse(), day)))
                .collect(toImmutableList());
    }

    private static Labels labels(Stores stores, Map<Directory, ImmutableSet<Code>> wanted) {
        EnumMap<Directory, ImmutableMap<Code, DirectoryEntry>> found = new EnumMap<>(Directory.class);
        wanted.forEach((directory, codes) -> {
            if (!codes.isEmpty()) {
                found.put(
                        directory,
                        stores.directory().findAll(directory, codes).stream()
                                .map(Stored::entry)
                                .collect(toImmutableMap(DirectoryEntry::code, entry -> entry)));
            }
        });
        return new Labels(ImmutableMap.copyOf(found));
    }

    private static Figures figures(AxisFigures sum) {
        return new Figures(sum.sum().toProgress(), sum.byStatus(), sum.byHealth());
    }
}
