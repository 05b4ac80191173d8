package org.isonomia.adapters.persistence;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.isonomia.application.spi.IdentityUnitOfWork;
import org.isonomia.application.spi.OrganisationRepository;
import org.isonomia.application.spi.SignInAttemptRepository;
import org.isonomia.application.spi.UnitOfWork;

/**
 * The ports on one PostgreSQL database. Migrate the database as its owner, then open an adapter as the role of the
 * application; close it to give the connections back. Safe for use by many threads.
 */
public final class PersistenceAdapter implements AutoCloseable {

    private final Database database;
    private final UnitOfWork unitOfWork;

    private PersistenceAdapter(Database database) {
        this.database = database;
        this.unitOfWork = new JooqUnitOfWork(database);
    }

    /**
     * How to reach the database.
     *
     * @param url the JDBC URL, without user and password
     * @param user the role of the application, which owns nothing
     * @param password its password; never part of {@link #toString()}
     * @param poolSize how many connections at most, 1 to 1000
     * @param connectionTimeout how long to wait for a free connection, at least 250 ms
     * @param socketTimeout after how long without an answer a connection counts as dead, at least 1 s
     */
    public record Settings(
            String url,
            String user,
            String password,
            int poolSize,
            Duration connectionTimeout,
            Duration socketTimeout) {
        public Settings {
            requireNonNull(url, "url");
            requireNonNull(user, "user");
            requireNonNull(password, "password");
            checkArgument(poolSize >= 1 && poolSize <= 1000, "poolSize must be 1 to 1000: %s", poolSize);
            checkArgument(
                    connectionTimeout.toMillis() >= 250, "connectionTimeout must be ≥ 250 ms: %s", connectionTimeout);
            checkArgument(socketTimeout.toSeconds() >= 1, "socketTimeout must be ≥ 1 s: %s", socketTimeout);
        }

        /** Ten connections, 10 s to wait for one, 30 s for an answer. */
        public static Settings of(String url, String user, String password) {
            return new Settings(url, user, password, 10, Duration.ofSeconds(10), Duration.ofSeconds(30));
        }

        @Override
        public String toString() {
            return user + " at " + url;
        }
    }

    /**
     * Brings a database to the schema of this version; does nothing if it is there already.
     *
     * @param url the JDBC URL
     * @param owner the role that owns the schema
     * @param password the owner's password
     */
    public static void migrate(String url, String owner, String password) {
        flyway(url, owner, password).migrate();
    }

    /**
     * How many migrations {@link #migrate} would make; 0 if the database has the schema of this version. Changes nothing.
     *
     * @param url the JDBC URL
     * @param owner the role that owns the schema
     * @param password the owner's password
     */
    public static int pendingMigrations(String url, String owner, String password) {
        return flyway(url, owner, password).info().pending().length;
    }

    private static Flyway flyway(String url, String owner, String password) {
        return Flyway.configure()
                .dataSource(url, owner, password)
                .locations("classpath:db/migration")
                .load();
    }

    /** Opens the pool; fails if the database cannot be reached. */
    public static PersistenceAdapter open(Settings settings) {
        return new PersistenceAdapter(new Database(settings));
    }

    /** The gateway to the data of organisations. */
    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    /** The organisations. */
    public OrganisationRepository organisations() {
        return JooqOrganisationRepository.alone(database);
    }

    /** The gateway to accounts, roles, sessions, links and tokens. */
    public IdentityUnitOfWork identity() {
        return new JooqIdentityUnitOfWork(database);
    }

    /** The counted attempts to sign in. */
    public SignInAttemptRepository signInAttempts() {
        return new JooqSignInAttemptRepository(database);
    }

    /**
     * How many statements were sent since the adapter was opened, without those that begin and end transactions; a batch
     * counts once.
     */
    public long statements() {
        return database.statements();
    }

    /**
     * A number that is larger after any transaction that wrote, of this process or of another: the snapshot's {@code xmax}.
     * Caches compare it; it says nothing else.
     */
    public long revision() {
        return database.readInstallation(context -> requireNonNull(
                        context.fetchOne("select pg_snapshot_xmax(pg_current_snapshot())::text::bigint"))
                .get(0, long.class));
    }

    @Override
    public void close() {
        database.close();
    }
}
