package org.isonomia.postgres;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server that this process starts, uses alone and stops.
 *
 * <p>It keeps everything in one folder: the cluster, the passwords, the log and a lock against a second user. Commits
 * are on disk when they are acknowledged; if this process is killed, the next start on the same folder stops the server
 * that was left behind and finds every acknowledged commit. The server listens on the loopback interface only and lets
 * nobody in without a password.
 *
 * <pre>{@code
 * try (LocalPostgres postgres = LocalPostgres.start(PostgresSettings.in(folder))) {
 *     // … whatever does not need the database …
 *     DatabaseLogins logins = postgres.await();
 * }
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class LocalPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalPostgres.class);

    private final PostgresSettings settings;
    private final CompletableFuture<Launch.Launched> launched;
    private final AtomicBoolean closing = new AtomicBoolean();

    private LocalPostgres(PostgresSettings settings) {
        this.settings = settings;
        this.launched = new CompletableFuture<>();
    }

    /**
     * Begins to start the server and returns at once, so that the program goes on starting beside it. The first start
     * on a folder creates the cluster, the roles and the database. Nothing is thrown here: failures come out of
     * {@link #ready()} and {@link #await()}.
     *
     * @return the server, to be closed by the caller even if it fails to start
     */
    public static LocalPostgres start(PostgresSettings settings) {
        LocalPostgres postgres = new LocalPostgres(settings);
        Thread thread = new Thread(postgres::launch, "postgres-start");
        thread.setDaemon(true);
        thread.start();
        return postgres;
    }

    private void launch() {
        try {
            Launch.Launched result = new Launch(settings, closing::get).run();
            CompletableFuture<Void> unused = result.server().process().onExit().thenAccept(this::reportUnexpectedEnd);
            launched.complete(result);
        } catch (RuntimeException | Error failure) {
            launched.completeExceptionally(failure);
        }
    }

    private void reportUnexpectedEnd(Process process) {
        if (!closing.get()) {
            LOG.error(
                    "The PostgreSQL server on {} ended by itself with code {}", settings.folder(), process.exitValue());
        }
    }

    /**
     * Completes when the product's database accepts connections and the three roles exist; completes exceptionally with
     * a {@link PostgresException} if that will not happen. Completing or cancelling the result has no effect on the
     * server.
     */
    public CompletableFuture<DatabaseLogins> ready() {
        return launched.thenApply(Launch.Launched::logins);
    }

    /**
     * Waits until the server is {@linkplain #ready() ready}.
     *
     * @throws PostgresException if it does not start
     */
    public DatabaseLogins await() {
        return awaitLaunched().logins();
    }

    /**
     * The superuser's way into the server's maintenance database, for work on the server itself: databases, roles,
     * extensions. The product must not use it for anything else. Waits until the server is ready.
     *
     * @throws PostgresException if it does not start
     */
    public Login superuser() {
        return awaitLaunched().superuser();
    }

    private Launch.Launched awaitLaunched() {
        try {
            return launched.join();
        } catch (CompletionException failure) {
            @Nullable Throwable cause = failure.getCause();
            if (cause instanceof PostgresException reason) {
                throw new PostgresException(String.valueOf(reason.getMessage()), reason);
            }
            throw failure;
        }
    }

    /** The folder in which this server keeps everything. */
    public Path folder() {
        return settings.folder();
    }

    /** Also closes this server when the virtual machine ends in an orderly way, unless it has been closed by then. */
    public LocalPostgres closeOnShutdown() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "postgres-stop"));
        return this;
    }

    /**
     * Stops the server and returns when it has ended: open transactions are rolled back, connections are cut, committed
     * work is kept. A server that is still starting is stopped as well. A second call waits for the first one's effect
     * and does nothing else.
     *
     * @throws PostgresException if the server does not end
     */
    @Override
    public void close() {
        closing.set(true);
        launched.handle((result, failure) -> result)
                .thenAccept(LocalPostgres::stop)
                .join();
    }

    private static void stop(Launch.@Nullable Launched launched) {
        if (launched != null) {
            synchronized (launched.lock()) {
                new Shutdown(launched.server().process().toHandle()).run();
                launched.lock().close();
            }
        }
    }
}
