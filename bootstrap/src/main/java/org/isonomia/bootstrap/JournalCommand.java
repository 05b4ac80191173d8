package org.isonomia.bootstrap;

import com.google.common.collect.ImmutableList;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.isonomia.adapters.files.FileFormats;
import org.isonomia.application.document.CanonicalJson;
import org.isonomia.application.document.Node;
import org.isonomia.application.history.Exported;
import org.isonomia.application.history.Journal;
import org.isonomia.application.history.JournalDocuments;
import org.isonomia.application.history.JournalVerification;
import org.isonomia.application.history.Journals;
import org.isonomia.application.history.Verdict;
import org.isonomia.application.spi.JournalRepository.SignedHead;
import org.isonomia.domain.kernel.Code;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The commands on journals. Exit codes: 0 done (verify: all is as the heads say), 1 something is refused or cannot be read
 * (verify: it is not as the heads say).
 */
@Command(
        name = "journal",
        description = "Exports, signs and verifies the journal of an organisation.",
        mixinStandardHelpOptions = true)
final class JournalCommand {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final SetupOptions setup = new SetupOptions();

    private record KeptHead(SignedHead signed, Optional<byte[]> publicKey) {}

    @Command(description = "Writes every entry to a file, one JSON object a line.", mixinStandardHelpOptions = true)
    int export(
            @Parameters(paramLabel = "ORGANISATION", description = "Whose journal, by its code.") String organisation,
            @Option(
                            names = {"-o", "--output"},
                            paramLabel = "FILE",
                            required = true,
                            description = "The file to write; it holds names, so only its owner can read it.")
                    Path output,
            @Option(names = "--force", description = "Replaces the file if it is there already.") boolean force)
            throws IOException {
        OutputFile.check(output, force);
        try (Installation installation = Installation.openExisting(setup.load())) {
            long count = OutputFile.write(
                    output,
                    force,
                    OutputFile.Readers.OWNER,
                    file -> write(installation.journal(), Code.parse(organisation), file));
            out().println(count + " entries written to " + output);
            return 0;
        }
    }

    private static long write(Journal journal, Code organisation, Path file) throws IOException {
        try (PrintWriter lines = new PrintWriter(
                new BufferedWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.WRITE)))) {
            long count = LongWork.during(
                    "Exporting",
                    () -> journal.export(organisation, entry -> lines.print(JournalDocuments.line(entry) + "\n")));
            if (lines.checkError()) {
                throw new IOException("the file cannot be written: " + file);
            }
            return count;
        }
    }

    @Command(
            description = {
                "Signs the journal as it is and prints the head.",
                "Let others keep it: the journal can be held to it later."
            },
            mixinStandardHelpOptions = true)
    int head(
            @Parameters(paramLabel = "ORGANISATION", description = "Whose journal, by its code.") String organisation) {
        try (Installation installation = Installation.openExisting(setup.load())) {
            Journal journal = installation.journal();
            SignedHead signed = journal.sign(Code.parse(organisation));
            out().println(CanonicalJson.write(JournalDocuments.head(signed, journal.publicKey())));
            return 0;
        }
    }

    @Command(
            description = "Says whether a journal, exported or stored, is what heads that were kept say.",
            mixinStandardHelpOptions = true)
    int verify(
            @Parameters(
                            paramLabel = "FILE|ORGANISATION",
                            description = "An exported journal, checked without a database; or whose stored journal.")
                    String journal,
            @Option(
                            names = "--head",
                            paramLabel = "FILE",
                            required = true,
                            description = "A head that was kept; may be given more than once.")
                    List<Path> heads,
            @Option(
                            names = "--key",
                            paramLabel = "FILE",
                            description = {
                                "The public key to trust, in PEM.",
                                "Default: the key that stands in each head, which proves less."
                            })
                    @Nullable
                    Path key,
            @Option(names = "--json", description = "Prints the result as JSON.") boolean json)
            throws IOException {
        ImmutableList<KeptHead> kept = kept(heads, key);
        JournalVerification verification = new JournalVerification(
                kept.stream().map(KeptHead::signed).collect(ImmutableList.toImmutableList()),
                head -> kept.stream().anyMatch(one -> one.signed().equals(head) && isSigned(one)));
        Path file = Path.of(journal);
        if (Files.isRegularFile(file)) {
            read(file, verification);
        } else {
            try (Installation installation = Installation.openExisting(setup.load())) {
                Code organisation = Code.parse(journal);
                LongWork.during("Verifying", () -> installation.journal().export(organisation, verification::accept));
            }
        }
        return tell(verification.verdict(), json);
    }

    private static boolean isSigned(KeptHead head) {
        return head.publicKey()
                .filter(key -> Journals.keyOf(key).equals(head.signed().key()))
                .filter(key -> JournalKey.hasSigned(key, head.signed()))
                .isPresent();
    }

    private static ImmutableList<KeptHead> kept(List<Path> files, @Nullable Path key) throws IOException {
        List<KeptHead> heads = new ArrayList<>();
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                Node document = FileFormats.json().read(in).orThrow();
                heads.add(new KeptHead(
                        JournalDocuments.head(document),
                        key == null ? JournalDocuments.publicKey(document) : Optional.of(JournalKey.publicKeyIn(key))));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(file + " is not a head: " + e.getMessage(), e);
            }
        }
        return ImmutableList.copyOf(heads);
    }

    private static void read(Path file, JournalVerification verification) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                verification.accept(entry(file + ":" + number, line));
            }
        }
    }

    private static Exported entry(String place, String line) {
        try {
            return JournalDocuments.exported(FileFormats.json()
                    .read(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)))
                    .orThrow());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(place + ": not a line of an export: " + e.getMessage(), e);
        }
    }

    private int tell(Verdict verdict, boolean json) {
        if (json) {
            out().println(CanonicalJson.write(Reports.verdict(verdict)));
        } else {
            verdict.findings().forEach(finding -> out().println(finding.kind() + ": " + finding.detail()));
            out().println(verdict.entries() + " entries, " + verdict.erased() + " without payload: "
                    + (verdict.isGood() ? "as the heads say" : "NOT as the heads say"));
        }
        out().flush();
        return verdict.isGood() ? 0 : 1;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
