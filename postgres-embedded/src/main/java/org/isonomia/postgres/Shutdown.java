package org.isonomia.postgres;

import java.time.Duration;
import java.util.List;

/**
 * The end of a server: first the fast kind, which rolls back what is open and writes a checkpoint; then, if that takes
 * too long, the immediate kind, after which the next start recovers from the log; at last the end of the process.
 */
record Shutdown(ProcessHandle server) {

    private static final Duration FAST = Duration.ofSeconds(30);
    private static final Duration IMMEDIATE = Duration.ofSeconds(10);

    /**
     * Returns when the server's process has ended. Nothing that was committed is lost in any of the three ways.
     *
     * @throws PostgresException if the process outlives even its killing
     */
    void run() {
        if (!ended("INT", FAST)) {
            runImmediately();
        }
    }

    /** Does without the fast kind. */
    void runImmediately() {
        if (ended("QUIT", IMMEDIATE)) {
            return;
        }
        server.destroyForcibly();
        if (!RunningProcess.endsWithin(server.pid(), IMMEDIATE)) {
            throw new PostgresException("The PostgreSQL server " + server.pid() + " does not end.");
        }
    }

    private boolean ended(String signal, Duration patience) {
        if (RunningProcess.hasEnded(server.pid())) {
            return true;
        }
        Commands.run(List.of("sh", "-c", "kill -s \"$0\" \"$1\"", signal, Long.toString(server.pid())));
        return RunningProcess.endsWithin(server.pid(), patience);
    }
}
