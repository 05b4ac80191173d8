package org.isonomia.adapters.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.io.ByteStreams;
import com.google.common.io.CountingInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.isonomia.application.document.Position;
import org.isonomia.domain.kernel.Violation;

/**
 * Looks a workbook through before it is read: how far it unpacks, what it is if it is something else, and whether its cells
 * are where a spreadsheet has cells, as the library makes room for every column that an address claims. One look, not safe
 * for several threads.
 */
final class WorkbookScan {

    static final int MAX_PARTS = 1_000;
    static final long MAX_UNPACKED = 128L << 20;

    private static final int MOST_PER_SHEET = 20;
    private static final String SAVE_AS = ": open it in a spreadsheet and save it as an Excel workbook (.xlsx)";

    private final ZipFile archive;
    private final Map<String, String> sheets;
    private final List<Violation> found = new ArrayList<>();
    private long unpacked;
    private boolean ended;

    private WorkbookScan(ZipFile archive, Map<String, String> sheets) {
        this.archive = archive;
        this.sheets = sheets;
    }

    /**
     * What keeps a workbook from being read; empty if nothing does.
     *
     * @throws IOException if it is no archive, or a damaged one
     */
    static ImmutableList<Violation> violations(Path file) throws IOException {
        try (ZipFile archive = new ZipFile(file.toFile(), UTF_8)) {
            if (archive.size() > MAX_PARTS) {
                return ImmutableList.of(tooLarge());
            }
            Optional<Violation> other = somethingElse(archive);
            return other.isPresent()
                    ? ImmutableList.of(other.get())
                    : new WorkbookScan(archive, WorkbookSheets.byPart(archive)).look();
        }
    }

    private static Violation tooLarge() {
        return FileCodes.at(
                Position.NOWHERE, FileCodes.TOO_LARGE, "the workbook unpacks to more than 128 MiB or 1,000 parts");
    }

    private static Optional<Violation> somethingElse(ZipFile archive) {
        if (archive.getEntry("xl/workbook.bin") != null) {
            return Optional.of(notOne("this is a binary workbook (.xlsb)"));
        }
        if (archive.getEntry("content.xml") != null && archive.getEntry("mimetype") != null) {
            return Optional.of(notOne("this is an OpenDocument file (.ods)"));
        }
        boolean macros = archive.stream().anyMatch(part -> part.getName().endsWith("vbaProject.bin"));
        return macros
                ? Optional.of(FileCodes.at(
                        Position.NOWHERE, FileCodes.MACROS, "this workbook holds macros (.xlsm)" + SAVE_AS))
                : Optional.empty();
    }

    private static Violation notOne(String what) {
        return FileCodes.at(Position.NOWHERE, FileCodes.NOT_A_WORKBOOK, what + SAVE_AS);
    }

    private ImmutableList<Violation> look() throws IOException {
        for (ZipEntry part : Collections.list(archive.entries())) {
            look(part);
            if (unpacked > MAX_UNPACKED) {
                return ImmutableList.of(tooLarge());
            }
            if (ended) {
                break;
            }
        }
        return ImmutableList.copyOf(found);
    }

    /** Any part may be taken for a sheet by a workbook that says so, so that all of them are looked at. */
    private void look(ZipEntry part) throws IOException {
        String sheet = sheets.getOrDefault(part.getName(), part.getName());
        boolean known = sheets.containsKey(part.getName());
        try (CountingInputStream bytes =
                new CountingInputStream(ByteStreams.limit(archive.getInputStream(part), MAX_UNPACKED - unpacked + 1))) {
            try {
                lookAtCells(new Kept(bytes), sheet, known);
            } catch (XMLStreamException e) {
                if (known && unpacked + bytes.getCount() <= MAX_UNPACKED) {
                    found.add(damaged(sheet));
                }
            }
            if (!ended) {
                ByteStreams.exhaust(bytes);
            }
            unpacked += bytes.getCount();
        } catch (IOException e) {
            if (!known) {
                throw e;
            }
            found.add(damaged(sheet));
        }
    }

    private static Violation damaged(String sheet) {
        return FileCodes.at(
                new Position.Cell(sheet, "A1"),
                FileCodes.DAMAGED_SHEET,
                "the sheet " + sheet + " is damaged" + SAVE_AS);
    }

    private void lookAtCells(InputStream bytes, String sheet, boolean known) throws XMLStreamException {
        XMLStreamReader xml = WorkbookSheets.xml(bytes);
        int most = found.size() + MOST_PER_SHEET;
        Rows rows = new Rows(sheet);
        while (xml.hasNext() && found.size() < most && !ended) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "c" -> refuseAddress(xml.getAttributeValue(null, "r"), sheet, true);
                    case "row" -> {
                        rows.begin();
                        refuseAddress(xml.getAttributeValue(null, "r"), sheet, false);
                    }
                    case "v", "is" -> {
                        if (known && rows.fill()) {
                            found.add(rows.tooMany());
                            ended = true;
                        }
                    }
                    case "mergeCell" -> {
                        if (known && !sheet.equals(XlsxLayout.README)) {
                            refuseMerged(xml.getAttributeValue(null, "ref"), sheet);
                        }
                    }
                    default -> {}
                }
            }
        }
    }

    /** Counts the rows of a sheet that hold anything: programs leave formatted ones behind that hold nothing. */
    private static final class Rows {

        private final String sheet;
        private final int most;
        private int filled;
        private boolean empty = true;

        Rows(String sheet) {
            this.sheet = sheet;
            this.most = XlsxLayout.mostRows(sheet);
        }

        void begin() {
            empty = true;
        }

        /** Notes a value; whether there are more rows than a sheet may have below its headings. */
        boolean fill() {
            filled += empty ? 1 : 0;
            empty = false;
            return filled > most + 1;
        }

        Violation tooMany() {
            String rows = String.format(Locale.ROOT, "%,d", most);
            return FileCodes.at(
                            new Position.Cell(sheet, "A" + filled),
                            FileCodes.TOO_LARGE,
                            "the sheet " + sheet + " has more than " + rows + " rows")
                    .with("expected", "at most " + rows + " rows below the first one");
        }
    }

    /** An address that is not there follows the one before, and so is good. */
    private void refuseAddress(String address, String sheet, boolean cell) {
        if (address != null && !(cell ? CellAddresses.isCell(address) : CellAddresses.isRow(address))) {
            String message =
                    "a spreadsheet has the cells A1 to XFD1048576, and none at " + FileCodes.shortened(address);
            found.add(FileCodes.at(
                            new Position.Cell(sheet, FileCodes.shortened(address)), FileCodes.CELL_ADDRESS, message)
                    .with("expected", "an address from A1 to XFD1048576"));
        }
    }

    private void refuseMerged(String area, String sheet) {
        String cells = FileCodes.shortened(area == null ? "" : area);
        String first = cells.substring(0, cells.indexOf(':') < 0 ? cells.length() : cells.indexOf(':'));
        String message = "the cells " + cells + " are merged into one: split them, and write the value into each";
        found.add(FileCodes.at(new Position.Cell(sheet, first), FileCodes.MERGED, message, cells)
                .with("expected", "cells that are not merged"));
    }

    /** The parser closes what it has read to the end; the rest of the part is counted afterwards. */
    private static final class Kept extends FilterInputStream {

        Kept(InputStream bytes) {
            super(bytes);
        }

        @Override
        public void close() {}
    }
}
