package org.isonomia.application.plan;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.isonomia.application.access.Caller;
import org.isonomia.application.access.Gateway;
import org.isonomia.application.access.Room;
import org.isonomia.application.access.UseCase;
import org.isonomia.application.document.DocumentViolations;
import org.isonomia.application.document.Node;
import org.isonomia.application.document.Problems;
import org.isonomia.application.reference.ReferenceData;
import org.isonomia.application.spi.DuplicateCodeException;
import org.isonomia.application.spi.IdSource;
import org.isonomia.application.spi.Stores;
import org.isonomia.domain.access.Sight;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.RuleViolationException;
import org.isonomia.domain.kernel.Violation;
import org.isonomia.domain.network.Organisation;
import org.isonomia.domain.network.OrganisationId;
import org.isonomia.domain.plan.ActionId;
import org.isonomia.domain.plan.PlanId;

final class PlanExchangeService implements PlanExchange {

    static final ActionId NO_ACTION = new ActionId(new UUID(0, 0));
    static final PlanId NO_PLAN = new PlanId(new UUID(0, 0));

    private final Gateway gateway;
    private final Caller caller;
    private final IdSource ids;
    private final ReferenceData reference;
    private final Today today;

    PlanExchangeService(Gateway gateway, Caller caller, IdSource ids, ReferenceData reference, Today today) {
        this.gateway = requireNonNull(gateway, "gateway");
        this.caller = requireNonNull(caller, "caller");
        this.ids = requireNonNull(ids, "ids");
        this.reference = requireNonNull(reference, "reference");
        this.today = requireNonNull(today, "today");
    }

    @Override
    public Outcome importDocument(Command command) {
        return FollowUpDocument.isOne(command.document()) ? followUp(command) : plan(command);
    }

    private Outcome plan(Command command) {
        Node source = command.document();
        PlanDocument document = PlanChecks.read(source, reference);
        Code code = document.organisation().code();
        Optional<Organisation> known = gateway.find(code);
        OrganisationId id = known.map(Organisation::id).orElseGet(() -> new OrganisationId(ids.next()));
        Function<Room, Outcome> work = room -> {
            Stores stores = room.stores();
            Optional<Organisation> stored = stores.organisations().find(code);
            stored.filter(other -> !other.id().equals(id)).ifPresent(other -> {
                throw new DuplicateCodeException("organisation " + code + " was founded meanwhile: import again");
            });
            PlanState before = stored.map(organisation -> PlanState.load(
                            new Seen(stores, Sight.EVERYTHING),
                            organisation,
                            stores.plans().find(document.plan().code()),
                            document.plan().code()))
                    .orElse(PlanState.NOTHING);
            return placing(
                    () -> apply(before, document, withId(document.organisation(), id), stores, command),
                    violations -> PlanChecks.placed(violations, source));
        };
        return known.isPresent()
                ? inside(known.get(), command, work)
                : gateway.found(
                        caller, UseCase.IMPORT_PLAN, withId(document.organisation(), id), command.dryRun(), work);
    }

    private Outcome followUp(Command command) {
        Problems problems = new Problems();
        Optional<FollowUpDocument> read = FollowUpDocument.read(command.document(), problems);
        RuleViolationException.throwIfAny(problems.all());
        FollowUpDocument followUp = read.orElseThrow();
        Organisation organisation = gateway.organisation(followUp.plan().organisation());
        return inside(organisation, command, room -> {
            Stores stores = room.stores();
            PlanState before = state(new Seen(stores, Sight.EVERYTHING), organisation, followUp.plan());
            Node laid = followUp.over(before.toDocument());
            return placing(
                    () -> apply(before, PlanChecks.read(laid, reference), organisation, stores, command),
                    violations -> violations.stream()
                            .map(violation -> followUp.own(violation, laid))
                            .collect(toImmutableList()));
        });
    }

