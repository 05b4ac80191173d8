package org.isonomia.bootstrap;

import java.nio.file.Path;
import org.isonomia.application.document.Node;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which plan file a command reads, and in which format. */
final class InputOptions {

    @Parameters(paramLabel = "FILE", description = "The file: .yaml, .json or .xlsx; - for standard input.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Option(
            names = "--format",
            defaultValue = "yaml",
            description = "yaml, json or xlsx, for standard input. Default: yaml.")
    private String format = "yaml";

    Path file() {
        return file;
    }

    Node read() {
        return PlanFiles.read(file, format);
    }
}
