package org.isonomia.adapters.files;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.isonomia.adapters.files.XlsxLayout.CellType;
import org.isonomia.adapters.files.XlsxLayout.Place;
import org.isonomia.adapters.files.XlsxLayout.Sheet;
import org.isonomia.application.document.Node;
import org.isonomia.application.document.Node.Mapping;
import org.isonomia.application.document.Node.Scalar;
import org.isonomia.application.document.Node.Sequence;

/** Lays a plan or a follow-up out on the sheets of a workbook. */
record XlsxWriter(Mapping document, Workbook workbook) {

    private static final Scalar NOTHING = Node.nothing();
    private static final int NARROW = 18;
    private static final int WIDE = 48;
    private static final ImmutableList<String> WIDE_COLUMNS =
            ImmutableList.of("key", "value", "title", "name", "description", "objective", "quote", "note", "reason");

    /** Adds all sheets. */
    void write() {
        writeReadme();
        writePairs();
        for (Sheet sheet : XlsxLayout.SHEETS) {
            writeSheet(
                    sheet.name(),
                    sheet.columns(),
                    sheet.places().stream().flatMap(place -> rows(sheet, place)).toList());
        }
    }

    /** The keys of every such document, and what this one says of them. */
    private void writePairs() {
        boolean followUp = document.get("isonomia")
                .filter(Node.text("follow-up/1")::equals)
                .isPresent();
        Map<String, Scalar> said = flat(document);
        Set<String> keys = new LinkedHashSet<>(followUp ? XlsxLayout.FOLLOW_UP_KEYS : XlsxLayout.PLAN_KEYS);
        keys.addAll(said.keySet());
        ImmutableList.Builder<Map<String, Scalar>> pairs = ImmutableList.builder();
        for (String key : keys) {
            pairs.add(Map.of("key", Node.text(key), "value", said.getOrDefault(key, NOTHING)));
        }
        Worksheet sheet = writeSheet(XlsxLayout.PLAN, XlsxLayout.PLAN_COLUMNS, pairs.build());
        int row = 1;
        for (String key : keys) {
            XlsxGuide.addToRow(sheet, row, key);
            row++;
        }
    }

    private void writeReadme() {
        Worksheet sheet = workbook.newWorksheet(XlsxLayout.README);
        sheet.width(0, 120);
        int row = 0;
        for (String line : Splitter.on('\n').split(readme())) {
            sheet.value(row, 0, line.isEmpty() ? null : line);
            row++;
        }
        sheet.style(0, 0).bold().set();
    }

    private static String readme() {
        try {
            return Resources.toString(Resources.getResource(XlsxWriter.class, "lisez-moi.txt"), UTF_8)
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<Map<String, Scalar>> rows(Sheet sheet, Place place) {
        if (!place.isNested()) {
            return items(at(document, place.path())).map(item -> row(sheet, place, "", item));
        }
        return items(at(document, place.path()))
                .flatMap(owner -> items(owner.get(place.nested()))
                        .map(item -> row(sheet, place, identity(owner, place.identity()), item)));
    }

    private static Map<String, Scalar> row(Sheet sheet, Place place, String owner, Mapping item) {
        Map<String, Scalar> row = new LinkedHashMap<>();
        if (sheet.namesKinds()) {
            row.put(XlsxLayout.OWNER_KIND, Node.text(place.ownerKind()));
        }
        if (!owner.isEmpty()) {
            sheet.ownerColumn().ifPresent(column -> row.put(column, Node.text(owner)));
        }
        flat(item).forEach((key, value) -> {
            checkArgument(
                    sheet.columns().contains(key) && !row.containsKey(key), "no column for %s: %s", sheet.name(), key);
            row.put(key, value);
        });
        return row;
    }

    private static String identity(Mapping owner, ImmutableList<String> keys) {
        return keys.stream()
                .flatMap(key -> owner.get(key).stream())
                .map(node -> ((Scalar) node).text())
                .collect(Collectors.joining("/"));
    }

    private static Optional<Node> at(Mapping root, ImmutableList<String> path) {
        Optional<Node> found = Optional.of(root);
        for (String key : path) {
            found = found.flatMap(node -> node instanceof Mapping mapping ? mapping.get(key) : Optional.empty());
        }
        return found;
    }

    private static Stream<Mapping> items(Optional<Node> list) {
        return list.stream()
                .filter(node -> !(node instanceof Scalar scalar && scalar.isNull()))
                .flatMap(node -> ((Sequence) node).items().stream())
                .map(Mapping.class::cast);
    }

    /** The values of a mapping by their dotted keys, without the lists that stand on sheets of their own. */
    private static Map<String, Scalar> flat(Mapping mapping) {
        Map<String, Scalar> values = new LinkedHashMap<>();
        flatten("", mapping, values);
        return values;
    }

    private static void flatten(String prefix, Mapping mapping, Map<String, Scalar> values) {
        mapping.entries().forEach((key, node) -> {
            switch (node) {
                case Scalar scalar -> {
                    if (!scalar.isNull()) {
                        values.put(prefix + key, scalar);
                    }
                }
                case Mapping inner -> flatten(prefix + key + ".", inner, values);
                case Sequence list -> {
                    if (!isListOfRows(key, list)) {
                        values.put(prefix + key, joined(prefix + key, list));
                    }
                }
            }
        });
    }

    private static boolean isListOfRows(String key, Sequence list) {
        return list.items().isEmpty()
                || (XlsxLayout.LISTED.contains(key) && list.items().get(0) instanceof Mapping);
    }

    private static Scalar joined(String key, Sequence list) {
        checkArgument(
                XlsxLayout.typeOf(key) == CellType.LIST && list.items().stream().allMatch(Scalar.class::isInstance),
                "no sheet for the list %s",
                key);
        return Node.text(CellText.join(
                list.items().stream().map(item -> ((Scalar) item).text()).collect(toImmutableList())));
    }

    private Worksheet writeSheet(String name, ImmutableList<String> columns, List<Map<String, Scalar>> rows) {
        Worksheet sheet = workbook.newWorksheet(name);
        sheet.freezePane(0, 1);
        for (int column = 0; column < columns.size(); column++) {
            String key = columns.get(column);
            sheet.width(column, WIDE_COLUMNS.contains(key) ? WIDE : NARROW);
            if (XlsxLayout.typeOf(key) != CellType.NUMBER) {
                sheet.style(column).format("@").set();
            }
            sheet.value(0, column, key);
            sheet.style(0, column).bold().set();
            XlsxGuide.addToColumn(sheet, column, key);
        }
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                Scalar value = rows.get(row).get(columns.get(column));
                if (value != null) {
                    writeCell(sheet, row + 1, column, value);
                }
            }
        }
        return sheet;
    }

    private static void writeCell(Worksheet sheet, int row, int column, Scalar scalar) {
        switch (scalar.kind()) {
            case NUMBER -> sheet.value(row, column, new BigDecimal(scalar.text()));
            case BOOLEAN, TEXT -> {
                sheet.value(row, column, CellText.escape(scalar.text()));
                sheet.style(row, column).format("@").set();
            }
            case NULL -> {}
        }
    }
}
