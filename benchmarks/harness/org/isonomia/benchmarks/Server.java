package org.isonomia.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own. */
final class Server implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Process process;
    private final int port;
    private final Path output;
    private final long begun = System.nanoTime();

    private Server(Process process, int port, Path output) {
        this.process = process;
        this.port = port;
        this.output = output;
    }

    /** Starts it; {@code {port}} in the command or the environment stands for the port it is to listen on. */
    static Server start(Path folder, Map<String, String> environment, List<String> command) {
        try {
            String port = Integer.toString(freePort());
            Path output = Files.createTempFile("benchmark-server", ".log");
            ProcessBuilder builder = new ProcessBuilder(command.stream()
                            .map(word -> word.replace("{port}", port))
                            .toList())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            environment.forEach((name, value) -> builder.environment().put(name, value.replace("{port}", port)));
            return new Server(builder.start(), Integer.parseInt(port), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Waits for the first answer that is a success; tells how long after the start it came. */
    Duration awaitAnswer(String path) {
        while (!answers(path)) {
            if (!process.isAlive() || System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new IllegalStateException("no answer from " + at(path) + "\n" + said());
            }
            try {
                process.waitFor(2, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private boolean answers(String path) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) at(path).toURL().openConnection();
            try {
                return connection.getResponseCode() == 200;
            } finally {
                connection.getInputStream().close();
            }
        } catch (IOException notYet) {
            return false;
        }
    }

    private String said() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            return "";
        }
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            Files.deleteIfExists(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
