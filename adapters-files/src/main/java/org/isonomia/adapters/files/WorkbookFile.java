package org.isonomia.adapters.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.io.ByteStreams;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.isonomia.application.document.Node;
import org.isonomia.application.document.Position;
import org.isonomia.domain.kernel.ValueWithViolations;
import org.isonomia.domain.kernel.Violation;

/** Opens workbooks from anywhere: an archive that swells is refused before it is read. */
final class WorkbookFile {

    static final int MAX_PARTS = 1_000;
    static final long MAX_UNPACKED = 128L << 20;

    private WorkbookFile() {}

    /** What is done with an open workbook. */
    interface Reading {
        ValueWithViolations<Node> read(ReadableWorkbook workbook) throws IOException;
    }

    /**
     * Opens a workbook and reads it.
     *
     * @throws UncheckedIOException if no temporary file can be written
     */
    static ValueWithViolations<Node> open(byte[] bytes, Reading reading) {
        if (bytes.length == 0) {
            return refused(FileCodes.at(Position.NOWHERE, FileCodes.EMPTY, "the file is empty"));
        }
        try {
            Path file = Files.createTempFile("isonomia-", ".xlsx");
            try {
                Files.write(file, bytes);
                return read(file, reading);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // The library throws whatever its parts throw when an archive is not what it seems; to the reader that is bad
    // input. What they say of it is about XML and entries of archives, and means nothing to who sent a workbook.
    private static ValueWithViolations<Node> read(Path file, Reading reading) {
        try {
            if (swells(file)) {
                return refused(FileCodes.at(
                        Position.NOWHERE,
                        FileCodes.TOO_LARGE,
                        "the workbook unpacks to more than 128 MiB or 1,000 parts"));
            }
            try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true))) {
                return reading.read(workbook);
            }
        } catch (IOException | RuntimeException e) {
            String message = "not a workbook in the format xlsx, or a damaged or protected one: "
                    + "open it in a spreadsheet and save it as an Excel workbook (.xlsx) without a password";
            return refused(FileCodes.at(Position.NOWHERE, FileCodes.NOT_A_WORKBOOK, message));
        }
    }

    private static boolean swells(Path file) throws IOException {
        try (ZipFile archive = new ZipFile(file.toFile(), UTF_8)) {
            if (archive.size() > MAX_PARTS) {
                return true;
            }
            long unpacked = 0;
            Enumeration<? extends ZipEntry> parts = archive.entries();
            while (parts.hasMoreElements()) {
                try (InputStream part = archive.getInputStream(parts.nextElement())) {
                    unpacked += ByteStreams.exhaust(ByteStreams.limit(part, MAX_UNPACKED - unpacked + 1));
                }
                if (unpacked > MAX_UNPACKED) {
                    return true;
                }
            }
            return false;
        }
    }

    private static ValueWithViolations<Node> refused(Violation violation) {
        return ValueWithViolations.refused(ImmutableList.of(violation));
    }
}
