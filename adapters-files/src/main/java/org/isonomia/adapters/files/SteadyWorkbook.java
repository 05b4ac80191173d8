package org.isonomia.adapters.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;

/**
 * Writes workbooks whose bytes depend on nothing but their content: the library stamps the current time on the package
 * and on each of its parts, which is taken off again.
 */
final class SteadyWorkbook {

    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final String CORE_PROPERTIES = "docProps/core.xml";
    private static final String TIMESTAMP = "<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\\1>";

    private SteadyWorkbook() {}

    /**
     * Writes a workbook.
     *
     * @param output where the bytes go; flushed, not closed
     * @param content adds the sheets
     * @throws UncheckedIOException if the bytes cannot be written
     */
    static void write(OutputStream output, Consumer<Workbook> content) {
        try {
            Path stamped = Files.createTempFile("isonomia-", ".xlsx");
            try {
                try (Workbook workbook = new Workbook(Files.newOutputStream(stamped), "Isonomia", "1.0")) {
                    content.accept(workbook);
                }
                copyWithoutTimestamps(stamped, output);
            } finally {
                Files.delete(stamped);
            }
            output.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // Finished, not closed: the stream is the caller's. Through a file, because the library's archive can only be read
    // by its directory, which stands at its end.
    @SuppressWarnings("StreamResourceLeak")
    private static void copyWithoutTimestamps(Path stamped, OutputStream output) throws IOException {
        ZipOutputStream target = new ZipOutputStream(output, UTF_8);
        try (ZipFile source = new ZipFile(stamped.toFile(), UTF_8)) {
            for (ZipEntry part : source.stream().toList()) {
                ZipEntry copy = new ZipEntry(part.getName());
                copy.setTimeLocal(EPOCH);
                target.putNextEntry(copy);
                target.write(withoutTimestamps(
                        part.getName(), source.getInputStream(part).readAllBytes()));
                target.closeEntry();
            }
        }
        target.finish();
    }

    private static byte[] withoutTimestamps(String part, byte[] content) {
        if (!part.equals(CORE_PROPERTIES)) {
            return content;
        }
        return new String(content, UTF_8).replaceAll(TIMESTAMP, "").getBytes(UTF_8);
    }
}
