package org.isonomia.adapters.files;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.isonomia.adapters.files.XlsxLayout.Place;
import org.isonomia.adapters.files.XlsxLayout.Sheet;
import org.isonomia.application.document.Node;
import org.isonomia.application.document.Node.Scalar;
import org.isonomia.application.document.Position;
import org.isonomia.domain.kernel.ValueWithViolations;

/** Puts the document together from the sheets of a workbook. One reading, not safe for several threads. */
final class XlsxReader {

    private static final int MAX_CELLS = 5_000_000;

    private final ReadableWorkbook workbook;
    private final TreeBuilder tree = new TreeBuilder();
    private final DraftMapping root = new DraftMapping(new Position.Cell(XlsxLayout.PLAN, "A1"));
    private final Map<Place, Map<String, DraftMapping>> owners = new HashMap<>();
    private long cellsSeen;

    private XlsxReader(ReadableWorkbook workbook) {
        this.workbook = workbook;
    }

    /** The document of a workbook with everything that is wrong with it. */
    static ValueWithViolations<Node> read(byte[] bytes) {
        return WorkbookFile.open(bytes, workbook -> new XlsxReader(workbook).read());
    }

    private ValueWithViolations<Node> read() throws IOException {
        refuseUnknownSheets();
        for (XlsxRow row : rows(XlsxLayout.PLAN, XlsxLayout.PLAN_COLUMNS)) {
            addPair(row);
        }
        Map<Sheet, List<XlsxRow>> nested = new HashMap<>();
        for (Sheet sheet : XlsxLayout.SHEETS) {
            List<XlsxRow> found = rows(sheet.name(), sheet.columns());
            if (sheet.ownerColumn().isPresent()) {
                nested.put(sheet, found);
            } else {
                Place place = sheet.places().get(0);
                found.forEach(row -> append(root, place.path(), sheet, row));
            }
        }
        for (Sheet sheet : XlsxLayout.SHEETS) {
            nested.getOrDefault(sheet, List.of()).forEach(row -> addToOwner(sheet, row));
        }
        tree.add(root.build());
        return tree.result();
    }

    private void refuseUnknownSheets() {
        ImmutableSet<String> known = ImmutableSet.<String>builder()
                .add(XlsxLayout.README, XlsxLayout.PLAN)
                .addAll(XlsxLayout.SHEETS.stream().map(Sheet::name).iterator())
                .build();
        workbook.getSheets()
                .map(org.dhatim.fastexcel.reader.Sheet::getName)
                .filter(name -> !known.contains(name))
                .forEach(name -> tree.report(FileCodes.at(
                                new Position.Cell(name, "A1"), FileCodes.UNKNOWN_SHEET, "unknown sheet: " + name, name)
                        .with("expected", "one of " + String.join(", ", known))));
    }

    private List<XlsxRow> rows(String sheetName, ImmutableList<String> columns) throws IOException {
        Optional<org.dhatim.fastexcel.reader.Sheet> sheet = workbook.findSheet(sheetName);
        ImmutableList.Builder<XlsxRow> found = ImmutableList.builder();
        if (sheet.isEmpty()) {
            return found.build();
        }
        XlsxCells cells = new XlsxCells(sheetName, tree::report);
        try (Stream<Row> stream = sheet.get().openStream()) {
            Iterator<Row> lines = stream.iterator();
            ImmutableMap<Integer, String> headings =
                    lines.hasNext() ? headings(lines.next(), cells, columns) : ImmutableMap.of();
            while (lines.hasNext()) {
                Row line = lines.next();
                cellsSeen += line.getCellCount() + 1L;
                if (cellsSeen > MAX_CELLS) {
                    String message = "more than five million cells, empty ones included";
                    tree.report(FileCodes.at(cells.place("A" + line.getRowNum()), FileCodes.TOO_LARGE, message));
                    break;
                }
                row(line, headings, cells).ifPresent(found::add);
            }
        }
        return found.build();
    }

