package org.isonomia.adapters.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.isonomia.application.document.Node;
import org.isonomia.application.spi.DocumentFormat;
import org.isonomia.domain.kernel.ValueWithViolations;

/** JSON, for programs. */
record JsonFormat() implements DocumentFormat {

    @Override
    public String name() {
        return "json";
    }

    @Override
    public String mediaType() {
        return "application/json";
    }

    @Override
    public ValueWithViolations<Node> read(InputStream input) {
        ValueWithViolations<String> text = SourceText.read(input);
        return text.value().map(JsonReader::read).orElseGet(() -> ValueWithViolations.refused(text.violations()));
    }

    // Flushed, not closed: the stream is the caller's.
    @Override
    @SuppressWarnings("StreamResourceLeak")
    public void write(Node document, OutputStream output) {
        try {
            Writer writer = new BufferedWriter(new OutputStreamWriter(output, UTF_8));
            new JsonWriter(writer).write(document);
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
