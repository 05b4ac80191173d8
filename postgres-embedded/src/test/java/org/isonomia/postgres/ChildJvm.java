package org.isonomia.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A second virtual machine with the class path of this one; killed without ceremony when closed. */
final class ChildJvm implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private ChildJvm(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    static ChildJvm run(Class<?> program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        return new ChildJvm(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    long pid() {
        return process.pid();
    }

    String readLine() throws IOException {
        String line = output.readLine();
        if (line == null) {
            throw new IOException("the child ended before it said anything");
        }
        return line;
    }

    /** Reads lines until the wanted one and returns it. */
    String readUntil(String wanted) throws IOException {
        String line = output.readLine();
        while (line != null && !line.equals(wanted)) {
            line = output.readLine();
        }
        if (line == null) {
            throw new IOException("the child ended before it said " + wanted);
        }
        return line;
    }

    /** Kills it as {@code kill -9} does and returns the last whole line that it had written. */
    String killAndReadToTheEnd(String lastSoFar) throws IOException, InterruptedException {
        process.toHandle().destroyForcibly(); // unlike the process's own method, leaves its output open
        return readToTheEnd(lastSoFar);
    }

    /** Waits until it has ended and returns the last line that it wrote. */
    String readToTheEnd(String lastSoFar) throws IOException, InterruptedException {
        String last = lastSoFar;
        String line = output.readLine();
        while (line != null) {
            last = line.isEmpty() ? last : line;
            line = output.readLine();
        }
        process.waitFor();
        return last;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
