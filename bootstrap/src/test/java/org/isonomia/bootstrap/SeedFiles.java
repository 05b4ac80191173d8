package org.isonomia.bootstrap;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The seed (the plan's text and its reading) and the shipped demonstration, as trees of maps, lists and scalars. */
final class SeedFiles {

    private SeedFiles() {}

    /**
     * One row of the reading.
     *
     * @param id the row
     * @param level its force, as the plan file writes it
     * @param quote its words, without the quotation marks
     */
    record Row(String id, String level, String quote) {}

    /**
     * One statement of the plan file.
     *
     * @param place the thing it was found at, such as {@code action 1.2}
     */
    record Quoted(String ref, String level, String quote, String place) {

        /** The row it rests on: the reference, without the number of a later place. */
        String row() {
            return Splitter.on('/').splitToList(ref).getFirst();
        }
    }

    static ImmutableList<Row> rows() {
        return maps(tree("seed/seed-reading.json")).stream()
                .map(row -> new Row(text(row, "id"), level(text(row, "force")), unquoted(text(row, "quoteFr"))))
                .collect(toImmutableList());
    }

    private static String level(String force) {
        return force.equals("PROPOSE") ? "proposes" : force.toLowerCase(Locale.ROOT);
    }

    private static String unquoted(String quote) {
        return quote.substring("« ".length(), quote.length() - " »".length());
    }

    /** The text of the plan, every run of white space one space. */
    static String planText() {
        return read("seed/plan-metropolitain.txt").replaceAll("\\s+", " ");
    }

    /** Every statement of the shipped plan, in the order of the file. */
    static ImmutableList<Quoted> statements() {
        ImmutableList.Builder<Quoted> found = ImmutableList.builder();
        collect(tree("demo/plan.yaml"), "plan", found);
        return found.build();
    }

    private static void collect(Object node, String place, ImmutableList.Builder<Quoted> found) {
        if (!(node instanceof Map<?, ?> map)) {
            return;
        }
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String key = entry.getKey().toString();
            if (key.equals("statements")) {
                maps(entry.getValue())
                        .forEach(s -> found.add(new Quoted(text(s, "ref"), text(s, "level"), text(s, "quote"), place)));
            } else if (entry.getValue() instanceof List<?> list) {
                list.forEach(item -> collect(item, placeOf(key, item), found));
            } else {
                collect(entry.getValue(), key, found);
            }
        }
    }

    private static String placeOf(String key, Object item) {
        if (!(item instanceof Map<?, ?> map)) {
            return key;
        }
        return switch (key) {
            case "axes" -> "axis " + map.get("code");
            case "engagements" -> map.get("kind") + " " + map.get("territory");
            case "appropriations" -> "means of " + map.get("year");
            default -> key.substring(0, key.length() - 1) + " " + map.get("code");
        };
    }

    /** Whether the parts of a quote, cut at its ellipses and dashes, stand in a text one after the other. */
    static boolean standsIn(String quote, String whole) {
        int from = 0;
        for (String part :
                Splitter.onPattern("[…—]").trimResults().omitEmptyStrings().split(quote)) {
            int at = whole.indexOf(part, from);
            if (at < 0) {
                return false;
            }
            from = at + part.length();
        }
        return true;
    }

    /** A YAML or JSON resource; dates stay text. */
    static Object tree(String resource) {
        return new Load(LoadSettings.builder().setLabel(resource).build()).loadFromString(read(resource));
    }

    static Map<?, ?> map(Object tree, String... path) {
        Object at = tree;
        for (String key : path) {
            at = ((Map<?, ?>) at).get(key);
        }
        return (Map<?, ?>) at;
    }

    static ImmutableList<Map<?, ?>> maps(Object list) {
        return ((List<?>) list)
                .stream().<Map<?, ?>>map(item -> (Map<?, ?>) item).collect(toImmutableList());
    }

    static ImmutableList<Map<?, ?>> maps(Object tree, String key) {
        return maps(((Map<?, ?>) tree).get(key));
    }

    static String text(Map<?, ?> map, String key) {
        return String.valueOf(map.get(key));
    }

    static String read(String resource) {
        try {
            return Resources.toString(Resources.getResource(resource), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
