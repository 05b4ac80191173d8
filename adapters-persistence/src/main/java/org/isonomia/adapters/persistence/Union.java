package org.isonomia.adapters.persistence;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ListMultimap;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.TableField;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates and all of their lists in one statement: the rows of one table after the other, every column as text. A
 * statement for each table, its text made anew each time, would be most of what it costs to read one aggregate.
 */
final class Union {

    private final ImmutableList<Kind> kinds;
    private final int width;
    private final String sql;

    /** A table that has a part of each aggregate. */
    static final class Kind {

        private final TableField<?, UUID> owner;
        private final String position;
        private final ImmutableList<TableField<?, ?>> columns;
        private final IdentityHashMap<TableField<?, ?>, Integer> places = new IdentityHashMap<>();

        private Kind(TableField<?, UUID> owner, String position, TableField<?, ?>... columns) {
            this.owner = owner;
            this.position = position;
            this.columns = ImmutableList.copyOf(columns);
            this.columns.forEach(column -> places.put(column, places.size()));
        }

        /** Rows of which each aggregate has one: the column that names it, and what is wanted. */
        static Kind single(TableField<?, UUID> id, TableField<?, ?>... columns) {
            return new Kind(id, "0", columns);
        }

        /** Rows of which each aggregate has a list in the order of the column {@code position}. */
        static Kind list(TableField<?, UUID> owner, TableField<?, ?>... columns) {
            return new Kind(owner, "position", columns);
        }

        private int place(TableField<?, ?> column) {
            return requireNonNull(places.get(column), "a column that was not read");
        }

        private String select(int number, int width) {
            Stream<String> texts = Stream.concat(
                    columns.stream().map(Kind::text),
                    Collections.nCopies(width - columns.size(), "null::text").stream());
            return "select %d, %s, %s, %s from %s where organisation_id = ? and %s = any (array(select id from wanted))"
                    .formatted(
                            number,
                            owner.getName(),
                            position,
                            texts.collect(joining(", ")),
                            requireNonNull(owner.getTable()).getName(),
                            owner.getName());
        }

        private static String text(TableField<?, ?> column) {
            return column.getDataType().isArray()
                    ? "array_to_string(%s, ' ')".formatted(column.getName())
                    : column.getName() + "::text";
        }
    }

    /**
     * @param wanted the query of the ids of the aggregates that are wanted
     * @param kinds the tables
     */
    Union(String wanted, ImmutableList<Kind> kinds) {
        this.kinds = kinds;
        this.width = kinds.stream().mapToInt(kind -> kind.columns.size()).max().orElse(0);
        this.sql = "with wanted as (" + wanted + ")\n"
                + IntStream.range(0, kinds.size())
                        .mapToObj(number -> kinds.get(number).select(number, width))
                        .collect(joining("\nunion all\n"));
    }

    /** Reads what is wanted; the values are those of the query of ids. */
    Found fetch(Tenant tenant, Object... values) {
        Object[] all = Stream.concat(
                        Stream.of(values), Collections.nCopies(kinds.size(), (Object) tenant.organisation()).stream())
                .toArray();
        ListMultimap<Key, Row> rows = ArrayListMultimap.create();
        try (ResultSet result = tenant.dsl().resultQuery(sql, all).fetchResultSet()) {
            while (result.next()) {
                UUID owner = result.getObject(2, UUID.class);
                Kind kind = kinds.get(result.getInt(1));
                rows.put(new Key(kind, owner), row(kind, owner, result));
            }
        } catch (SQLException failed) {
            throw new DataAccessException("aggregates cannot be read", failed);
        }
        return new Found(rows);
    }

    private static Row row(Kind kind, UUID owner, ResultSet result) throws SQLException {
        int width = kind.columns.size();
        List<@Nullable String> values = new ArrayList<>(width);
        for (int column = 0; column < width; column++) {
            values.add(result.getString(4 + column));
        }
        return new Row(kind, owner, result.getInt(3), values);
    }

    private record Key(Kind kind, UUID owner) {}

    /** What was read. */
    static final class Found {

        private final ListMultimap<Key, Row> rows;

        private Found(ListMultimap<Key, Row> rows) {
            this.rows = rows;
        }

        /** All rows of a kind, in no order. */
        Stream<Row> all(Kind kind) {
            return rows.values().stream().filter(row -> row.kind() == kind);
        }

        /** One aggregate's rows of a kind, in order. */
        List<Row> of(Kind kind, UUID owner) {
            List<Row> list = rows.get(new Key(kind, owner));
            list.sort(Comparator.comparingInt(Row::position));
            return list;
        }
    }

    /**
     * A row.
     *
     * @param kind where it is from
     * @param owner the aggregate that it is of
     * @param position where it stands in its list
     * @param values its columns, in the order of its kind; the elements of an array with a space between them
     */
    record Row(Kind kind, UUID owner, int position, List<@Nullable String> values) {

        /** A column that is never null. */
        String text(TableField<?, ?> column) {
            return requireNonNull(textOrNull(column));
        }

        @Nullable
        String textOrNull(TableField<?, ?> column) {
            return values.get(kind.place(column));
        }

        Optional<String> textIfAny(TableField<?, ?> column) {
            return Optional.ofNullable(textOrNull(column));
        }

        int number(TableField<?, ?> column) {
            return Integer.parseInt(text(column));
        }

        Optional<LocalDate> dayIfAny(TableField<?, ?> column) {
            return textIfAny(column).map(LocalDate::parse);
        }
    }
}
