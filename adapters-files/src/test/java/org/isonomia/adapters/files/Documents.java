package org.isonomia.adapters.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isonomia.application.document.Node;
import org.isonomia.application.spi.DocumentFormat;
import org.isonomia.domain.kernel.ValueWithViolations;

/** The documents that the tests read, and the short way to read and write them. */
final class Documents {

    static final Path DEMONSTRATION = Path.of("../bootstrap/src/main/resources/demo");
    static final Path PLAN = DEMONSTRATION.resolve("plan.yaml");
    static final Path FOLLOW_UP = DEMONSTRATION.resolve("follow-up.yaml");
    static final Path DEPARTMENT = Path.of("src/test/resources/examples/departement.yaml");

    private Documents() {}

    static ValueWithViolations<Node> read(DocumentFormat format, String text) {
        return read(format, text.getBytes(UTF_8));
    }

    static ValueWithViolations<Node> read(DocumentFormat format, byte[] bytes) {
        return format.read(new ByteArrayInputStream(bytes));
    }

    static Node yaml(Path path) {
        return read(FileFormats.yaml(), bytes(path)).orThrow();
    }

    static byte[] bytes(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] written(DocumentFormat format, Node document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        format.write(document, bytes);
        return bytes.toByteArray();
    }
}
