package org.isonomia.adapters.files;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.InputStream;
import java.io.OutputStream;
import org.isonomia.application.document.Node;
import org.isonomia.application.spi.DocumentFormat;
import org.isonomia.domain.kernel.ValueWithViolations;

/**
 * A workbook with one sheet per kind of entry, for people who work in a spreadsheet.
 *
 * <p>Unlike the other notations it only holds documents of the plan format: a tree with keys that no sheet has cannot be
 * written.
 */
record XlsxFormat() implements DocumentFormat {

    @Override
    public String name() {
        return "xlsx";
    }

    @Override
    public String mediaType() {
        return XlsxTableFormat.MEDIA_TYPE;
    }

    @Override
    public ValueWithViolations<Node> read(InputStream input) {
        ValueWithViolations<byte[]> bytes = SourceText.bytes(input);
        return bytes.value().map(XlsxReader::read).orElseGet(() -> ValueWithViolations.refused(bytes.violations()));
    }

    @Override
    public void write(Node document, OutputStream output) {
        checkArgument(document instanceof Node.Mapping, "not a plan document");
        Node.Mapping plan = (Node.Mapping) document;
        SteadyWorkbook.write(output, workbook -> new XlsxWriter(plan, workbook).write());
    }
}
