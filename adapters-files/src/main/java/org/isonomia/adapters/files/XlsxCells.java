package org.isonomia.adapters.files;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.isonomia.adapters.files.XlsxLayout.CellType;
import org.isonomia.application.document.Node;
import org.isonomia.application.document.Node.Scalar;
import org.isonomia.application.document.Node.ScalarKind;
import org.isonomia.application.document.Position;
import org.isonomia.domain.kernel.Violation;

/**
 * Reads the cells of one sheet.
 *
 * @param sheet the sheet's name
 * @param report where violations go
 */
record XlsxCells(String sheet, Consumer<Violation> report) {

    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,18}");
    private static final ImmutableMap<String, String> FLAGS =
            ImmutableMap.of("true", "true", "vrai", "true", "false", "false", "faux", "false");
    private static final Pattern NOT_A_UNIT = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.");
    private static final int MOST_DIGITS = 30;
    private static final int FIRST_DATE_FORMAT = 14;
    private static final int MONTH_FORMAT = 17;
    private static final int LAST_DATE_FORMAT = 22;

    /** Where a cell stands. */
    Position place(Cell cell) {
        return place(cell.getAddress().toString());
    }

    /** A place on this sheet. */
    Position place(String address) {
        return new Position.Cell(sheet, address);
    }

    /** The node that a cell holds under a key; empty if the cell is empty or wrong. */
    Optional<Node> read(Cell cell, String key) {
        CellType type = XlsxLayout.typeOf(key);
        if (cell.getFormula() != null) {
            Optional<Node> flag =
                    type == CellType.FLAG ? flag(cell.getFormula().replace("()", ""), cell) : Optional.empty();
            if (flag.isPresent()) {
                return flag;
            }
            report.accept(FileCodes.at(place(cell), FileCodes.FORMULA, "a formula: paste its value instead"));
            return Optional.empty();
        }
        return switch (cell.getType()) {
            case STRING -> text(cell, type);
            case NUMBER -> number(cell, type);
            case BOOLEAN ->
                Optional.of(new Scalar(ScalarKind.BOOLEAN, cell.asBoolean().toString(), place(cell)));
            case FORMULA, ERROR -> {
                report.accept(FileCodes.at(place(cell), FileCodes.CELL_ERROR, "the cell holds an error"));
                yield Optional.empty();
            }
            case EMPTY -> Optional.empty();
        };
    }

    /** A truth value by its name; LibreOffice stores one as a formula that has nothing but this name. */
    private Optional<Node> flag(String name, Cell cell) {
        return Optional.ofNullable(FLAGS.get(name.strip().toLowerCase(Locale.ROOT)))
                .map(value -> new Scalar(ScalarKind.BOOLEAN, value, place(cell)));
    }

    private Optional<Node> text(Cell cell, CellType type) {
        String text = CellText.unescape(cell.asString());
        if (text.isBlank()) {
            return Optional.empty();
        }
        if (type == CellType.FLAG) {
            return flag(text, cell).or(() -> Optional.of(text(text, cell)));
        }
        if (type == CellType.NUMBER && WHOLE.matcher(text.strip()).matches()) {
            return Optional.of(new Scalar(ScalarKind.NUMBER, text.strip(), place(cell)));
        }
        if (type == CellType.LIST) {
            return Optional.of(new Node.Sequence(
                    CellText.split(text).stream().map(item -> text(item, cell)).collect(toImmutableList()),
                    place(cell)));
        }
        return Optional.of(text(text, cell));
    }

    private Optional<Node> number(Cell cell, CellType type) {
        boolean date = isDate(cell);
        if (date && type == CellType.DATE) {
            return Optional.of(text(date(cell), cell));
        }
        BigDecimal number = cell.asNumber().stripTrailingZeros();
        boolean absurd = Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS;
        String written = absurd ? number.toString() : number.toPlainString();
        boolean ambiguous = date || absurd || (number.scale() > 0 && (type == CellType.TEXT || type == CellType.LIST));
        if (ambiguous) {
            String message = "a spreadsheet number where a text is meant: format the cell as text and type it again";
            report.accept(FileCodes.at(place(cell), FileCodes.CELL_NOT_TEXT, message, written));
            return Optional.empty();
        }
        return Optional.of(
                switch (type) {
                    case TEXT, DECIMAL -> text(written, cell);
                    case LIST -> Node.sequence(List.of(text(written, cell)));
                    case NUMBER, DATE, FLAG -> new Scalar(ScalarKind.NUMBER, written, place(cell));
                });
    }

    private Node text(String text, Cell cell) {
        return new Scalar(ScalarKind.TEXT, text, place(cell));
    }

    private static boolean isDate(Cell cell) {
        Integer id = cell.getDataFormatId();
        if (id != null && id >= FIRST_DATE_FORMAT && id <= LAST_DATE_FORMAT) {
            return true;
        }
        String units = units(cell);
        return units.contains("yy") || units.contains("aa") || (units.contains("d") && units.contains("m"));
    }

    /** The date as precise as the cell shows it: a format without days is a month. */
    private static String date(Cell cell) {
        LocalDate day = cell.asDate().toLocalDate();
        Integer id = cell.getDataFormatId();
        String units = units(cell);
        boolean month = (id != null && id == MONTH_FORMAT)
                || (units.contains("m") && !units.contains("d") && !units.contains("j"));
        return month ? YearMonth.from(day).toString() : day.toString();
    }

    private static String units(Cell cell) {
        String format = cell.getDataFormatString();
        return format == null || format.equalsIgnoreCase("general")
                ? ""
                : NOT_A_UNIT.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
