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
import org.snakeyaml.engine.v2.api.StreamDataWriter;

/** YAML 1.2, the plan file's main notation. */
record YamlFormat() implements DocumentFormat {

    @Override
    public String name() {
        return "yaml";
    }

    @Override
    public String mediaType() {
        return "application/yaml";
    }

    @Override
    public ValueWithViolations<Node> read(InputStream input) {
        ValueWithViolations<String> text = SourceText.read(input);
        return text.value().map(YamlReader::read).orElseGet(() -> ValueWithViolations.refused(text.violations()));
    }

    // Flushed, not closed: the stream is the caller's.
    @Override
    @SuppressWarnings("StreamResourceLeak")
    public void write(Node document, OutputStream output) {
        try {
            Writer writer = new BufferedWriter(new OutputStreamWriter(output, UTF_8));
            YamlWriter.write(document, new Emitted(writer));
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands what is emitted to a writer. */
    private record Emitted(Writer writer) implements StreamDataWriter {

        @Override
        public void write(String text) {
            write(text, 0, text.length());
        }

        @Override
        public void write(String text, int offset, int length) {
            try {
                writer.write(text, offset, length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
