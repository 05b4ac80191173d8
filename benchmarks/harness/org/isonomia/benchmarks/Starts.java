package org.isonomia.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * From the start of the process to the first answer that needed the database, ours by the launcher, beside a bare Javalin
 * with the same embedded PostgreSQL; on data that exists, and on a folder that is not there yet.
 */
final class Starts {

    private final Product product;
    private final BarePeer bare;
    private final Path folder;

    Starts(Product product, BarePeer bare, Path folder) {
        this.product = product;
        this.bare = bare;
        this.folder = folder;
    }

    /** Seconds, by what was started on what. */
    record Outcome(Map<String, List<Double>> seconds) {
        Race.Spread ratio(String data) {
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < seconds.get("ours, " + data).size(); i++) {
                ratios.add(seconds.get("ours, " + data).get(i)
                        / seconds.get("bare, " + data).get(i));
            }
            return Race.Spread.of(ratios);
        }
    }

    Outcome run(int rounds) {
        System.err.println("start ...");
        Path ours = folder.resolve("start-ours");
        Path theirs = folder.resolve("start-bare");
        product.importInto(ours, product.root().resolve("bootstrap/src/main/resources/demo/plan.yaml"));
        product.importInto(ours, product.root().resolve("bootstrap/src/main/resources/demo/follow-up.yaml"));
        timed(theirs, bare::serve, BarePeer.READS_THE_DATABASE);
        timed(ours, product::serve, Product.READS_THE_DATABASE);
        Map<String, List<Double>> seconds = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            Path fresh = folder.resolve("start-new-" + round);
            note(seconds, "ours, existing", timed(ours, product::serve, Product.READS_THE_DATABASE));
            note(seconds, "bare, existing", timed(theirs, bare::serve, BarePeer.READS_THE_DATABASE));
            note(seconds, "ours, new", timed(fresh.resolve("o"), product::serve, Product.READS_THE_DATABASE));
            note(seconds, "bare, new", timed(fresh.resolve("b"), bare::serve, BarePeer.READS_THE_DATABASE));
            delete(fresh);
        }
        return new Outcome(seconds);
    }

    private static void note(Map<String, List<Double>> seconds, String what, double time) {
        seconds.computeIfAbsent(what, unused -> new ArrayList<>()).add(time);
    }

    private static double timed(Path data, Function<Path, Server> start, String path) {
        try (Server server = start.apply(data)) {
            return server.awaitAnswer(path).toNanos() / 1e9;
        }
    }

    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
