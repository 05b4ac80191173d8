package org.isonomia.adapters.files;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import com.google.common.collect.ImmutableList;
import com.google.common.io.BaseEncoding;
import com.google.common.primitives.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.isonomia.application.document.Node;
import org.isonomia.application.document.Position;
import org.isonomia.domain.kernel.ValueWithViolations;
import org.isonomia.domain.kernel.Violation;

/** Opens workbooks from anywhere: an archive that swells is refused before it is read. */
final class WorkbookFile {

    private static final byte[] COMPOUND = BaseEncoding.base16().decode("D0CF11E0A1B11AE1");
    private static final String LOCKED = "EncryptedPackage";

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
        Optional<Violation> compound = compound(bytes);
        if (compound.isPresent()) {
            return refused(compound.get());
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
            ImmutableList<Violation> violations = WorkbookScan.violations(file);
            if (!violations.isEmpty()) {
                return ValueWithViolations.refused(violations);
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

    /** What workbooks were before 2007, and what a spreadsheet puts around one that it protects. */
    private static Optional<Violation> compound(byte[] bytes) {
        if (bytes.length < COMPOUND.length || Arrays.mismatch(COMPOUND, Arrays.copyOf(bytes, COMPOUND.length)) >= 0) {
            return Optional.empty();
        }
        boolean locked = Bytes.indexOf(bytes, LOCKED.getBytes(UTF_16LE)) >= 0;
        String message = locked
                ? "this workbook is protected by a password: save it without one"
                : "this is a workbook of the old format (.xls): "
                        + "open it in a spreadsheet and save it as an Excel workbook (.xlsx)";
        return Optional.of(FileCodes.at(Position.NOWHERE, FileCodes.NOT_A_WORKBOOK, message));
    }

    private static ValueWithViolations<Node> refused(Violation violation) {
        return ValueWithViolations.refused(ImmutableList.of(violation));
    }
}
