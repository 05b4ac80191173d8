package org.isonomia.bootstrap;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import com.google.common.hash.HashCode;
import java.net.URI;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.isonomia.adapters.persistence.PersistenceAdapter;
import org.isonomia.application.access.Caller;
import org.isonomia.application.access.Gateway;
import org.isonomia.application.access.Once;
import org.isonomia.application.history.Journal;
import org.isonomia.application.history.Journals;
import org.isonomia.application.identity.IdentityUseCases;
import org.isonomia.application.journal.JournalWriter;
import org.isonomia.application.network.NetworkUseCases;
import org.isonomia.application.plan.PlanUseCases;
import org.isonomia.application.plan.Today;
import org.isonomia.application.reference.ReferenceData;
import org.isonomia.application.spi.IdSource;
import org.isonomia.domain.access.Actor;
import org.isonomia.postgres.DatabaseLogins;
import org.isonomia.postgres.LocalPostgres;
import org.isonomia.postgres.Login;
import org.isonomia.postgres.PostgresSettings;
import org.isonomia.postgres.RoleCheck;
import org.isonomia.postgres.RunningPostgres;
import org.isonomia.postgres.ServerVersion;

/** An opened installation: its database and the use cases on it. All wiring of the product stands here. */
final class Installation implements AutoCloseable {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

    private final Optional<LocalPostgres> embedded;
    private final PersistenceAdapter persistence;
    private final Offered offered;
    private final Revision revision;
    private final Configuration configuration;

    /** Everything that can be asked. */
    private record Offered(
            PlanUseCases plans, Journals journals, NetworkUseCases networks, IdentityUseCases identity) {}

    private Installation(
            Optional<LocalPostgres> embedded,
            PersistenceAdapter persistence,
            Offered offered,
            Revision revision,
            Configuration configuration) {
        this.embedded = embedded;
        this.persistence = persistence;
        this.offered = offered;
        this.revision = revision;
        this.configuration = configuration;
    }

    /** The server of an installation, starting beside whatever the caller does next. */
    static Optional<LocalPostgres> begin(Configuration configuration) {
        return configuration.server().isPresent() || running(configuration).isPresent()
                ? Optional.empty()
                : Optional.of(LocalPostgres.start(PostgresSettings.in(configuration.dataFolder())));
    }

    private static Optional<DatabaseLogins> running(Configuration configuration) {
        return RunningPostgres.in(configuration.dataFolder());
    }

    /** Opens an installation whose server was begun. */
    static Installation open(Configuration configuration, Optional<LocalPostgres> begun) {
        InstantSource clock = InstantSource.system();
        Login owner;
        Login app;
        if (configuration.server().isPresent()) {
            Configuration.OwnServer own = configuration.server().get();
            owner = new Login(own.url(), own.ownerUser(), own.ownerPassword());
            app = new Login(own.url(), own.appUser(), own.appPassword());
            refuseUnsafe(app);
        } else {
            DatabaseLogins logins = begun.map(LocalPostgres::await)
                    .or(() -> running(configuration))
                    .orElseThrow(() -> new IllegalStateException("the database server has gone"));
            owner = logins.owner();
            app = logins.app();
        }
        PersistenceAdapter.migrate(owner.url(), owner.user(), owner.password());
        return wire(configuration, begun, persistence(app, configuration), clock);
    }

    private static Installation wire(
            Configuration configuration,
            Optional<LocalPostgres> begun,
            PersistenceAdapter persistence,
            InstantSource clock) {
        Revision revision = new Revision();
        revision.watch(persistence::revision);
        Gateway gateway = new Gateway(
                persistence.organisations(),
                revision.counting(persistence.unitOfWork()),
                new JournalWriter(clock, Installation::salt),
                PlanUseCases.watch());
        PlanUseCases useCases = PlanUseCases.of(
                gateway, IDS::generate, new Today(clock), configuration.healthRule(), ReferenceData.shipped());
        Journals journals =
                Journals.of(gateway, new JournalKey(configuration.dataFolder().resolve("journal.key")), clock);
        IdentityUseCases identity = IdentityWiring.open(
                persistence,
                configuration.dataFolder(),
                IDS::generate,
                clock,
                configuration.signIn().settings(),
                configuration.signIn().opened());
        NetworkUseCases networks = NetworkUseCases.of(gateway, clock);
        return new Installation(
                begun, persistence, new Offered(useCases, journals, networks, identity), revision, configuration);
    }

    private static PersistenceAdapter persistence(Login app, Configuration configuration) {
        return PersistenceAdapter.open(new PersistenceAdapter.Settings(
                app.url(),
                app.user(),
                app.password(),
                configuration.poolSize(),
                Duration.ofSeconds(10),
                Duration.ofSeconds(30)));
    }

