package org.isonomia.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Runs short programs of the operating system and collects what they say. */
final class Commands {

    private Commands() {}

    /**
     * What a program said and how it ended.
     *
     * @param exitCode 0 for success; 127 if the program does not exist
     * @param output standard output and error, stripped
     */
    record Outcome(int exitCode, String output) {

        boolean succeeded() {
            return exitCode == 0;
        }
    }

    /** Runs the program to its end; a program that does not exist is an outcome, not an exception. */
    static Outcome run(List<String> command) {
        Process process;
        try {
            process = builder(command).redirectErrorStream(true).start();
        } catch (IOException missing) {
            return new Outcome(127, String.valueOf(missing.getMessage()));
        }
        try {
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output.strip());
        } catch (IOException broken) {
            throw new PostgresException("The program " + command.get(0) + " stopped answering.", broken);
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new PostgresException("Interrupted while running " + command.get(0) + ".", interrupted);
        }
    }

    /** A builder with an environment that does not depend on who runs the program: C locale, UTC, no {@code PG…}. */
    static ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        String path = environment.getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin");
        environment.clear();
        environment.put("PATH", path + ":/usr/bin:/bin:/usr/sbin:/sbin");
        environment.put("LC_ALL", "C");
        environment.put("TZ", "UTC");
        return builder;
    }
}
