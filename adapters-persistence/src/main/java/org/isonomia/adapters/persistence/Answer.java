package org.isonomia.adapters.persistence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jooq.DSLContext;

/**
 * Makes something of the rows that a statement answered. Statements whose words are always the same are asked here, past
 * jOOQ, which would find the words anew each time.
 */
@FunctionalInterface
interface Answer<T> {

    T read(ResultSet rows) throws SQLException;

    /** Asks within a transaction that is open, or alone. */
    static <T> T of(DSLContext dsl, Answer<T> answer, String sql, Object... values) {
        StatementCounter.of(dsl).count();
        return dsl.connectionResult(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                bind(statement, values);
                return answer.read(statement.executeQuery());
            }
        });
    }

    /** Sets the parameters; arrays are arrays of text. */
    static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof String[] texts) {
                statement.setArray(1 + i, statement.getConnection().createArrayOf("text", texts));
            } else {
                statement.setObject(1 + i, values[i]);
            }
        }
    }
}
