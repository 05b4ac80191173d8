package org.isonomia.application.plan;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multimaps;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.isonomia.application.document.Fields;
import org.isonomia.application.document.Node;
import org.isonomia.application.journal.Recorder;
import org.isonomia.application.network.NetworkUseCases;
import org.isonomia.application.spi.ActionRepository;
import org.isonomia.application.spi.AnswerRepository;
import org.isonomia.application.spi.DirectoryRepository;
import org.isonomia.application.spi.JournalRepository;
import org.isonomia.application.spi.NetworkRepository;
import org.isonomia.application.spi.OrganisationRepository;
import org.isonomia.application.spi.PlanRepository;
import org.isonomia.application.spi.PlanSearch;
import org.isonomia.application.spi.Stores;
import org.isonomia.domain.access.Sight;
import org.isonomia.domain.journal.Subject;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.DirectoryEntry;
import org.isonomia.domain.network.DirectoryEntry.Directory;
import org.isonomia.domain.network.Organisation;
import org.isonomia.domain.plan.Action;
import org.isonomia.domain.plan.Plan;
import org.isonomia.domain.plan.PlanId;

/**
 * Stores that note every change they are asked for: what was there, which is read before it is changed, and what is there
 * then, as documents write them.
 */
final class WatchedStores implements Stores {

    private final Stores stores;
    private final Recorder recorder;
    private final Map<PlanId, Code> codes = new HashMap<>();

    WatchedStores(Stores stores, Recorder recorder) {
        this.stores = requireNonNull(stores, "stores");
        this.recorder = requireNonNull(recorder, "recorder");
    }

    @Override
    public OrganisationRepository organisations() {
        return new Organisations(stores.organisations(), recorder);
    }

    @Override
    public PlanRepository plans() {
        return new Plans(stores, recorder, codes);
    }

    @Override
    public ActionRepository actions() {
        return new Actions(stores, recorder, codes);
    }

    @Override
    public DirectoryRepository directory() {
        return new Entries(stores.directory(), recorder);
    }

    @Override
    public PlanSearch search() {
        return stores.search();
    }

    @Override
    public NetworkRepository network() {
        return NetworkUseCases.watched(stores, recorder);
    }

    @Override
    public JournalRepository journal() {
        return stores.journal();
    }

    @Override
    public AnswerRepository answers() {
        return stores.answers();
    }

    private record Organisations(OrganisationRepository stored, Recorder recorder) implements OrganisationRepository {

        @Override
        public Optional<Organisation> find(Code code) {
            return stored.find(code);
        }

        @Override
        public ImmutableList<Organisation> list() {
            return stored.list();
        }

        @Override
        public void put(Organisation organisation) {
            Optional<Node.Mapping> before = stored.find(organisation.code()).map(PlanDocument::write);
            stored.put(organisation);
            recorder.changed(
                    Subject.of("organisation", organisation.code()),
                    before,
                    Optional.of(PlanDocument.write(organisation)));
        }
    }

    private record Plans(Stores stores, Recorder recorder, Map<PlanId, Code> codes) implements PlanRepository {

        private PlanRepository stored() {
            return stores.plans();
        }

        @Override
        public Optional<Plan> find(Code code) {
            Optional<Plan> found = stored().find(code);
            found.ifPresent(plan -> codes.put(plan.id(), plan.code()));
            return found;
        }

        @Override
        public ImmutableList<Plan> list() {
            return stored().list();
        }

        @Override
        public void add(Plan plan) {
            stored().add(plan);
            codes.put(plan.id(), plan.code());
            note(plan.code(), Optional.empty(), Optional.of(plan));
        }

        @Override
        public void save(Plan plan) {
            Optional<Plan> before = find(plan.code());
            stored().save(plan);
            note(plan.code(), before, Optional.of(plan));
        }

        @Override
        public void remove(PlanId id) {
            Optional<Plan> before =
                    list().stream().filter(plan -> plan.id().equals(id)).findFirst();
            before.ifPresent(plan -> stores.actions()
                    .list(id)
                    .forEach(action -> recorder.changed(
                            Subject.of("action", plan.code(), action.code()),
                            Optional.of(ActionFormat.write(action)),
                            Optional.empty())));
            stored().remove(id);
            before.ifPresent(plan -> note(plan.code(), before, Optional.empty()));
        }

        private void note(Code code, Optional<Plan> before, Optional<Plan> after) {
            recorder.changed(Subject.of("plan", code), before.map(Plans::whole), after.map(Plans::whole));
        }

        /** The plan with what stands beside it in documents: each axis and engagement under a key of its own. */
        private static Node.Mapping whole(Plan plan) {
            ImmutableMap.Builder<String, Node> axes = ImmutableMap.builder();
            plan.axes().asList().forEach(axis -> axes.put(axis.code().value(), PlanFormat.write(axis)));
            return PlanFormat.write(plan)
                    .with("axes", Node.mapping(axes.buildOrThrow()))
                    .with(
                            "engagements",
                            Node.sequence(plan.content().engagements().stream()
                                    .map(PlanFormat::write)
                                    .toList()));
        }
    }

