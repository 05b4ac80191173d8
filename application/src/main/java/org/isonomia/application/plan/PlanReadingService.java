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
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.application.spi.PlanSearch;
import org.isonomia.application.spi.PlanSearch.ActionQuery;
import org.isonomia.application.spi.PlanSearch.AxisFigures;
import org.isonomia.application.spi.PlanSearch.Sort;
import org.isonomia.application.spi.Stores;
import org.isonomia.application.spi.UnitOfWork.FoundAction;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.DirectoryEntry;
import org.isonomia.domain.network.DirectoryEntry.Directory;
import org.isonomia.domain.network.Organisation;
import org.isonomia.domain.plan.Action;
import org.isonomia.domain.plan.ActionLink;
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
                .map(organisation -> new OrganisationPlans(
                        organisation,
                        read(organisation, stores -> stores.plans().list())))
                .collect(toImmutableList());
    }

    @Override
    public Overview overview(PlanKey key) {
        Organisation organisation = organisation(key.organisation());
        LocalDate day = today.in(organisation);
        return read(organisation, stores -> {
            Plan plan = plan(stores, key);
            ImmutableMap<Code, AxisFigures> own = stores.search().figures(plan.id(), day, rule);
            ActionQuery all = ActionQuery.of(plan.id(), day, rule);
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
        return read(organisation(key.organisation()), stores -> plan(stores, key));
    }

    @Override
    public ActionView action(PlanKey key, Code code) {
        Organisation organisation = organisation(key.organisation());
        LocalDate day = today.in(organisation);
        return read(organisation, stores -> {
            Plan plan = plan(stores, key);
            Action action = action(stores, plan, key, code);
            return new ActionView(
                    organisation,
                    plan,
                    action,
                    plan.axes().lineage(action.axis()),
                    day,
                    rule.assess(action.pulse(), day),
                    linked(stores, action),
                    labels(stores, references(action)));
        });
    }

    @Override
    public AssessedAction assessed(PlanKey key, Code code) {
        FoundAction found = gateway.action(caller, UseCase.READ_PLAN, key.organisation(), key.plan(), code)
                .orElseThrow(
                        () -> none(new PlanKey(key.organisation(), plan(key).code()), code));
        LocalDate day = today.in(found.organisation());
        return new AssessedAction(found.action(), rule.assess(found.action().pulse(), day));
    }

    private static Action action(Stores stores, Plan plan, PlanKey key, Code code) {
        return stores.actions().find(plan.id(), code).orElseThrow(() -> none(key, code));
    }

    /** There is the plan, but not the action. */
    private static NotFoundException none(PlanKey key, Code code) {
        return new NotFoundException("no action " + code + " in plan " + key);
    }

    private static ImmutableMap<Code, String> linked(Stores stores, Action action) {
        ImmutableSet<Code> targets =
                action.content().links().stream().map(ActionLink::target).collect(ImmutableSet.toImmutableSet());
        return stores.actions().findAll(action.plan(), targets).stream()
                .collect(toImmutableMap(
                        Action::code, linked -> linked.content().profile().title()));
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
        return read(organisation, stores -> {
            Plan plan = plan(stores, key);
            ImmutableList<DirectoryEntry> people = stores.directory().list(Directory.PEOPLE).stream()
                    .map(Stored::entry)
                    .collect(toImmutableList());
            refuseUnknown(stores, plan, people, filter);
            PlanSearch.ActionPage page = stores.search().actions(query(plan, filter, paging, day));
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

    private ActionQuery query(Plan plan, ActionFilter filter, ActionFilter.Paging paging, LocalDate day) {
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
                paging.sort(),
                paging.descending(),
                paging.limit(),
                paging.after());
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
        return read(organisation, stores -> {
            Plan plan = plan(stores, key);
            return new Timeline(
                    organisation, plan, today.in(organisation), stores.actions().list(plan.id()));
        });
    }

    @Override
    public Network network(PlanKey key) {
        Organisation organisation = organisation(key.organisation());
        return read(organisation, stores -> {
            Plan plan = plan(stores, key);
            return new Network(organisation, plan, stores.search().territories(plan.id()));
        });
    }

    @Override
    public ImmutableList<Stored> directory(Code organisation, Directory directory) {
        return read(organisation(organisation), stores -> stores.directory().list(directory));
    }

    @Override
    public Optional<Stored> entry(Code organisation, Directory directory, Code code) {
        return read(organisation(organisation), stores -> stores.directory().find(directory, code));
    }

    private Organisation organisation(Code code) {
        return gateway.organisation(code);
    }

    private <T> T read(Organisation organisation, Function<Stores, T> work) {
        return gateway.read(caller, UseCase.READ_PLAN, organisation, room -> work.apply(room.stores()));
    }

    private static Plan plan(Stores stores, PlanKey key) {
        return stores.plans()
                .find(key.plan())
                .orElseThrow(() -> new NotFoundException("no plan has this code: " + key));
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
