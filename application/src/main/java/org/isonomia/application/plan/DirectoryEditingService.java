package org.isonomia.application.plan;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.isonomia.application.access.Caller;
import org.isonomia.application.access.Gateway;
import org.isonomia.application.access.UseCase;
import org.isonomia.application.document.DocumentViolations;
import org.isonomia.application.document.Fields;
import org.isonomia.application.document.Node;
import org.isonomia.application.document.Problems;
import org.isonomia.application.document.Problems.Target;
import org.isonomia.application.spi.DirectoryRepository.Stored;
import org.isonomia.application.spi.EntryInUseException;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.application.spi.Stores;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.RuleViolationException;
import org.isonomia.domain.network.DirectoryEntry;
import org.isonomia.domain.network.DirectoryEntry.Directory;

final class DirectoryEditingService implements DirectoryEditing {

    private static final ImmutableList<String> HIDDEN_USERS = ImmutableList.of("what you may not see");

    private final Gateway gateway;
    private final Caller caller;

    DirectoryEditingService(Gateway gateway, Caller caller) {
        this.gateway = requireNonNull(gateway, "gateway");
        this.caller = requireNonNull(caller, "caller");
    }

    @Override
    public boolean change(Code organisation, Directory directory, Code code, Edit edit) {
        return write(UseCase.CHANGE_ENTRY, organisation, edit, seen -> {
            Stores stores = seen.stores();
            Optional<Stored> stored = stores.directory().find(directory, code);
            PlanEditingService.expect(
                    edit.expectedVersion(),
                    stored.map(Stored::version).orElse(0),
                    Fields.wordOf(directory) + " " + code);
            Node before = stored.<Node>map(found -> DirectoryFormat.write(found.entry()))
                    .orElse(Node.mapping(ImmutableMap.of("code", Node.text(code.value()))));
            Problems problems = new Problems();
            Optional<DirectoryEntry> entry =
                    DirectoryFormat.read(directory, Node.mergePatch(before, edit.patch()), "", problems);
            problems.resolve(target -> stores.directory().existing(directoryOf(target), problems.referred(target)));
            RuleViolationException.throwIfAny(problems.all());
            if (!entry.orElseThrow().code().equals(code)) {
                throw new RuleViolationException(
                        PlanExchangeService.misplaced("/code", "the code cannot be changed: it is " + code));
            }
            refuseCircle(stores, entry.orElseThrow());
            if (!stored.map(Stored::entry).equals(entry)) {
                stores.directory().putAll(ImmutableList.of(entry.orElseThrow()));
            }
            return stored.isEmpty();
        });
    }

    private static void refuseCircle(Stores stores, DirectoryEntry changed) {
        if (Circles.steps(changed).findAny().isEmpty()) {
            return;
        }
        Map<Code, DirectoryEntry> all = new LinkedHashMap<>();
        stores.directory()
                .list(changed.directory())
                .forEach(stored -> all.put(stored.entry().code(), stored.entry()));
        all.put(changed.code(), changed);
        RuleViolationException.throwIfAny(Circles.of(all.values(), Circles::steps).stream()
                .filter(circle ->
                        circle.stepOf(ImmutableSet.of(changed.code())).from().equals(changed.code()))
                .map(circle -> circle.violation(DocumentViolations.BAD_VALUE, DirectoryFormat.key(changed.directory()))
                        .with(
                                "pointer",
                                circle.stepOf(ImmutableSet.of(changed.code())).pointer()))
                .toList());
    }

    private static Directory directoryOf(Target target) {
        return switch (target) {
            case UNIT -> Directory.UNITS;
            case PERSON -> Directory.PEOPLE;
            case PARTNER -> Directory.PARTNERS;
            case AUDIENCE -> Directory.AUDIENCES;
            case TERRITORY -> Directory.TERRITORIES;
            case AXIS, ACTION, CRITERION, DOMAIN -> throw new IllegalArgumentException("not a directory: " + target);
        };
    }

    @Override
    public void remove(Code organisation, Directory directory, Code code, Edit edit) {
        write(UseCase.REMOVE_ENTRY, organisation, edit, seen -> {
            Stores stores = seen.stores();
            Stored stored = stores.directory()
                    .find(directory, code)
                    .orElseThrow(
                            () -> new NotFoundException("no " + Fields.wordOf(directory) + " has this code: " + code));
            PlanEditingService.expect(edit.expectedVersion(), stored.version(), Fields.wordOf(directory) + " " + code);
            try {
                stores.directory().removeAll(directory, ImmutableList.of(code));
            } catch (EntryInUseException refused) {
                ImmutableList<String> users = Users.of(seen, directory, code);
                EntryInUseException told = new EntryInUseException(DirectoryFormat.sort(directory) + " " + code
                        + " is still named by " + String.join(", ", users.isEmpty() ? HIDDEN_USERS : users));
                told.initCause(refused);
                throw told;
            }
            return code;
        });
    }

    /** Entries are put whatever is stored, so that nobody else puts one between the reading and the writing. */
    private <T> T write(UseCase useCase, Code organisation, Edit edit, Function<Seen, T> work) {
        return gateway.writeAlone(
                caller,
                useCase,
                gateway.organisation(organisation),
                edit.amendment().map(AmendmentNote::reason),
                room -> work.apply(Seen.in(room)));
    }
}
