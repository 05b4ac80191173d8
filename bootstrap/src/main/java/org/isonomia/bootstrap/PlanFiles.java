package org.isonomia.bootstrap;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import org.isonomia.adapters.files.FileFormats;
import org.isonomia.application.document.Node;
import org.isonomia.application.spi.DocumentFormat;

/** Reads plan files, by their endings or from standard input. */
final class PlanFiles {

    private static final Path STANDARD_INPUT = Path.of("-");

    private PlanFiles() {}

    /**
     * Reads a file.
     *
     * @param file the file; {@code -} is standard input
     * @param format how standard input is written
     */
    static Node read(Path file, String format) {
        boolean standard = file.equals(STANDARD_INPUT);
        DocumentFormat reader = format(standard ? format : extension(file));
        try (InputStream in = new BufferedInputStream(standard ? System.in : LongWork.reading(file))) {
            return reader.read(in).orThrow();
        } catch (IOException e) {
            throw new IllegalArgumentException("the file cannot be read: " + file, e);
        }
    }

    static String extension(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    static DocumentFormat format(String name) {
        return switch (name) {
            case "yaml", "yml" -> FileFormats.yaml();
            case "json" -> FileFormats.json();
            case "xlsx" -> FileFormats.xlsx();
            default -> throw new IllegalArgumentException("plan files end in .yaml, .json or .xlsx, not in ." + name);
        };
    }
}
