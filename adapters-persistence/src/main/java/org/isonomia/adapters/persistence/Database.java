package org.isonomia.adapters.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.ExecuteWithoutWhere;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;

/**
 * The pool, and the only place where transactions begin and end. Work that the database gave up because of others is done
 * again, so it has to be free of effects outside of the database.
 */
final class Database implements AutoCloseable {

    private static final int ATTEMPTS = 3;

    /** So that a request that hangs frees its locks and its connection by itself. */
    private static final String SESSION = "-c statement_timeout=10s -c lock_timeout=3s"
            + " -c idle_in_transaction_session_timeout=15s -c default_transaction_isolation=read\\ committed";

    private final HikariDataSource pool;
    private final StatementCounter counter = new StatementCounter();
    private final DSLContext root;

    Database(PersistenceAdapter.Settings settings) {
        pool = new HikariDataSource(poolOf(settings));
        root = DSL.using(new DefaultConfiguration()
                .set(new DataSourceConnectionProvider(pool))
                .set(SQLDialect.POSTGRES)
                .set(new Settings()
                        .withRenderSchema(false)
                        .withExecuteDeleteWithoutWhere(ExecuteWithoutWhere.THROW)
                        .withExecuteUpdateWithoutWhere(ExecuteWithoutWhere.THROW))
                .set(counter));
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
        return run("set transaction isolation level repeatable read, read only; ", organisation.toString(), work);
    }

    /** Everything or nothing. */
    <T> T write(UUID organisation, Function<DSLContext, T> work) {
        return run("", organisation.toString(), work);
    }

    /** What belongs to no organisation. */
    <T> T writeInstallation(Function<DSLContext, T> work) {
        return run("", "", work);
    }

    private <T> T run(String mode, String organisation, Function<DSLContext, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return root.transactionResult(transaction -> {
                    DSLContext context = transaction.dsl();
                    context.execute(mode + "select set_config('app.organisation', ?, true)", organisation);
                    return work.apply(context);
                });
            } catch (DataAccessException refused) {
                if (attempt == ATTEMPTS || !Refusals.isTransient(refused)) {
                    throw Refusals.ofChange(refused);
                }
            }
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
