package org.isonomia.adapters.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.isonomia.adapters.http.routing.Json;
import org.isonomia.application.document.Node;
import org.isonomia.application.document.Table;
import org.isonomia.application.spi.DocumentFormat;
import org.isonomia.application.spi.TableFormat;
import org.isonomia.domain.kernel.ValueWithViolations;

/** A notation that is JSON whatever it is called: what files look like is another module's business. */
record JsonFile(String name, String mediaType) implements DocumentFormat {

    @Override
    public ValueWithViolations<Node> read(InputStream input) {
        try {
            return ValueWithViolations.of(Json.read(input.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void write(Node document, OutputStream output) {
        put(document, output);
    }

    private static void put(Node node, OutputStream output) {
        try {
            output.write(Json.write(node));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A table of one column, the first. */
    record Column(String name, String mediaType, String extension) implements TableFormat {
        @Override
        public void write(Table table, OutputStream output) {
            put(Node.sequence(table.rows().stream().map(row -> row.get(0)).toList()), output);
        }
    }
}
