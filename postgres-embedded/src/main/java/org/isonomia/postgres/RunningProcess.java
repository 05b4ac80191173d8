package org.isonomia.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Whether a process runs, be it a child of this one or not. */
final class RunningProcess {

    private static final long POLL_MILLIS = 3;

    private RunningProcess() {}

    /** Where Linux tells about the process. */
    static Path directory(long pid) {
        return Path.of("/proc", Long.toString(pid));
    }

    /** Whether it has ended; so has one that only waits for its parent to take notice. */
    static boolean hasEnded(long pid) {
        try {
            String stat = Files.readString(directory(pid).resolve("stat"));
            char state = stat.charAt(stat.lastIndexOf(')') + 2);
            return state == 'Z' || state == 'X';
        } catch (IOException gone) {
            return true;
        }
    }

    /**
     * Waits for its end.
     *
     * @return whether it ended within the given time
     */
    static boolean endsWithin(long pid, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (!hasEnded(pid)) {
                if (System.nanoTime() - deadline > 0) {
                    return false;
                }
                Thread.sleep(POLL_MILLIS);
            }
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PostgresException("Interrupted while PostgreSQL was stopping.", interrupted);
        }
    }
}
