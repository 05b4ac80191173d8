package org.isonomia.adapters.persistence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.Organisation;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.ExecuteWithoutWhere;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;

/**
 * The pool, and the only place where transactions begin and end. Work that the database gave up because of others is done
 * again, so it has to be free of effects outside of the database.
 */
final class Database implements AutoCloseable {

    private static final int ATTEMPTS = 3;

    /**
     * So that a request that hangs frees its locks and its connection by itself; and so that reading, which is most of the
     * work, sees one consistent state and changes nothing without having to say so.
     */
    private static final String SESSION = "-c statement_timeout=10s -c lock_timeout=3s"
            + " -c idle_in_transaction_session_timeout=15s"
            + " -c default_transaction_isolation=repeatable\\ read -c default_transaction_read_only=on";

    private static final String WRITING = "set transaction isolation level read committed, read write; ";
    private static final String NAMED = "select set_config('app.organisation', ?, true)";

    /** The lock costs no statement of its own and nothing on disk; it ends with the transaction. */
    private static final String NAMED_AND_LOCKED =
            "select set_config('app.organisation', given.id, true), %s(hashtextextended(given.id, 0))"
                    + " from (select cast(? as text) as id) as given";

    private static final String WRITING_BESIDE_OTHERS =
            WRITING + NAMED_AND_LOCKED.formatted("pg_advisory_xact_lock_shared");
    private static final String WRITING_ALONE = WRITING + NAMED_AND_LOCKED.formatted("pg_advisory_xact_lock");

    private static final String NAMED_BY_CODE = "select set_config('app.organisation', organisation_id::text, true), "
            + JooqOrganisationRepository.COLUMNS + " from organisation where code = ?; ";

    /** Names the gateway to people, which alone may read across organisations what roles somebody holds. */
    private static final String IDENTITY = "set local app.identity = 'on'; ";

    private final HikariDataSource pool;
    private final StatementCounter counter = new StatementCounter();
    private final Configuration configuration;

    /** What this thread has begun, so that it never waits for a second connection while it holds one. */
    private final ThreadLocal<Optional<Transaction>> begun = ThreadLocal.withInitial(Optional::empty);

    Database(PersistenceAdapter.Settings settings) {
        pool = new HikariDataSource(poolOf(settings));
        configuration = counter.on(new DefaultConfiguration()
                .set(SQLDialect.POSTGRES)
                .set(new Settings()
                        .withRenderSchema(false)
                        .withExecuteDeleteWithoutWhere(ExecuteWithoutWhere.THROW)
                        .withExecuteUpdateWithoutWhere(ExecuteWithoutWhere.THROW)));
    }

    private static HikariConfig poolOf(PersistenceAdapter.Settings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("isonomia");
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(settings.poolSize());
        config.setConnectionTimeout(settings.connectionTimeout().toMillis());
        config.setAutoCommit(false);
        config.addDataSourceProperty("ApplicationName", "isonomia");
        config.addDataSourceProperty("connectTimeout", "10");
        config.addDataSourceProperty(
                "socketTimeout", Long.toString(settings.socketTimeout().toSeconds()));
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty("requireAuth", "scram-sha-256");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("options", SESSION);
        return config;
    }

    /** One consistent state, unchangeable. */
    <T> T read(UUID organisation, Function<DSLContext, T> work) {
        return run(NAMED, organisation.toString(), work);
    }

    /** Everything or nothing, beside other writers. */
    <T> T write(UUID organisation, Function<DSLContext, T> work) {
        return run(WRITING_BESIDE_OTHERS, organisation.toString(), work);
    }

    /** Everything or nothing, while nobody else writes anything of the organisation. */
    <T> T writeAlone(UUID organisation, Function<DSLContext, T> work) {
        return run(WRITING_ALONE, organisation.toString(), work);
    }

    /**
     * Everything or nothing, while nobody else writes anything of two organisations. Whoever wants the same two takes the
     * locks in the same order. The work names the organisation it is about with {@link #name}; at first it is the lesser.
     */
    <T> T writeBoth(UUID one, UUID other, Function<DSLContext, T> work) {
        boolean ordered = one.compareTo(other) < 0;
        UUID later = ordered ? other : one;
        return writeAlone(ordered ? one : other, context -> {
            context.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", later.toString());
            return work.apply(context);
        });
    }

    /** Says which organisation the rest of a transaction is about. */
    static void name(DSLContext context, UUID organisation) {
        context.execute(NAMED, organisation.toString());
    }

    /** A change of what belongs to no organisation. */
    <T> T writeInstallation(Function<DSLContext, T> work) {
        return run(WRITING + NAMED, "", work);
    }

