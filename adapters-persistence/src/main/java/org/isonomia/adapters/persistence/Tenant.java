package org.isonomia.adapters.persistence;

import static java.util.Objects.requireNonNull;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.inline;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import java.sql.Savepoint;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.isonomia.domain.kernel.Code;
import org.jooq.BatchBindStep;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Result;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.TableRecord;
import org.jooq.exception.DataAccessException;

/**
 * One organisation's part of the database within one transaction.
 *
 * @param dsl the transaction
 * @param organisation the organisation, which every statement names
 */
record Tenant(DSLContext dsl, UUID organisation) {

    private static final int ROWS_AT_ONCE = 5_000;

    /** Rows of a table that are this organisation's. */
    Condition owns(TableField<?, UUID> organisationId) {
        return organisationId.eq(organisation);
    }

    static Condition isOneOf(Field<String> column, Collection<Code> codes) {
        return column.eq(any(codes.stream().map(Code::value).toArray(String[]::new)));
    }

    /** Makes a change of several statements; a refusal leaves the transaction as it was before them. */
    void change(Consumer<Tenant> change) {
        nested(change, Refusals::ofChange);
    }

    /** Removes rows; a refusal leaves the transaction as it was. */
    void remove(Consumer<Tenant> removal) {
        nested(removal, Refusals::ofRemoval);
    }

    private void nested(Consumer<Tenant> work, Function<DataAccessException, RuntimeException> refusal) {
        dsl.connection(connection -> {
            Savepoint before = connection.setSavepoint();
            try {
                work.accept(this);
                connection.releaseSavepoint(before);
            } catch (DataAccessException refused) {
                connection.rollback(before);
                throw Refusals.isTransient(refused) ? refused : refusal.apply(refused);
            } catch (RuntimeException failed) {
                connection.rollback(before);
                throw failed;
            }
        });
    }

    /** The parts of several owners in one statement, each owner's in order. */
    <R extends Record> Parts<R> parts(
            Table<R> table,
            TableField<R, UUID> organisationId,
            TableField<R, UUID> owner,
            Select<Record1<UUID>> owners) {
        return new Parts<>(dsl.selectFrom(table)
                .where(owns(organisationId))
                .and(owner.in(owners))
                .orderBy(key(table))
                .fetchGroups(owner));
    }

    /** The rows of several owners. */
    record Parts<R extends Record>(Map<UUID, Result<R>> byOwner) {
        List<R> of(UUID owner) {
            return Optional.<List<R>>ofNullable(byOwner.get(owner)).orElse(List.of());
        }
    }

    /**
     * Lets the session plan anew. To be called between the rows of a large load and those that refer to them: a check of
     * references that was planned while the table was small may read all of an organisation's rows for each new one.
     */
    void forgetPlans() {
        dsl.execute("discard plans");
    }

    /** Inserts rows, table by table in the order in which the tables first appear. */
    void insert(Iterable<? extends TableRecord<?>> rows) {
        Map<Table<?>, List<TableRecord<?>>> byTable = new LinkedHashMap<>();
        rows.forEach(row -> byTable.computeIfAbsent(row.getTable(), table -> Lists.newArrayList())
                .add(row));
        byTable.forEach((table, all) -> Iterables.partition(all, ROWS_AT_ONCE)
                .forEach(some -> BulkInsert.of(table, some).execute(dsl)));
    }

    /** Runs statements that differ in their values only, all at once; tells how many rows each changed. */
    int[] batch(List<? extends Query> alike) {
        BatchBindStep batch = dsl.batch(alike.getFirst());
        for (Query query : alike) {
            batch = batch.bind(query.getBindValues().toArray());
        }
        return batch.execute();
    }

    /** The columns of a table's primary key; every table has one. */
    static <R extends Record> List<TableField<R, ?>> key(Table<R> table) {
        return requireNonNull(table.getPrimaryKey(), "primary key").getFields();
    }

    /** Inserts rows of one table, or replaces those with the same key. */
    <R extends TableRecord<R>> void upsert(List<R> rows, Optional<TableField<R, Integer>> version) {
        if (rows.isEmpty()) {
            return;
        }
        batch(Columns.list(rows, row -> upsertion(row, version)));
    }

    private <R extends TableRecord<R>> Query upsertion(R row, Optional<TableField<R, Integer>> version) {
        List<TableField<R, ?>> key = key(row.getTable());
        ImmutableMap.Builder<Field<?>, Object> replaced = ImmutableMap.builder();
        for (Field<?> column : row.fields()) {
            if (version.isPresent() && version.get().equals(column)) {
                replaced.put(column, version.get().plus(inline(1)));
            } else if (!key.contains(column)) {
                replaced.put(column, excluded(column));
            }
        }
        return dsl.insertInto(row.getTable())
                .set(row)
                .onConflict(key)
                .doUpdate()
                .set(replaced.buildOrThrow());
    }
}
