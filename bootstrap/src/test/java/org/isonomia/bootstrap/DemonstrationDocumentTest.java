package org.isonomia.bootstrap;

import static com.google.common.collect.ImmutableListMultimap.toImmutableListMultimap;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableListMultimap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isonomia.bootstrap.SeedFiles.Quoted;
import org.isonomia.bootstrap.SeedFiles.Row;
import org.junit.jupiter.api.Test;

/** Keeps the table of {@code docs/demonstration.md} true: where each row of the seed stands in the shipped plan. */
class DemonstrationDocumentTest {

    @Test
    void tellsWhereEachRowStands() throws IOException {
        String document = Files.readString(Path.of("..", "docs", "demonstration.md"));
        assertThat(document).endsWith(table());
    }

    private static String table() {
        ImmutableListMultimap<String, Quoted> places =
                SeedFiles.statements().stream().collect(toImmutableListMultimap(Quoted::row, quoted -> quoted));
        return SeedFiles.rows().stream()
                .map(row -> line(row, places))
                .collect(joining("", "| row | force | place | also, in part | words |\n|---|---|---|---|---|\n", ""));
    }

    private static String line(Row row, ImmutableListMultimap<String, Quoted> places) {
        String whole = places.get(row.id()).stream()
                .filter(quoted -> quoted.ref().equals(row.id()))
                .map(Quoted::place)
                .collect(joining(", "));
        String parts = places.get(row.id()).stream()
                .filter(quoted -> !quoted.ref().equals(row.id()))
                .map(Quoted::place)
                .collect(joining(", "));
        return "| %s | %s | %s | %s | « %s » |\n".formatted(row.id(), row.level(), whole, parts, row.quote());
    }
}