    /** Says of what is refused where in the file it stands. */
    private static Outcome placing(Supplier<Outcome> work, UnaryOperator<ImmutableList<Violation>> placed) {
        try {
            return work.get();
        } catch (RuleViolationException refused) {
            throw new RuleViolationException(placed.apply(refused.violations()));
        }
    }

    /** An import compares the whole with what is wanted, so nobody else writes between the reading and the writing. */
    private Outcome inside(Organisation organisation, Command command, Function<Room, Outcome> work) {
        return command.dryRun()
                ? gateway.read(caller, UseCase.IMPORT_PLAN, organisation, work)
                : gateway.writeAlone(
                        caller,
                        UseCase.IMPORT_PLAN,
                        organisation,
                        command.amendment().map(AmendmentNote::reason),
                        work);
    }

    private Outcome apply(
            PlanState before, PlanDocument document, Organisation wanted, Stores stores, Command command) {
        PlanKey key = new PlanKey(wanted.code(), document.plan().code());
        Merge merge = Merge.plan(
                before,
                document,
                wanted,
                ids,
                new Merge.Note(command.amendment(), caller.actor().name()),
                today.in(wanted));
        boolean applied = !command.dryRun() && !merge.changes().isEmpty();
        if (applied) {
            merge.write(stores);
        }
        return new Outcome(key, merge.changes(), applied);
    }

    private static Organisation withId(Organisation organisation, OrganisationId id) {
        return new Organisation(
                id,
                organisation.code(),
                organisation.name(),
                organisation.kind(),
                organisation.siren(),
                organisation.timeZone(),
                organisation.language());
    }

    @Override
    public Node export(PlanKey key) {
        Organisation organisation = gateway.organisation(key.organisation());
        return gateway.read(caller, UseCase.READ_PLAN, organisation, room -> state(Seen.in(room), organisation, key))
                .toDocument();
    }

    private static PlanState state(Seen seen, Organisation organisation, PlanKey key) {
        return PlanState.load(seen, organisation, Optional.of(seen.plan(key)), key.plan());
    }

    /** What differs between two documents, in the order of the later one, removals last. */
    static ImmutableList<Change> difference(Node.Mapping before, Node.Mapping after) {
        Map<String, Node.Mapping> old = PlanDocument.parts(before);
        Map<String, Node.Mapping> now = PlanDocument.parts(after);
        ImmutableList.Builder<Change> changes = ImmutableList.builder();
        now.forEach((subject, entry) -> {
            Node.Mapping was = old.get(subject);
            if (was == null) {
                changes.add(new Change(Change.Kind.ADDED, subject, ImmutableList.of()));
            } else if (!was.equals(entry)) {
                changes.add(new Change(Change.Kind.CHANGED, subject, keys(was, entry)));
            }
        });
        old.keySet().stream()
                .filter(subject -> !now.containsKey(subject))
                .forEach(subject -> changes.add(new Change(Change.Kind.REMOVED, subject, ImmutableList.of())));
        ImmutableList<Change> found = changes.build();
        if (found.isEmpty() && !before.equals(after)) {
            return ImmutableList.of(new Change(Change.Kind.CHANGED, "order", ImmutableList.of("axes", "engagements")));
        }
        return found;
    }

    /** The keys under which two entries differ. */
    static ImmutableList<String> keys(Node.Mapping before, Node.Mapping after) {
        Map<String, Node> all = new LinkedHashMap<>(after.entries());
        before.entries().forEach(all::putIfAbsent);
        return all.keySet().stream()
                .filter(key -> !before.get(key).equals(after.get(key)))
                .collect(toImmutableList());
    }

    /** A violation of a rule that only shows beside what is stored. */
    static Violation misplaced(String pointer, String message) {
        return Violation.of(DocumentViolations.BAD_VALUE, message).with("pointer", pointer);
    }

    static <T> ImmutableMap<Code, T> byCode(Iterable<T> items, Function<T, Code> code) {
        return java.util.stream.StreamSupport.stream(items.spliterator(), false)
                .collect(toImmutableMap(code, item -> item));
    }
}
