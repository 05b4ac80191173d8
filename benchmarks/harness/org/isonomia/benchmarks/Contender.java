package org.isonomia.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.isonomia.postgres.Login;

/** Something that answers as fast as it can to 32 clients. */
interface Contender {

    int CLIENTS = 32;
    int GENERATOR_THREADS = 2;

    String name();

    Sample run(Duration time);

    /**
     * What was seen in one run.
     *
     * @param rate requests a second
     * @param p99 milliseconds within which 99 % were answered; empty where the generator does not say
     * @param cpu of server and database for each request, in microseconds; empty where it cannot be told
     */
    record Sample(double rate, Optional<Double> p99, Optional<Double> cpu) {}

    /**
     * An HTTP server under {@code wrk}.
     *
     * @param name what it is called in the tables
     * @param server where it runs
     * @param path what is asked; the numbers from 1 to {@code last}, at random, are put after it if there is a last one
     * @param last the last number
     * @param headers sent along
     */
    record Http(String name, Server server, String path, int last, List<String> headers) implements Contender {

        private static final Pattern RESULT = Pattern.compile("RESULT (\\d+) (\\d+) (\\d+) (\\d+)");
        private static final Path SCRIPT = Path.of("harness", "request.lua");

        @Override
        public Sample run(Duration time) {
            List<String> command = new ArrayList<>(List.of("wrk", "-t" + GENERATOR_THREADS, "-c" + CLIENTS));
            command.addAll(List.of("-d" + Math.max(1, time.toSeconds()) + "s", "-s", SCRIPT.toString()));
            headers.forEach(header -> command.addAll(List.of("-H", header)));
            command.addAll(
                    List.of(server.at("/").toString(), "--", path, Integer.toString(last)));
            Cpu before = Cpu.now(server);
            String said = Programs.run(Path.of("").toAbsolutePath(), Map.of(), command);
            Cpu after = Cpu.now(server);
            Matcher result = RESULT.matcher(said);
            if (!result.find()) {
                throw new IllegalStateException(said);
            }
            long requests = Long.parseLong(result.group(1));
            if (Long.parseLong(result.group(3)) > 0) {
                throw new IllegalStateException(name + ": " + path + " did not always succeed\n" + said);
            }
            return new Sample(
                    requests * 1e6 / Long.parseLong(result.group(2)),
                    Optional.of(Long.parseLong(result.group(4)) / 1000.0),
                    Optional.of((after.micros() - before.micros()) / (double) requests));
        }
    }

    /** Processor time used so far by a server and by all of the database. */
    record Cpu(long micros) {
        static Cpu now(Server server) {
            long database = ProcessHandle.current()
                    .descendants()
                    .filter(process ->
                            process.info().command().orElse("").endsWith("/postgres"))
                    .mapToLong(Cpu::of)
                    .sum();
            return new Cpu(of(server.handle()) + database);
        }

        private static long of(ProcessHandle process) {
            return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L) / 1000;
        }
    }

    /** The same statements as one of our answers, prepared, under {@code pgbench}: what the database itself can bear. */
    record Pgbench(String name, Path script, Map<String, String> variables, Login login) implements Contender {

        private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without initial");
        private static final Pattern URL = Pattern.compile("jdbc:postgresql://([^:/]+):(\\d+)/([^?]+).*");

        @Override
        public Sample run(Duration time) {
            Matcher url = URL.matcher(login.url());
            if (!url.matches()) {
                throw new IllegalStateException(login.url());
            }
            List<String> command = new ArrayList<>(List.of("pgbench", "-n", "-M", "prepared", "-c" + CLIENTS));
            command.addAll(List.of("-j" + GENERATOR_THREADS, "-T", Long.toString(Math.max(1, time.toSeconds()))));
            variables.forEach((variable, value) -> command.addAll(List.of("-D", variable + "=" + value)));
            command.addAll(List.of("-f", script.toString(), "-h", url.group(1), "-p", url.group(2)));
            command.addAll(List.of("-U", login.user(), url.group(3)));
            String said = Programs.run(
                    Path.of("").toAbsolutePath(), Map.of("PGPASSWORD", login.password()), command);
            Matcher rate = RATE.matcher(said);
            if (!rate.find() || said.contains("aborted")) {
                throw new IllegalStateException(said);
            }
            return new Sample(Double.parseDouble(rate.group(1)), Optional.empty(), Optional.empty());
        }
    }

    /** Where scripts and files of a run are kept. */
    static Path target() {
        try {
            return Files.createDirectories(Path.of("target").toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