    private record Actions(Stores stores, Recorder recorder, Map<PlanId, Code> codes) implements ActionRepository {

        private ActionRepository stored() {
            return stores.actions();
        }

        @Override
        public Optional<Action> find(PlanId plan, Code code) {
            return stored().find(plan, code);
        }

        @Override
        public ImmutableList<Action> findAll(PlanId plan, Collection<Code> codes) {
            return stored().findAll(plan, codes);
        }

        @Override
        public ImmutableList<Action> list(PlanId plan) {
            return stored().list(plan);
        }

        @Override
        public ImmutableList<Action> list(PlanId plan, Sight sight) {
            return stored().list(plan, sight);
        }

        @Override
        public ImmutableSet<Code> codes(PlanId plan, Sight sight) {
            return stored().codes(plan, sight);
        }

        @Override
        public ImmutableSet<Code> linkingTo(PlanId plan, Code target) {
            return stored().linkingTo(plan, target);
        }

        @Override
        public void addAll(Collection<Action> actions) {
            stored().addAll(actions);
            actions.forEach(action -> recorder.changed(
                    Subject.of("action", plan(action.plan()), action.code()),
                    Optional.empty(),
                    Optional.of(ActionFormat.write(action))));
        }

        @Override
        public void saveAll(Collection<Action> actions) {
            Multimaps.index(actions, Action::plan).asMap().forEach((plan, some) -> {
                ImmutableMap<Code, Action> before =
                        before(plan, some.stream().map(Action::code).toList());
                Code code = plan(plan);
                some.forEach(action -> recorder.changed(
                        Subject.of("action", code, action.code()),
                        Optional.ofNullable(before.get(action.code())).map(ActionFormat::write),
                        Optional.of(ActionFormat.write(action))));
            });
            stored().saveAll(actions);
        }

        @Override
        public void removeAll(PlanId plan, Collection<Code> codes) {
            Code code = plan(plan);
            before(plan, codes)
                    .values()
                    .forEach(action -> recorder.changed(
                            Subject.of("action", code, action.code()),
                            Optional.of(ActionFormat.write(action)),
                            Optional.empty()));
            stored().removeAll(plan, codes);
        }

        private ImmutableMap<Code, Action> before(PlanId plan, Collection<Code> codes) {
            return PlanExchangeService.byCode(findAll(plan, codes), Action::code);
        }

        /** The plan's code: nobody changes its actions without having read it. */
        private Code plan(PlanId id) {
            return codes.computeIfAbsent(
                    id,
                    unread -> stores.plans().list().stream()
                            .filter(plan -> plan.id().equals(unread))
                            .map(Plan::code)
                            .findFirst()
                            .orElseThrow(() -> new IllegalStateException("no plan has this id: " + unread)));
        }
    }

    private record Entries(DirectoryRepository stored, Recorder recorder) implements DirectoryRepository {

        @Override
        public Optional<Stored> find(Directory directory, Code code) {
            return stored.find(directory, code);
        }

        @Override
        public ImmutableList<Stored> findAll(Directory directory, Collection<Code> codes) {
            return stored.findAll(directory, codes);
        }

        @Override
        public ImmutableList<Stored> list(Directory directory) {
            return stored.list(directory);
        }

        @Override
        public ImmutableSet<Code> existing(Directory directory, Collection<Code> codes) {
            return stored.existing(directory, codes);
        }

        @Override
        public ImmutableSet<Code> functionsOf(Collection<Code> units) {
            return stored.functionsOf(units);
        }

        @Override
        public void putAll(Collection<? extends DirectoryEntry> entries) {
            Multimaps.index(entries, DirectoryEntry::directory).asMap().forEach((directory, some) -> {
                ImmutableMap<Code, DirectoryEntry> before = before(
                        directory, some.stream().map(DirectoryEntry::code).toList());
                some.forEach(entry -> recorder.changed(
                        subject(entry),
                        Optional.ofNullable(before.get(entry.code())).map(DirectoryFormat::write),
                        Optional.of(DirectoryFormat.write(entry))));
            });
            stored.putAll(entries);
        }

        @Override
        public void removeAll(Directory directory, Collection<Code> codes) {
            before(directory, codes)
                    .values()
                    .forEach(entry -> recorder.changed(
                            subject(entry), Optional.of(DirectoryFormat.write(entry)), Optional.empty()));
            stored.removeAll(directory, codes);
        }

        private ImmutableMap<Code, DirectoryEntry> before(Directory directory, Collection<Code> codes) {
            return PlanExchangeService.byCode(
                    findAll(directory, codes).stream().map(Stored::entry).toList(), DirectoryEntry::code);
        }

        private static Subject subject(DirectoryEntry entry) {
            return Subject.of(Fields.wordOf(entry.directory()), entry.code());
        }
    }
}
