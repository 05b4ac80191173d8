package org.isonomia.adapters.persistence;

import com.google.common.base.Strings;
import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.isonomia.application.spi.BusyException;
import org.isonomia.application.spi.DuplicateCodeException;
import org.isonomia.application.spi.EntryInUseException;
import org.isonomia.application.spi.StaleAggregateException;
import org.jooq.exception.DataAccessException;

/** What the database refuses, in the words of the ports. Messages carry no row values. */
final class Refusals {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String FOREIGN_KEY_VIOLATION = "23503";
    private static final String READ_ONLY_TRANSACTION = "25006";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String QUERY_CANCELED = "57014";
    /** Connection lost, too many of them, ended for idling in a transaction, shutting down. */
    private static final ImmutableSet<String> UNWELL = ImmutableSet.of("08", "53", "25P03", "57P");

    private static final ImmutableSet<String> TRANSIENT = ImmutableSet.of("40001", "40P01");

    private Refusals() {}

    /** Whether the same work may succeed when it is done again: serialization failure or deadlock. */
    static boolean isTransient(DataAccessException refused) {
        return TRANSIENT.contains(state(refused));
    }

    /** What the refusal of a change, or of the commit, means to the caller; what means nothing to him stays as it is. */
    static RuntimeException ofChange(DataAccessException refused) {
        return switch (state(refused)) {
            case UNIQUE_VIOLATION ->
                withCause(new DuplicateCodeException("a code or an id is taken: " + constraint(refused)), refused);
            case FOREIGN_KEY_VIOLATION ->
                withCause(
                        new StaleAggregateException(
                                "something that was referred to is gone, or still needed: " + constraint(refused)),
                        refused);
            case LOCK_NOT_AVAILABLE -> new BusyException("others are changing the same things for too long", refused);
            case QUERY_CANCELED -> new BusyException("the work took longer than it may", refused);
            case READ_ONLY_TRANSACTION -> new IllegalStateException("reading changes nothing", refused);
            default -> otherwise(refused);
        };
    }

    private static RuntimeException otherwise(DataAccessException refused) {
        if (isTransient(refused)) {
            return withCause(new StaleAggregateException("changed by others at the same time"), refused);
        }
        boolean unwell = UNWELL.stream().anyMatch(state(refused)::startsWith)
                || Throwables.getCausalChain(refused).stream()
                        .anyMatch(SQLTransientConnectionException.class::isInstance);
        return unwell ? new BusyException("the database has no connection to give", refused) : refused;
    }

    /** What the refusal of a removal means. */
    static RuntimeException ofRemoval(DataAccessException refused) {
        return state(refused).equals(FOREIGN_KEY_VIOLATION)
                ? withCause(new EntryInUseException("still referred to: " + constraint(refused)), refused)
                : ofChange(refused);
    }

    private static RuntimeException withCause(RuntimeException refusal, DataAccessException cause) {
        refusal.initCause(cause);
        return refusal;
    }

    private static String state(DataAccessException refused) {
        return Throwables.getCausalChain(refused).stream()
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .filter(state -> state != null)
                .findFirst()
                .orElse("");
    }

    /** The driver's message without the server's details names the constraint and nothing of the row. */
    private static String constraint(DataAccessException refused) {
        return Strings.nullToEmpty(Throwables.getRootCause(refused).getMessage());
    }
}
