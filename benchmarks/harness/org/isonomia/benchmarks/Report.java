package org.isonomia.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.isonomia.benchmarks.Race.Spread;

/** The tables, as Markdown. */
final class Report {

    private final List<String> targets = new ArrayList<>();
    private final List<String> details = new ArrayList<>();

    void load(Race.Outcome outcome, int statements) {
        switch (outcome.title()) {
            case "one action of 10 000, by code", "one action of the real plan" -> {
                atLeast(outcome.title() + ": rate / pgbench", 0.3, outcome.ratio(Benchmarks.OURS, Benchmarks.PGBENCH));
                atLeast(outcome.title() + ": rate / Spring", 2, outcome.ratio(Benchmarks.OURS, Benchmarks.SPRING));
            }
            case "unchanged since the last read" -> {
                atLeast("unchanged page: rate / empty handler", 0.9, outcome.ratio("page", Benchmarks.EMPTY));
                atLeast("unchanged JSON: rate / empty handler", 0.9, outcome.ratio("JSON", Benchmarks.EMPTY));
            }
            case "growth: one action by code", "growth: a page of 20 actions" ->
                atLeast(outcome.title() + ", of 10 000 / of 20", 0.9, outcome.ratio("of 10 000", "of 20"));
            default ->
                atLeast(outcome.title() + ": rate / pgbench", 0.45, outcome.ratio(Benchmarks.OURS, Benchmarks.PGBENCH));
        }
        details.add("\n**" + outcome.title() + "**" + (statements > 0 ? " (" + statements + " statements)" : "") + "\n");
        details.add("| who | requests/s: min | median | max | p99 ms | CPU µs/request |");
        details.add("|---|---|---|---|---|---|");
        outcome.samples().keySet().forEach(who -> {
            Spread rate = outcome.rate(who);
            details.add("| %s | %,.0f | %,.0f | %,.0f | %s | %s |"
                    .formatted(
                            who,
                            rate.min(),
                            rate.median(),
                            rate.max(),
                            median(outcome.p99(who), "%.1f"),
                            median(outcome.cpu(who), "%.0f")));
        });
    }

    private static String median(Stream<Double> values, String format) {
        List<Double> all = values.toList();
        return all.isEmpty() ? "" : format.formatted(Spread.of(all).median());
    }

    void imports(Imports.Outcome outcome) {
        atMost("import of 10 000 actions: time / COPY", 10, outcome.ratio());
        details.add("\n**import of 10 000 actions × %d milestones** (%,d rows)\n"
                .formatted(GeneratedPlan.MILESTONES, outcome.rows()));
        seconds(Map.of("`plan import`, whole process", outcome.ours(), "COPY", outcome.copy()));
    }

    void starts(Starts.Outcome outcome) {
        atMost("start on existing data: time / bare", 2, outcome.ratio("existing"));
        atMost("start on new data: time / bare", 2, outcome.ratio("new"));
        details.add("\n**start to the first answer from the database**\n");
        seconds(outcome.seconds());
    }

    private void seconds(Map<String, List<Double>> times) {
        details.add("| what | seconds: min | median | max |");
        details.add("|---|---|---|---|");
        times.forEach((what, all) -> {
            Spread spread = Spread.of(all);
            details.add("| %s | %.2f | %.2f | %.2f |".formatted(what, spread.min(), spread.median(), spread.max()));
        });
    }

    private void atLeast(String what, double target, Spread ratio) {
        target(what, "≥ " + plain(target), ratio, ratio.median() >= target);
    }

    private void atMost(String what, double target, Spread ratio) {
        target(what, "≤ " + plain(target), ratio, ratio.median() <= target);
    }

    private void target(String what, String target, Spread ratio, boolean met) {
        targets.add("| %s | %s | %.2f | **%.2f** | %.2f | %s |"
                .formatted(what, target, ratio.min(), ratio.median(), ratio.max(), met ? "met" : "missed"));
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    String markdown(Path root) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("Measured on %s, commit %s: %s.\n"
                .formatted(LocalDate.now(ZoneOffset.UTC), commit(root), machine()));
        lines.add("| work: ratio | target | min | median | max | |");
        lines.add("|---|---|---|---|---|---|");
        lines.addAll(targets);
        lines.addAll(details);
        return String.join("\n", lines) + "\n";
    }

    private static String commit(Path root) {
        String head = Programs.run(root, Map.of(), List.of("git", "rev-parse", "--short", "HEAD"))
                .strip();
        boolean changed = !Programs.run(root, Map.of(), List.of("git", "status", "--porcelain", "-uno"))
                .isBlank();
        return head + (changed ? " with changes" : "");
    }

    private static String machine() throws IOException {
        var system = ManagementFactory.getOperatingSystemMXBean();
        String processor = Files.exists(Path.of("/proc/cpuinfo"))
                ? Files.readString(Path.of("/proc/cpuinfo"))
                        .lines()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse(system.getArch())
                : system.getArch();
        long memory = system instanceof com.sun.management.OperatingSystemMXBean more
                ? more.getTotalMemorySize() >> 30
                : 0;
        return "%s, %d processors, %d GiB, %s %s, JDK %s, PostgreSQL 18; load average before the end %.1f"
                .formatted(
                        processor,
                        system.getAvailableProcessors(),
                        memory,
                        system.getName(),
                        system.getVersion(),
                        Runtime.version(),
                        system.getSystemLoadAverage());
    }

    static {
        Locale.setDefault(Locale.ROOT);
    }
}
