package org.isonomia.adapters.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Function;
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

    /** Names the gateway to people, which alone may read across organisations what roles somebody holds. */
    private static final String IDENTITY = "set local app.identity = 'on'; ";

    private final HikariDataSource pool;
    private final StatementCounter counter = new StatementCounter();
    private final Configuration configuration;

    Database(PersistenceAdapter.Settings settings) {
        pool = new HikariDataSource(poolOf(settings));
        configuration = new DefaultConfiguration()
                .set(SQLDialect.POSTGRES)
                .set(new Settings()
                        .withRenderSchema(false)
                        .withExecuteDeleteWithoutWhere(ExecuteWithoutWhere.THROW)
                        .withExecuteUpdateWithoutWhere(ExecuteWithoutWhere.THROW))
                .set(counter);
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
        return run(WRITING + NAMED_AND_LOCKED.formatted("pg_advisory_xact_lock_shared"), organisation.toString(), work);
    }

    /** Everything or nothing, while nobody else writes anything of the organisation. */
    <T> T writeAlone(UUID organisation, Function<DSLContext, T> work) {
        return run(WRITING + NAMED_AND_LOCKED.formatted("pg_advisory_xact_lock"), organisation.toString(), work);
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

    private <T> T run(String begin, String organisation, Function<DSLContext, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction(begin, organisation, work);
            } catch (DataAccessException refused) {
                if (attempt == ATTEMPTS || !Refusals.isTransient(refused)) {
                    throw Refusals.ofChange(refused);
                }
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

    /** One question about what belongs to no organisation; a single statement needs no transaction. */
    <T> T readInstallation(Function<DSLContext, T> question) {
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
