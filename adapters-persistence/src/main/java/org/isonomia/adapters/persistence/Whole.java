package org.isonomia.adapters.persistence;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.UUID;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates with all of their lists, one row each: a list is an array in that row, every value is text. To ask table by
 * table, or for all of them under one another, would cost PostgreSQL twice as much for one aggregate.
 */
final class Whole {

    private final Part root;
    private final ImmutableList<Part> lists;
    private final String select;

    /** What is read of one table: of its only row for an aggregate, or of its rows in the order of {@code position}. */
    static final class Part {

        private final TableField<?, UUID> owner;
        private final ImmutableList<TableField<?, ?>> columns;
        private final IdentityHashMap<TableField<?, ?>, Integer> places = new IdentityHashMap<>();

        /**
         * @param owner the column that names the aggregate
         * @param columns what is wanted
         */
        Part(TableField<?, UUID> owner, TableField<?, ?>... columns) {
            this.owner = owner;
            this.columns = ImmutableList.copyOf(columns);
            this.columns.forEach(column -> places.put(column, places.size()));
        }

        private int place(TableField<?, ?> column) {
            return requireNonNull(places.get(column), "a column that was not read");
        }

        private String table() {
            return requireNonNull(owner.getTable()).getName();
        }

        private String texts() {
            return columns.stream().map(this::text).collect(joining(", "));
        }

        private String text(TableField<?, ?> column) {
            String name = table() + "." + column.getName();
            return column.getDataType().isArray() ? "array_to_string(" + name + ", ' ')" : name + "::text";
        }

        private ImmutableList<Row> rows(@Nullable String[][] values) {
            return Arrays.stream(values).map(row -> new Row(this, row)).collect(toImmutableList());
        }

        private String array(Part root) {
            return "array(select array[%s] from %s where %s.organisation_id = %s.organisation_id and %s.%s = %s.%s"
                            .formatted(
                                    texts(),
                                    table(),
                                    table(),
                                    root.table(),
                                    table(),
                                    owner.getName(),
                                    root.table(),
                                    root.owner.getName())
                    + " order by position)";
        }
    }

    Whole(Part root, Part... lists) {
        this.root = root;
        this.lists = ImmutableList.copyOf(lists);
        this.select = "select %s.%s, %s,\n%s"
                .formatted(
                        root.table(),
                        root.owner.getName(),
                        root.texts(),
                        this.lists.stream().map(list -> list.array(root)).collect(joining(",\n")));
    }

    /** The statement that reads the aggregates. */
    String from(String tablesAndConditions) {
        return select + "\nfrom " + tablesAndConditions;
    }

    /** What the statement answered, in no order. */
    ImmutableList<Aggregate> read(ResultSet rows) throws SQLException {
        ImmutableList.Builder<Aggregate> all = ImmutableList.builder();
        while (rows.next()) {
            @Nullable String[] values = new @Nullable String[root.columns.size()];
            for (int value = 0; value < values.length; value++) {
                values[value] = rows.getString(2 + value);
            }
            ImmutableMap.Builder<Part, ImmutableList<Row>> parts = ImmutableMap.builder();
            int column = 2 + values.length;
            for (Part list : lists) {
                Object array = rows.getArray(column++).getArray();
                parts.put(list, array instanceof String[][] several ? list.rows(several) : ImmutableList.of());
            }
            all.add(new Aggregate(rows.getObject(1, UUID.class), new Row(root, values), parts.buildOrThrow()));
        }
        return all.build();
    }

    /**
     * One aggregate.
     *
     * @param id its id
     * @param row its own row
     * @param lists the rows of its lists, in order
     */
    record Aggregate(UUID id, Row row, ImmutableMap<Part, ImmutableList<Row>> lists) {

        ImmutableList<Row> list(Part part) {
            return requireNonNull(lists.get(part), "a list that was not read");
        }
    }

    /** A row: its columns as text, the elements of an array with a space between them. */
    static final class Row {

        private final Part part;
        private final @Nullable String[] values;

        private Row(Part part, @Nullable String[] values) {
            this.part = part;
            this.values = values;
        }

        /** A column that is never null. */
        String text(TableField<?, ?> column) {
            return requireNonNull(textOrNull(column));
        }

        @Nullable
        String textOrNull(TableField<?, ?> column) {
            return values[part.place(column)];
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
