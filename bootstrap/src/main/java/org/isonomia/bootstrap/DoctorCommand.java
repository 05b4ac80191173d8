package org.isonomia.bootstrap;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.isonomia.adapters.files.FileFormats;
import org.isonomia.application.document.MappingWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says whether an installation is well: configuration, disk, database, versions. Exit code 1 if anything is not. */
@Command(
        name = "doctor",
        description = "Checks configuration, disk, database and versions.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    private static final long ENOUGH_SPACE = 512L * 1024 * 1024;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final SetupOptions setup = new SetupOptions();

    @Option(names = "--json", description = "Prints the findings as JSON.")
    private boolean json;

    private final Map<String, String> findings = new LinkedHashMap<>();
    private boolean well = true;

    @Override
    public Integer call() {
        findings.put("program", new Version().getVersion()[0]);
        findings.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
        try {
            Configuration configuration = setup.load();
            findings.put("configuration", "good");
            findings.put("data", configuration.dataFolder().toString());
            disk(configuration.dataFolder());
            database(configuration);
        } catch (ConfigurationException e) {
            findings.put("configuration", String.join("; ", e.problems()));
            well = false;
        }
        print();
        return well ? 0 : 1;
    }

    private void disk(Path folder) {
        try {
            Path existing = folder;
            while (existing.getParent() != null && !Files.exists(existing)) {
                existing = existing.getParent();
            }
            FileStore store = Files.getFileStore(existing);
            long free = store.getUsableSpace();
            findings.put("disk", free / (1024 * 1024) + " MiB free");
            if (free < ENOUGH_SPACE || !Files.isWritable(existing)) {
                findings.put("disk", findings.get("disk") + ", less than 512 MiB or not writable");
                well = false;
            }
        } catch (IOException e) {
            findings.put("disk", "cannot be read: " + e.getMessage());
            well = false;
        }
    }

    private void database(Configuration configuration) {
        findings.put("database", configuration.server().map(Object::toString).orElse("embedded"));
        try (Installation installation = Installation.openAsItIs(configuration)) {
            int organisations = installation.desk().reading().organisations().size();
            findings.put("database", findings.get("database") + ", answers, schema up to date");
            findings.put("organisations", Integer.toString(organisations));
        } catch (ConfigurationException e) {
            findings.put("database", findings.get("database") + ": " + String.join("; ", e.problems()));
            well = false;
        } catch (RuntimeException e) {
            findings.put("database", findings.get("database") + ": " + e.getMessage());
            well = false;
        }
    }

    private void print() {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            MappingWriter report = new MappingWriter().text("well", Boolean.toString(well));
            findings.forEach(report::text);
            java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
            FileFormats.json().write(report.build(), bytes);
            out.println(bytes.toString(java.nio.charset.StandardCharsets.UTF_8).stripTrailing());
        } else {
            findings.forEach((what, found) -> out.printf("%-14s %s%n", what, found));
            out.println(well ? "everything is well" : "something is wrong");
        }
        out.flush();
    }
}
