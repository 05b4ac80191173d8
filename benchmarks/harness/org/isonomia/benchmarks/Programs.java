package org.isonomia.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs other programs to their end. */
final class Programs {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private Programs() {}

    /** What it printed; fails with that if it did not succeed. */
    static String run(Path folder, Map<String, String> environment, List<String> command) {
        try {
            Path output = Files.createTempFile("benchmark", ".log");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            String said = Files.readString(output);
            Files.delete(output);
            if (!ended || process.exitValue() != 0) {
                throw new IllegalStateException("failed: " + String.join(" ", command) + "\n" + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Refuses to begin without a program; says in one sentence what to install. */
    static void require(String name, String packages) {
        boolean there = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
        if (!there) {
            System.err.println("The benchmarks need " + name + ": install the package " + packages + ".");
            System.exit(1);
        }
    }
}
