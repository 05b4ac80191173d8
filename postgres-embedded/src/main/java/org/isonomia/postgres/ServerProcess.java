package org.isonomia.postgres;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/**
 * A running server.
 *
 * @param process the postmaster
 * @param port where it listens on the loopback interface
 */
record ServerProcess(Process process, int port) {

    private static final int ATTEMPTS = 5;
    private static final long POLL_MILLIS = 2;
    private static final long PAUSE_MILLIS = 200;

    /**
     * Messages of failures that pass: somebody took the port in between; a server that was left behind has only now
     * come to write its file, or was killed and its last processes are about to end.
     */
    private static final List<String> PASSING = List.of(
            "could not create any TCP/IP sockets",
            "lock file \"postmaster.pid\" already exists",
            "pre-existing shared memory block");

    /** Parameters that can be changed by {@link PostgresSettings#parameters()}. */
    private static final List<String> DEFAULTS =
            List.of("shared_buffers=256MB", "max_connections=100", "jit=off", "log_checkpoints=off");

    /** Parameters that cannot: given last, they win. */
    private static final List<String> FIXED = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "password_encryption=scram-sha-256",
            "timezone=UTC",
            "log_timezone=UTC",
            "lc_messages=C",
            "logging_collector=off",
            "log_destination=stderr");

    /**
     * Starts a server and waits until it accepts connections, however long its recovery takes. Tries again after a
     * failure that passes.
     *
     * @param ports gives a port to try at each attempt
     * @param cancelled asked while waiting; once it says yes the server is stopped and the start fails
     * @throws PostgresException if the server ends instead
     */
    static ServerProcess start(
            Cluster cluster, ServerLog log, PostgresSettings settings, IntSupplier ports, BooleanSupplier cancelled) {
        for (int attempt = 1; ; attempt++) {
            int port = ports.getAsInt();
            long length = log.prepare();
            Process process = launch(cluster, log, command(cluster, settings, port));
            if (becomesReady(process, cluster.path(), cancelled)) {
                return new ServerProcess(process, port);
            }
            String messages = log.since(length);
            if (attempt == ATTEMPTS || PASSING.stream().noneMatch(messages::contains)) {
                throw new PostgresException("PostgreSQL does not start on " + cluster.path() + ": "
                        + log.reasonSince(length) + " (see " + log.path() + ").");
            }
            pause();
            Orphan.clear(cluster.path(), cluster.account());
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PostgresException("Interrupted while PostgreSQL was starting.", interrupted);
        }
    }

    private static List<String> command(Cluster cluster, PostgresSettings settings, int port) {
        List<String> server = new ArrayList<>();
        server.add(cluster.binaries().program("postgres"));
        server.add("-D");
        server.add(cluster.path().toString());
        List<String> parameters = new ArrayList<>(DEFAULTS);
        parameters.addAll(settings.parameters());
        parameters.addAll(settings.durability().parameters());
        parameters.addAll(FIXED);
        parameters.add("port=" + port);
        for (String parameter : parameters) {
            server.add("-c");
            server.add(parameter);
        }
        return inOwnSession(cluster.account().command(server));
    }

    /** Ctrl+C in a terminal reaches the whole session: the server must not stop before the program that uses it. */
    private static List<String> inOwnSession(List<String> command) {
        if (!Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            return command;
        }
        List<String> detached = new ArrayList<>(List.of("/usr/bin/setsid"));
        detached.addAll(command);
        return detached;
    }

    private static Process launch(Cluster cluster, ServerLog log, List<String> command) {
        try {
            return Commands.builder(command)
                    .directory(new File("/"))
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.path().toFile()))
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException refused) {
            throw new PostgresException("PostgreSQL cannot be started on " + cluster.path() + ".", refused);
        }
    }

    private static boolean becomesReady(Process process, Path cluster, BooleanSupplier cancelled) {
        try {
            while (!isReady(process, cluster)) {
                if (cancelled.getAsBoolean()) {
                    new Shutdown(process.toHandle()).run();
                    throw new PostgresException("PostgreSQL was stopped while it was starting.");
                }
                if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException interrupted) {
            new Shutdown(process.toHandle()).run();
            Thread.currentThread().interrupt();
            throw new PostgresException("Interrupted while PostgreSQL was starting.", interrupted);
        }
    }

    private static boolean isReady(Process process, Path cluster) {
        Optional<PostmasterFile> file = PostmasterFile.read(cluster);
        return file.isPresent() && file.get().ready() && file.get().pid() == process.pid();
    }

    /** A port of the loopback interface that nobody uses at this moment. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new PostgresException("No free port is left on 127.0.0.1.", none);
        }
    }
}