    /** What makes that nobody finds out an erased text by trying. */
    static HashCode salt() {
        byte[] bits = new byte[16];
        RANDOM.nextBytes(bits);
        return HashCode.fromBytes(bits);
    }

    /** Opens an installation. */
    static Installation open(Configuration configuration) {
        return open(configuration, begin(configuration));
    }

    /**
     * Opens an installation whose database is there already.
     *
     * @throws ConfigurationException if there is none, of which nothing is made
     */
    static Installation openExisting(Configuration configuration) {
        refuseAbsent(configuration);
        return open(configuration);
    }

    /**
     * Opens an installation as it is: of a server of the operator's own, nothing is changed.
     *
     * @throws ConfigurationException if there is no database, or it has not the schema of this version
     */
    static Installation openAsItIs(Configuration configuration) {
        refuseAbsent(configuration);
        configuration.server().ifPresent(own -> {
            refuseUnsafe(new Login(own.url(), own.appUser(), own.appPassword()));
            refuseOldSchema(own);
        });
        return open(configuration);
    }

    private static void refuseOldSchema(Configuration.OwnServer own) {
        int pending = PersistenceAdapter.pendingMigrations(own.url(), own.ownerUser(), own.ownerPassword());
        if (pending > 0) {
            throw new ConfigurationException(List.of("answers, but its schema is not of this version: " + pending
                    + " migrations are to be made, as ./isonomia serve does; make a backup first"));
        }
    }

    private static void refuseAbsent(Configuration configuration) {
        if (configuration.server().isEmpty()
                && !Files.isDirectory(configuration.dataFolder().resolve("cluster"))) {
            throw new ConfigurationException(List.of("there is no database in " + configuration.dataFolder()
                    + ": ./isonomia serve or plan import makes one; another folder is named by --data"));
        }
    }

    private static void refuseUnsafe(Login app) {
        List<String> problems = new ArrayList<>();
        try (Connection connection = app.connect()) {
            ServerVersion.of(connection).refusal().ifPresent(problems::add);
            RoleCheck.excesses(connection).forEach(excess -> problems.add("the role " + app.user() + " " + excess));
        } catch (SQLException e) {
            problems.add("the database cannot be reached: " + e.getMessage());
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }

    /**
     * Lays the demonstration into the installation, unless there is an organisation.
     *
     * @return whether there was none
     */
    boolean demonstrate() {
        boolean empty = desk().reading().organisations().isEmpty();
        if (empty) {
            new Demonstration(offered.plans(), offered.networks()).lay();
        }
        return empty;
    }

    /** Where new identities come from. */
    IdSource ids() {
        return IDS::generate;
    }

    NetworkUseCases networks() {
        return offered.networks();
    }

    /** The networks on behalf of whoever sits at this machine. */
    NetworkUseCases.Desk network() {
        return offered.networks().by(operator());
    }

    PlanUseCases useCases() {
        return offered.plans();
    }

    Journals journals() {
        return offered.journals();
    }

    /** What the server does by itself, once it is told to begin. */
    Housekeeping housekeeping() {
        return new Housekeeping(persistence.organisations(), offered.journals(), once());
    }

    /** What lets requests with a key happen once. */
    Once once() {
        return new Once(
                persistence.organisations(),
                revision.counting(persistence.unitOfWork()),
                InstantSource.system(),
                configuration.upkeep().keepAnswers());
    }

    /** The use cases on behalf of whoever sits at this machine. */
    PlanUseCases.Desk desk() {
        return offered.plans().by(operator());
    }

    /** The journals on behalf of whoever sits at this machine. */
    Journal journal() {
        return offered.journals().by(operator());
    }

    /** Whoever sits at this machine, as use cases are told. */
    static Caller operator() {
        return new Caller(system(), "command-line");
    }

    /** Whoever sits at this machine. */
    static Actor system() {
        String name = Optional.ofNullable(System.getProperty("user.name"))
                .filter(known -> !known.isBlank())
                .orElse("operator");
        return Actor.system(name);
    }

    IdentityUseCases identity() {
        return offered.identity();
    }

    /** Where browsers reach the server, as far as the configuration tells. */
    URI address() {
        String host = configuration.http().host();
        return configuration
                .signIn()
                .address()
                .orElseGet(() -> URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":"
                        + configuration.http().port()));
    }

    Revision revision() {
        return revision;
    }

    /** Whether the database answers. */
    boolean answers() {
        try {
            return persistence.revision() > 0;
        } catch (RuntimeException e) {
            return false;
        }
    }

    PersistenceAdapter persistence() {
        return persistence;
    }

    @Override
    public void close() {
        revision.close();
        persistence.close();
        embedded.ifPresent(LocalPostgres::close);
    }
}
