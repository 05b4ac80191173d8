package org.isonomia.bootstrap;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isonomia.application.document.Node;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command writes a document, and in which format. */
final class OutputOptions {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The file to write; its ending says in which format. Default: standard output.")
    private @Nullable Path output;

    @Option(
            names = "--format",
            defaultValue = "yaml",
            description = "yaml, json or xlsx, for standard output. Default: yaml.")
    private String format = "yaml";

    @Option(names = "--force", description = "Replaces the file if it is there already.")
    private boolean force;

    /** Refuses what could not be written, before there is something to write. */
    void check() throws IOException {
        PlanFiles.format(output == null ? format : PlanFiles.extension(output));
        if (output != null) {
            OutputFile.check(output, force);
        }
    }

    void deliver(Node document) throws IOException {
        Path file = output;
        if (file == null) {
            OutputStream standard = new FileOutputStream(FileDescriptor.out);
            PlanFiles.format(format).write(document, standard);
            standard.flush();
            return;
        }
        OutputFile.write(file, force, OutputFile.Readers.AS_USUAL, unfinished -> {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
                PlanFiles.format(PlanFiles.extension(file)).write(document, out);
            }
            return file;
        });
    }
}
