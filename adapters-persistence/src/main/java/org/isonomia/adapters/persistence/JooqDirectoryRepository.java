package org.isonomia.adapters.persistence;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.util.Objects.requireNonNull;
import static org.isonomia.adapters.persistence.generated.Tables.AUDIENCE;
import static org.isonomia.adapters.persistence.generated.Tables.PARTNER;
import static org.isonomia.adapters.persistence.generated.Tables.PERSON;
import static org.isonomia.adapters.persistence.generated.Tables.TERRITORY;
import static org.isonomia.adapters.persistence.generated.Tables.UNIT;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.isonomia.application.spi.DirectoryRepository;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.DirectoryEntry;
import org.isonomia.domain.network.DirectoryEntry.Directory;
import org.jooq.Condition;
import org.jooq.ForeignKey;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/** The directories, one table each, beside the tables of their lists. */
final class JooqDirectoryRepository implements DirectoryRepository {

    private final Tenant tenant;

    JooqDirectoryRepository(Tenant tenant) {
        this.tenant = tenant;
    }

    /** Where a directory stands: its table, with the columns of its key. */
    private record Shelf<R extends Record>(
            Table<R> table, TableField<R, java.util.UUID> organisation, TableField<R, String> code) {}

    private static Shelf<?> shelf(Directory directory) {
        return switch (directory) {
            case UNITS -> new Shelf<>(UNIT, UNIT.ORGANISATION_ID, UNIT.CODE);
            case PEOPLE -> new Shelf<>(PERSON, PERSON.ORGANISATION_ID, PERSON.CODE);
            case PARTNERS -> new Shelf<>(PARTNER, PARTNER.ORGANISATION_ID, PARTNER.CODE);
            case AUDIENCES -> new Shelf<>(AUDIENCE, AUDIENCE.ORGANISATION_ID, AUDIENCE.CODE);
            case TERRITORIES -> new Shelf<>(TERRITORY, TERRITORY.ORGANISATION_ID, TERRITORY.CODE);
        };
    }

    @Override
    public Optional<Stored> find(Directory directory, Code code) {
        return findAll(directory, ImmutableSet.of(code)).stream().findFirst();
    }

    @Override
    public ImmutableList<Stored> findAll(Directory directory, Collection<Code> codes) {
        return fetch(directory, Tenant.isOneOf(shelf(directory).code(), codes));
    }

    @Override
    public ImmutableList<Stored> list(Directory directory) {
        return fetch(directory, DSL.noCondition());
    }

    private ImmutableList<Stored> fetch(Directory directory, Condition condition) {
        return new DirectoryReading(tenant)
                .fetch(directory, condition).stream()
                        .sorted(Comparator.comparing(stored -> stored.entry().code()))
                        .collect(toImmutableList());
    }

    @Override
    public ImmutableSet<Code> existing(Directory directory, Collection<Code> codes) {
        Shelf<?> shelf = shelf(directory);
        return tenant
                .dsl()
                .select(shelf.code())
                .from(shelf.table())
                .where(tenant.owns(shelf.organisation()))
                .and(Tenant.isOneOf(shelf.code(), codes))
                .fetch(shelf.code())
                .stream()
                .map(Code::new)
                .collect(toImmutableSet());
    }

    @Override
    public ImmutableSet<Code> functionsOf(Collection<Code> units) {
        return tenant
                .dsl()
                .select(PERSON.CODE)
                .from(PERSON)
                .where(tenant.owns(PERSON.ORGANISATION_ID))
                .and(Tenant.isOneOf(PERSON.UNIT, units))
                .fetch(PERSON.CODE)
                .stream()
                .map(Code::new)
                .collect(toImmutableSet());
    }

    @Override
    public void putAll(Collection<? extends DirectoryEntry> entries) {
        Map<String, DirectoryEntry> last = new LinkedHashMap<>();
        entries.forEach(entry -> last.put(entry.directory() + "/" + entry.code(), entry));
        tenant.change(nested -> new DirectoryWriting(nested).put(last.values()));
    }

    @Override
    public void removeAll(Directory directory, Collection<Code> codes) {
        Shelf<?> shelf = shelf(directory);
        String references = references(shelf.table());
        tenant.remove(nested -> {
            nested.dsl()
                    .deleteFrom(shelf.table())
                    .where(nested.owns(shelf.organisation()))
                    .and(Tenant.isOneOf(shelf.code(), codes))
                    .execute();
            nested.dsl().execute("set constraints " + references + " immediate");
            nested.dsl().execute("set constraints " + references + " deferred");
        });
    }

    /** The constraints by which others refer to a table; not those of its own parts, which go with their rows. */
    private static String references(Table<?> table) {
        return inbound(table).stream()
                .map(reference -> '"' + reference.getName() + '"')
                .collect(Collectors.joining(", "));
    }

    private static <R extends Record> ImmutableList<ForeignKey<?, R>> inbound(Table<R> table) {
        return requireNonNull(table.getPrimaryKey(), "primary key").getReferences().stream()
                .filter(reference -> !isPart(reference))
                .collect(toImmutableList());
    }

    private static boolean isPart(ForeignKey<?, ?> reference) {
        return Tenant.key(reference.getTable())
                .subList(0, reference.getFields().size())
                .equals(reference.getFields());
    }
}
