package org.isonomia.application.spi.testing;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.isonomia.application.spi.DirectoryRepository;
import org.isonomia.application.spi.EntryInUseException;
import org.isonomia.application.spi.testing.InMemoryState.EntryKey;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.Audience;
import org.isonomia.domain.network.DirectoryEntry;
import org.isonomia.domain.network.DirectoryEntry.Directory;
import org.isonomia.domain.network.OrganisationalUnit;
import org.isonomia.domain.network.Partner;
import org.isonomia.domain.network.Person;
import org.isonomia.domain.network.Territory;
import org.isonomia.domain.plan.Action;
import org.isonomia.domain.plan.Engagement;
import org.isonomia.domain.plan.GovernanceBody;
import org.isonomia.domain.plan.Plan;
import org.isonomia.domain.plan.Position;

/** Directories in memory. */
record InMemoryDirectory(InMemoryState state, Runnable guard) implements DirectoryRepository {

    @Override
    public Optional<Stored> find(Directory directory, Code code) {
        return Optional.ofNullable(state.entries().get(new EntryKey(directory, code)));
    }

    @Override
    public ImmutableList<Stored> findAll(Directory directory, Collection<Code> codes) {
        ImmutableSet<Code> wanted = ImmutableSet.copyOf(codes);
        return list(directory).stream()
                .filter(stored -> wanted.contains(stored.entry().code()))
                .collect(toImmutableList());
    }

    @Override
    public ImmutableList<Stored> list(Directory directory) {
        return state.entries().values().stream()
                .filter(stored -> stored.entry().directory() == directory)
                .sorted(Comparator.comparing(stored -> stored.entry().code()))
                .collect(toImmutableList());
    }

    @Override
    public ImmutableSet<Code> existing(Directory directory, Collection<Code> codes) {
        return findAll(directory, codes).stream()
                .map(stored -> stored.entry().code())
                .collect(toImmutableSet());
    }

    @Override
    public ImmutableSet<Code> functionsOf(Collection<Code> units) {
        return list(Directory.PEOPLE).stream()
                .map(Stored::entry)
                .filter(entry -> entry instanceof Person person
                        && person.unit().filter(units::contains).isPresent())
                .map(DirectoryEntry::code)
                .collect(ImmutableSet.toImmutableSet());
    }

    @Override
    public void putAll(Collection<? extends DirectoryEntry> entries) {
        guard.run();
        Map<EntryKey, DirectoryEntry> last = new LinkedHashMap<>();
        entries.forEach(entry -> last.put(new EntryKey(entry.directory(), entry.code()), entry));
        last.forEach((key, entry) -> {
            int version = find(key.directory(), key.code()).map(Stored::version).orElse(0);
            state.entries().put(key, new Stored(entry, version + 1));
        });
    }

    @Override
    public void removeAll(Directory directory, Collection<Code> codes) {
        guard.run();
        ImmutableSet<EntryKey> gone =
                codes.stream().map(code -> new EntryKey(directory, code)).collect(toImmutableSet());
        Stream.concat(
                        state.entries().entrySet().stream()
                                .filter(entry -> !gone.contains(entry.getKey()))
                                .flatMap(entry -> references(entry.getValue().entry())),
                        Stream.concat(
                                state.actions().values().stream().flatMap(InMemoryDirectory::references),
                                state.plans().values().stream().flatMap(InMemoryDirectory::references)))
                .filter(gone::contains)
                .filter(state.entries()::containsKey)
                .findFirst()
                .ifPresent(used -> {
                    throw new EntryInUseException(used.toString());
                });
        state.entries().keySet().removeAll(gone);
    }

    private static Stream<EntryKey> references(DirectoryEntry entry) {
        return switch (entry) {
            case OrganisationalUnit unit -> to(Directory.UNITS, unit.parent().stream());
            case Person person -> to(Directory.UNITS, person.unit().stream());
            case Partner partner -> to(Directory.PARTNERS, partner.successors().stream());
            case Audience audience -> Stream.empty();
            case Territory territory -> to(Directory.TERRITORIES, territory.memberOf().stream());
        };
    }

    private static Stream<EntryKey> references(Action action) {
        var roles = action.content().roles();
        var scope = action.content().scope();
        return Stream.of(
                        to(Directory.PEOPLE, roles.lead().stream()),
                        to(Directory.PEOPLE, roles.sponsor().stream()),
                        to(Directory.UNITS, roles.units().stream()),
                        to(Directory.PARTNERS, roles.partners().stream()),
                        to(Directory.AUDIENCES, scope.audiences().stream()),
                        to(Directory.TERRITORIES, scope.territories().stream()))
                .flatMap(keys -> keys);
    }

    private static Stream<EntryKey> references(Plan plan) {
        return Stream.of(
                        to(
                                Directory.PEOPLE,
                                plan.content().governance().stream()
                                        .map(GovernanceBody::chair)
                                        .flatMap(Optional::stream)),
                        to(
                                Directory.PEOPLE,
                                plan.content().means().positions().stream()
                                        .map(Position::reportsTo)
                                        .flatMap(Optional::stream)),
                        to(
                                Directory.TERRITORIES,
                                plan.content().engagements().stream().map(Engagement::territory)))
                .flatMap(keys -> keys);
    }

    private static Stream<EntryKey> to(Directory directory, Stream<Code> codes) {
        return codes.map(code -> new EntryKey(directory, code));
    }
}
