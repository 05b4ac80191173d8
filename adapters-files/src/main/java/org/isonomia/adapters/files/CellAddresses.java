package org.isonomia.adapters.files;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The addresses of a spreadsheet's cells, A1 to XFD1048576. */
final class CellAddresses {

    private static final Pattern CELL = Pattern.compile("([A-Z]{1,3})([1-9][0-9]{0,6})");
    private static final Pattern ROW = Pattern.compile("[1-9][0-9]{0,6}");
    private static final int MOST_ROWS = 1 << 20;
    private static final String LAST_COLUMN = "XFD";

    private CellAddresses() {}

    /** Whether a spreadsheet has this cell. */
    static boolean isCell(String address) {
        Matcher parts = CELL.matcher(address);
        return parts.matches()
                && (parts.group(1).length() < LAST_COLUMN.length()
                        || parts.group(1).compareTo(LAST_COLUMN) <= 0)
                && isRow(parts.group(2));
    }

    /** Whether a spreadsheet has a row of this number. */
    static boolean isRow(String number) {
        return ROW.matcher(number).matches() && Integer.parseInt(number) <= MOST_ROWS;
    }
}