    /** The keys by column; empty for a column that was refused. */
    private ImmutableMap<Integer, String> headings(Row line, XlsxCells cells, ImmutableList<String> columns) {
        ImmutableMap.Builder<Integer, String> headings = ImmutableMap.builder();
        Set<String> seen = new HashSet<>();
        for (Cell cell : filled(line)) {
            String name = cell.getText().strip();
            boolean good = columns.contains(name) && seen.add(name);
            headings.put(cell.getColumnIndex(), good ? name : "");
            if (!good) {
                String message = seen.contains(name) ? "the column is there twice: " : "unknown column: ";
                tree.report(FileCodes.at(cells.place(cell), FileCodes.UNKNOWN_COLUMN, message + name, name)
                        .with("expected", "each once of " + String.join(", ", columns)));
            }
        }
        return headings.buildOrThrow();
    }

    private Optional<XlsxRow> row(Row line, ImmutableMap<Integer, String> headings, XlsxCells cells) {
        String keyOfValue = "";
        ImmutableMap.Builder<String, Node> values = ImmutableMap.builder();
        for (Cell cell : filled(line)) {
            String heading = headings.get(cell.getColumnIndex());
            if (heading == null) {
                String message = "a value under no heading";
                tree.report(FileCodes.at(cells.place(cell), FileCodes.UNKNOWN_COLUMN, message, cell.getText()));
            } else if (!heading.isEmpty()) {
                Optional<Node> value = cells.read(cell, heading.equals("value") ? keyOfValue : heading);
                if (heading.equals("key")) {
                    keyOfValue =
                            value.map(node -> ((Scalar) node).text().strip()).orElse("");
                }
                value.ifPresent(node -> values.put(heading, node));
            }
        }
        ImmutableMap<String, Node> read = values.buildOrThrow();
        return read.isEmpty() ? Optional.empty() : Optional.of(new XlsxRow(cells.place("A" + line.getRowNum()), read));
    }

    private static List<Cell> filled(Row line) {
        return line.stream()
                .filter(cell ->
                        cell != null && (isFormula(cell) || !cell.getText().isBlank()))
                .toList();
    }

    private static boolean isFormula(Cell cell) {
        return cell.getFormula() != null;
    }

    private void addPair(XlsxRow row) {
        String key = row.text("key");
        Optional<Node> value = Optional.ofNullable(row.values().get("value"));
        if (key.isEmpty()) {
            tree.report(FileCodes.at(row.position(), FileCodes.UNKNOWN_COLUMN, "a value without a key"));
        } else if (value.isPresent() && !root.put(XlsxLayout.PATH.splitToList(key), value.get())) {
            tree.report(FileCodes.at(row.position(), FileCodes.DUPLICATE_KEY, "the key is there twice: " + key, key));
        }
    }

    private void addToOwner(Sheet sheet, XlsxRow row) {
        String kind = sheet.namesKinds() ? row.text(XlsxLayout.OWNER_KIND) : "";
        String code = row.text(sheet.ownerColumn().orElseThrow());
        Optional<Place> place = sheet.places().stream()
                .filter(candidate -> candidate.ownerKind().equals(kind))
                .findFirst();
        if (place.isPresent() && !place.get().isNested() && code.isEmpty()) {
            append(root, place.get().path(), sheet, row);
            return;
        }
        Optional<DraftMapping> owner = place.filter(Place::isNested).flatMap(found -> owner(found, code));
        if (owner.isPresent()) {
            append(owner.get(), ImmutableList.of(place.get().nested()), sheet, row);
        } else {
            String named = (kind + " " + code).strip();
            tree.report(FileCodes.at(row.position(), FileCodes.UNKNOWN_OWNER, "nothing is known as " + named, named));
        }
    }

    // All owners are known by now, so that each list of them is looked through once.
    private Optional<DraftMapping> owner(Place place, String code) {
        Map<String, DraftMapping> known = owners.computeIfAbsent(place, absent -> {
            Map<String, DraftMapping> byCode = new HashMap<>();
            root.entries(absent.path()).forEach(entry -> byCode.putIfAbsent(entry.identity(absent.identity()), entry));
            return byCode;
        });
        return Optional.ofNullable(known.get(code));
    }

    private void append(DraftMapping holder, ImmutableList<String> path, Sheet sheet, XlsxRow row) {
        DraftMapping entry = new DraftMapping(row.position());
        row.values().forEach((column, value) -> {
            if (!sheet.isOwnerColumn(column)) {
                entry.put(XlsxLayout.PATH.splitToList(column), value);
            }
        });
        if (!holder.append(path, entry)) {
            String key = String.join(".", path);
            tree.report(FileCodes.at(row.position(), FileCodes.DUPLICATE_KEY, "another value is there: " + key, key));
        }
    }
}
