package org.isonomia.application.spi;

import java.io.InputStream;
import java.io.OutputStream;
import org.isonomia.application.document.Node;
import org.isonomia.domain.kernel.ValueWithViolations;

/**
 * A notation in which a document tree is written: YAML, JSON, a workbook.
 *
 * <p>Reading never throws for bad input: what cannot be read is reported with its position, and everything that could be
 * read is returned beside it. Writing the same tree twice gives the same bytes. Reading back what was written gives an
 * equal tree. Implementations are immutable and safe for use by many threads.
 */
public interface DocumentFormat {

    /** The format's short name, also the file extension: {@code yaml}, {@code json}, {@code xlsx}. */
    String name();

    /** The media type, such as {@code application/yaml}. */
    String mediaType();

    /**
     * Reads a document.
     *
     * @param input the bytes; read to the end or to the limit, not closed
     * @return the tree with everything that is wrong with its notation; without a tree if nothing could be read
     * @throws java.io.UncheckedIOException if the bytes cannot be read
     */
    ValueWithViolations<Node> read(InputStream input);

    /**
     * Writes a document.
     *
     * @param document the tree
     * @param output where the bytes go; flushed, not closed
     * @throws java.io.UncheckedIOException if the bytes cannot be written
     */
    void write(Node document, OutputStream output);
}