    /** What the installation knows of people, unchangeable; across organisations. */
    <T> T readIdentity(Function<DSLContext, T> work) {
        return run(IDENTITY + NAMED, "", work);
    }

    /** The same, changeable. */
    <T> T writeIdentity(Function<DSLContext, T> work) {
        return run(WRITING + IDENTITY + NAMED, "", work);
    }

    /**
     * One question about one organisation, of which nothing is known but its code, and the organisation itself. Both
     * statements go to the server in one message, which is one transaction: nothing is begun, nothing is ended.
     *
     * @return empty if there is no such organisation
     */
    <T> Optional<Told<T>> ask(Code organisation, Answer<T> answer, String sql, Object... values) {
        counter.count();
        return repeating(() -> {
            try (Connection connection = pool.getConnection()) {
                connection.setAutoCommit(true);
                try (PreparedStatement both = connection.prepareStatement(NAMED_BY_CODE + sql)) {
                    Answer.bind(both, Lists.asList(organisation.value(), values).toArray());
                    both.execute();
                    ImmutableList<Organisation> found = JooqOrganisationRepository.organisations(both.getResultSet());
                    both.getMoreResults();
                    T told = answer.read(both.getResultSet());
                    return found.stream().findFirst().map(known -> new Told<>(known, told));
                }
            } catch (SQLException failed) {
                throw new DataAccessException("the database failed", failed);
            }
        });
    }

    /** An answer and the organisation that it is about. */
    record Told<T>(Organisation organisation, T answer) {}

    private <T> T run(String begin, String organisation, Function<DSLContext, T> work) {
        return repeating(() -> transaction(begin, organisation, work));
    }

    /** Work whose transactions begin and end by themselves. */
    static <T> T repeating(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (DataAccessException refused) {
                if (attempt == ATTEMPTS || !Refusals.isTransient(refused)) {
                    throw Refusals.ofChange(refused);
                }
            }
        }
    }

    /** Begins a writing that more than one call takes part in. Whoever begins it closes it, on the same thread. */
    Transaction begin(UUID organisation, boolean alone) {
        try {
            Transaction here = new Transaction(pool.getConnection(), configuration, begun);
            begun.set(Optional.of(here));
            try {
                here.name(alone ? WRITING_ALONE : WRITING_BESIDE_OTHERS, organisation.toString());
                return here;
            } catch (SQLException | RuntimeException failed) {
                here.close();
                throw failed;
            }
        } catch (SQLException failed) {
            throw new DataAccessException("the database failed", failed);
        }
    }

    /**
     * A transaction that was begun; the pool rolls back what is not committed.
     *
     * @param connection its connection
     * @param configuration how statements are sent
     * @param begun where the thread finds it
     */
    record Transaction(Connection connection, Configuration configuration, ThreadLocal<Optional<Transaction>> begun)
            implements AutoCloseable {

        private void name(String begin, String organisation) throws SQLException {
            try (PreparedStatement scope = connection.prepareStatement(begin)) {
                scope.setString(1, organisation);
                scope.execute();
            }
        }

        DSLContext dsl() {
            return DSL.using(configuration.derive(connection));
        }

        void commit() {
            try {
                connection.commit();
            } catch (SQLException failed) {
                throw new DataAccessException("the database failed", failed);
            }
        }

        @Override
        public void close() {
            begun.remove();
            try {
                connection.close();
            } catch (SQLException failed) {
                throw new DataAccessException("the database failed", failed);
            }
        }
    }

    /** Not jOOQ's: that one asks the server for its level of isolation first. The pool rolls back what is not committed. */
    private <T> T transaction(String begin, String organisation, Function<DSLContext, T> work) {
        try (Connection connection = pool.getConnection()) {
            try (PreparedStatement scope = connection.prepareStatement(begin)) {
                scope.setString(1, organisation);
                scope.execute();
            }
            T result = work.apply(DSL.using(configuration.derive(connection)));
            connection.commit();
            return result;
        } catch (SQLException failed) {
            throw new DataAccessException("the database failed", failed);
        }
    }

    /** One question about what belongs to no organisation; a single statement needs no transaction, and asks in what is begun. */
    <T> T readInstallation(Function<DSLContext, T> question) {
        Optional<Transaction> here = begun.get();
        if (here.isPresent()) {
            return question.apply(here.get().dsl());
        }
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(true);
            return question.apply(DSL.using(configuration.derive(connection)));
        } catch (SQLException failed) {
            throw Refusals.ofChange(new DataAccessException("the database failed", failed));
        } catch (DataAccessException refused) {
            throw Refusals.ofChange(refused);
        }
    }

    long statements() {
        return counter.executed();
    }

    @Override
    public void close() {
        pool.close();
    }
}
