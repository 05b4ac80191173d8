package org.isonomia.adapters.persistence;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.TableRecord;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultDataType;

/**
 * Inserts many rows by one statement with one array for each column: the statement is the same for any number of rows, and
 * the server reads arrays faster than parameters.
 *
 * @param table the table
 * @param rows its rows, every column set
 */
record BulkInsert(Table<?> table, List<TableRecord<?>> rows) {

    static BulkInsert of(Table<?> table, List<TableRecord<?>> rows) {
        return new BulkInsert(table, rows);
    }

    void execute(DSLContext dsl) {
        if (Arrays.stream(table.fields())
                .anyMatch(column -> column.getDataType().isArray())) {
            // Arrays of arrays would be taken apart.
            dsl.batchInsert(rows).execute();
            return;
        }
        dsl.execute(
                "insert into {0} ({1}) select * from unnest({2})",
                table,
                DSL.list(Arrays.stream(table.fields())
                        .map(column -> (QueryPart) DSL.name(column.getName()))
                        .toList()),
                DSL.list(Arrays.stream(table.fields())
                        .map(column -> (QueryPart) values(column))
                        .toList()));
    }

    private <T> Field<T[]> values(Field<T> column) {
        DataType<T> type = DefaultDataType.getDataType(SQLDialect.POSTGRES, column.getType());
        @SuppressWarnings("unchecked") // an array of the column's type
        T[] values = (T[]) Array.newInstance(column.getType(), rows.size());
        for (int i = 0; i < values.length; i++) {
            values[i] = rows.get(i).get(column);
        }
        return DSL.val(values, type.getArrayDataType());
    }
}
