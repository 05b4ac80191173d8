package org.isonomia.benchmarks;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The statements of one request, read from the server's log while our server answers it, as a script for pgbench. Captured
 * anew in each run, so that they cannot differ from what the product asks.
 *
 * @param script the script
 * @param variables the values of its variables, but for {@code code} where it is drawn at random
 * @param statements how many statements it has
 */
record Capture(Path script, Map<String, String> variables, int statements) {

    private static final Pattern ENTRY = Pattern.compile("(?m)^([^|\\n]*)\\|([A-Z]+): +(.*(?:\\n\\t.*)*)");
    private static final Pattern EXECUTE = Pattern.compile("(?s)(?:execute [^:]+|statement): (.*)");
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+) = ('((?:[^']|'')*)'|NULL)");

    private record Executed(String transaction, String sql, String parameters) {

        /** Whether both came in one message: they share a transaction that nobody began. */
        boolean isWith(Executed other, Set<String> begun) {
            return transaction.equals(other.transaction) && !begun.contains(transaction);
        }
    }

    /**
     * @param name what the script is called
     * @param lines what the server logged
     * @param marked a parameter that is drawn at random in the script; null for none
     * @param largest the largest number drawn
     */
    static Capture of(String name, String lines, String marked, int largest) {
        List<Executed> executed = executed(lines);
        Set<String> begun = executed.stream()
                .filter(one -> one.sql().equalsIgnoreCase("begin"))
                .map(Executed::transaction)
                .collect(toSet());
        StringBuilder script = new StringBuilder();
        Map<String, String> variables = new LinkedHashMap<>();
        if (marked != null) {
            script.append("\\set code random(1, ").append(largest).append(")\n");
        }
        for (int i = 0; i < executed.size(); i++) {
            Executed one = executed.get(i);
            // In a pipeline, so that pgbench sends one message too.
            boolean first = i == 0 || !one.isWith(executed.get(i - 1), begun);
            boolean last = i == executed.size() - 1 || !one.isWith(executed.get(i + 1), begun);
            script.append(first && !last ? "\\startpipeline\n" : "")
                    .append(text(one, "p" + i + "_", marked, variables))
                    .append(last && !first ? ";\n\\endpipeline\n" : ";\n");
        }
        try {
            Path file = Contender.target().resolve(name + ".sql");
            Files.writeString(file, script);
            return new Capture(file, variables, executed.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Executed one, String prefix, String marked, Map<String, String> variables) {
        String sql = one.sql();
        Matcher parameter = PARAMETER.matcher(one.parameters());
        while (parameter.find()) {
            String value = parameter.group(3);
            String replacement = ":" + prefix + parameter.group(1);
            if (value == null || value.isEmpty()) {
                replacement = value == null ? "null" : "''"; // pgbench has no such variables
            } else if (value.equals(marked)) {
                replacement = ":code";
            } else {
                variables.put(replacement.substring(1), value.replace("''", "'"));
            }
            sql = sql.replaceAll("\\$" + parameter.group(1) + "(?!\\d)", replacement);
        }
        return sql;
    }

    /** In order, without those of others and of the product's own watch over the database's revision. */
    private static List<Executed> executed(String lines) {
        List<Executed> all = new ArrayList<>();
        Matcher entry = ENTRY.matcher(lines);
        while (entry.find()) {
            String text = entry.group(3).replace("\n\t", "\n");
            Matcher execute = EXECUTE.matcher(text);
            if (entry.group(2).equals("LOG") && execute.matches()) {
                all.add(new Executed(entry.group(1), execute.group(1), ""));
            } else if (entry.group(2).equals("DETAIL") && text.toLowerCase().startsWith("parameters: ")) {
                Executed of = all.removeLast();
                all.add(new Executed(of.transaction(), of.sql(), text));
            }
        }
        Set<String> others = new HashSet<>();
        all.stream()
                .filter(one -> one.sql().contains("pg_current_snapshot") || one.sql().contains("marker_of_the"))
                .forEach(one -> others.add(one.transaction()));
        all.removeIf(one -> others.contains(one.transaction())
                || one.sql().toLowerCase().startsWith("set extra_float_digits")
                || one.sql().toLowerCase().startsWith("set application_name"));
        return all;
    }

    Contender.Pgbench contender(BenchDatabase database) {
        return new Contender.Pgbench("pgbench", script, variables, database.app());
    }
}
