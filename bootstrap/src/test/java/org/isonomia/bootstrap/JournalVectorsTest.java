package org.isonomia.bootstrap;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.isonomia.application.document.CanonicalJson;
import org.isonomia.application.history.Exported;
import org.isonomia.application.history.JournalDocuments;
import org.isonomia.application.history.JournalSample;
import org.isonomia.domain.journal.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/**
 * Exported journals, good and tampered with, of which the command and the independent verifier say the same. Run it with
 * {@code -Disonomia.golden=write} to write them anew, and read the difference.
 */
class JournalVectorsTest {

    private static final Path FILES = Path.of("src", "test", "resources", "journal");
    private static final Path SCRIPT = Path.of("..", "docs", "journal_verify.py");
    private static final Pattern JSON_FINDING =
            Pattern.compile("\"first\":([0-9]+),\"kind\":\"([a-z]+)\",\"last\":([0-9]+)");

    private static final JournalSample SAMPLE = JournalSample.of(4);
    private static final String EARLY = signed(SAMPLE);

    static {
        SAMPLE.change(5, 9);
    }

    private static final String HEAD = signed(SAMPLE);

    private static String signed(JournalSample sample) {
        return CanonicalJson.write(JournalDocuments.head(
                        sample.journal().sign(JournalSample.AMP), JournalSample.SIGNER.publicKey()))
                + "\n";
    }

    private static JournalSample other() {
        JournalSample other = JournalSample.of(4);
        other.change(6, 10);
        other.change(5, 5);
        return other;
    }

    private static List<Exported> entries(String name) {
        List<Exported> entries = new ArrayList<>(name.equals("forked") ? other().exported() : SAMPLE.exported());
        switch (name) {
            case "erased" ->
                entries.set(
                        2, new Exported(entries.get(2).leaf(), entries.get(2).digest(), Optional.empty()));
            case "changed" -> replaceLeaf(entries, "change-actions", false);
            case "rewritten" -> replaceLeaf(entries, "change-actions", true);
            case "payload" -> {
                Exported sixth = entries.get(5);
                entries.set(
                        5,
                        new Exported(
                                sixth.leaf(), sixth.digest(), entries.get(6).payload()));
            }
            case "deleted" -> entries.subList(2, 4).clear();
            case "inserted" -> entries.add(4, entries.get(3));
            case "swapped" -> Collections.swap(entries, 5, 6);
            case "truncated" -> entries.subList(6, 9).clear();
            default -> {
                // As it was made.
            }
        }
        return entries;
    }

    private static void replaceLeaf(List<Exported> entries, String useCase, boolean anew) {
        Exported seventh = entries.get(6);
        String leaf = seventh.leaf().replace(useCase, "import-plan");
        Digest digest = anew ? Digest.ofLeaf(leaf.getBytes(UTF_8)) : seventh.digest();
        entries.set(6, new Exported(leaf, digest, seventh.payload()));
    }

    private static String text(String name) {
        return switch (name) {
            case "head-4.json" -> EARLY;
            case "head-9.json" -> HEAD;
            case "head-other.json" -> signed(other());
            case "head-forged.json" -> HEAD.replaceFirst("09:30", "09:31");
            default ->
                entries(name.replace(".jsonl", "")).stream()
                        .map(entry -> JournalDocuments.line(entry) + "\n")
                        .reduce("", String::concat);
        };
    }

    private static Path file(String name) throws IOException {
        Path file = FILES.resolve(name);
        if ("write".equals(System.getProperty("isonomia.golden"))) {
            Files.createDirectories(FILES);
            Files.writeString(file, text(name));
        }
        assertThat(text(name)).as(name).isEqualTo(Files.readString(file));
        return file;
    }

    @ParameterizedTest
    @CsvSource({
        "good,      head-4.json head-9.json,   ''",
        "erased,    head-4.json head-9.json,   ''",
        "changed,   head-9.json,               CHANGED 7 7",
        "payload,   head-9.json,               CHANGED 6 6",
        "deleted,   head-9.json,               DELETED 3 4",
        "inserted,  head-9.json,               INSERTED 4 4",
        "swapped,   head-9.json,               SWAPPED 6 6",
        "truncated, head-9.json,               TRUNCATED 7 9",
        "rewritten, head-9.json,               REWRITTEN 1 9",
        "rewritten, head-4.json head-9.json,   REWRITTEN 5 9",
        "forked,    head-9.json head-other.json, FORKED 1 9",
        "good,      head-forged.json,          UNSIGNED 9 9"
    })
    void areJudgedTheSameByBoth(String name, String heads, String expected) throws Exception {
        Path journal = file(name + ".jsonl");
        List<Path> kept = new ArrayList<>();
        for (String head : Splitter.on(' ').split(heads)) {
            kept.add(file(head));
        }

        assertThat(byCommand(journal, kept)).isEqualTo(expected);
        if (hasPython()) {
            assertThat(byScript(journal, kept))
                    .isEqualTo(hasSignatures() || !expected.startsWith("UNSIGNED") ? expected : "");
        }
    }

    private static String byCommand(Path journal, List<Path> heads) {
        StringWriter out = new StringWriter();
        CommandLine program = Main.commandLine().setOut(new PrintWriter(out, true));
        List<String> arguments = new ArrayList<>(List.of("journal", "verify", journal.toString(), "--json"));
        heads.forEach(head -> arguments.addAll(List.of("--head", head.toString())));
        int code = program.execute(arguments.toArray(String[]::new));
        ImmutableList<String> found = JSON_FINDING
                .matcher(out.toString())
                .results()
                .map(match ->
                        match.group(2).toUpperCase(java.util.Locale.ROOT) + " " + match.group(1) + " " + match.group(3))
                .collect(toImmutableList());
        assertThat(code).as(out.toString()).isEqualTo(found.isEmpty() ? 0 : 1);
        return String.join(", ", found);
    }

    private static String byScript(Path journal, List<Path> heads) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(SCRIPT.toString(), journal.toString()));
        heads.forEach(head -> arguments.add(head.toString()));
        Result result = python(arguments.toArray(String[]::new));
        ImmutableList<String> found = result.out()
                .lines()
                .filter(line -> line.matches("[A-Z]+ [0-9]+ [0-9]+: .*"))
                .map(line -> line.substring(0, line.indexOf(':')))
                .collect(toImmutableList());
        assertThat(result.code()).as(result.out()).isEqualTo(found.isEmpty() ? 0 : 1);
        return String.join(", ", found);
    }

    private record Result(int code, String out) {}

    private static Result python(String... arguments) throws Exception {
        Process process = new ProcessBuilder(Stream.concat(Stream.of("python3"), Stream.of(arguments))
                        .toList())
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Result(process.waitFor(), out);
    }

    private static boolean hasPython() {
        try {
            return python("-c", "pass").code() == 0;
        } catch (IOException absent) {
            return false;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean hasSignatures() throws Exception {
        return python("-c", "import cryptography").code() == 0;
    }

    @Test
    void theIndependentVerifierIsShort() throws IOException {
        try (Stream<String> lines = Files.lines(SCRIPT)) {
            assertThat(lines.count()).isLessThan(150);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
