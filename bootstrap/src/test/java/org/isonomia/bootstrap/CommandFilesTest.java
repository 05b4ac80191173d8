package org.isonomia.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What commands do with files and folders, where no database is. */
class CommandFilesTest {

    @TempDir
    Path folder;

    private record Told(int code, String text) {}

    private static Told run(String... arguments) {
        StringWriter text = new StringWriter();
        CommandLine command = Main.commandLine();
        command.setOut(new PrintWriter(text)).setErr(new PrintWriter(text));
        return new Told(command.execute(arguments), text.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "doctor",
                "plan export amp/pmlcd",
                "plan diff FILE",
                "journal head amp",
                "plan import --dry-run FILE",
                "token a@b.example --scope edit-plan",
                "account list"
            })
    void makesNoDatabaseToReadOne(String command) throws IOException {
        Path file = Files.writeString(folder.resolve("plan.yaml"), "isonomia: plan/1\n");
        Path data = folder.resolve("data");
        Told told = run((command.replace("FILE", file.toString()) + " --data " + data).split(" ", -1));

        assertThat(told.code()).as(told.text()).isEqualTo(1);
        assertThat(told.text()).contains("there is no database in " + data);
        assertThat(data).doesNotExist();
    }

    @Test
    void replacesAFileOnlyIfForced() throws IOException {
        Path file = Files.writeString(folder.resolve("plan.yaml"), "mine");
        Told refused = run("plan", "template", "-o", file.toString());

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.text()).contains(file + ": is there already").contains("--force");
        assertThat(file).hasContent("mine");

        assertThat(run("plan", "template", "--force", "-o", file.toString()).code())
                .isZero();
        assertThat(Files.readString(file)).contains("isonomia: plan/1");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    /** The umask is of the process, so that it takes another one. */
    @ParameterizedTest
    @CsvSource({"027, rw-r-----", "002, rw-rw-r--"})
    void leavesToTheUmaskWhoReadsAFile(String umask, String permissions) throws Exception {
        assumeThat(Files.getFileStore(folder).supportsFileAttributeView("posix"))
                .isTrue();
        Path file = folder.resolve("plan.yaml");
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "umask " + umask
                                + "; exec \"$0\" -cp \"$1\" org.isonomia.bootstrap.Main plan template -o \"$2\"",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        System.getProperty("java.class.path"),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();

        assertThat(process.waitFor()).as(() -> log()).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo(permissions);
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Test
    void namesTheFileThatCannotBeWritten() {
        Path file = folder.resolve("nowhere").resolve("plan.yaml");
        Told refused = run("plan", "template", "-o", file.toString());

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.text()).contains(file + ": there is no such folder").doesNotContain(".part");
    }

    @Test
    void readsStandardInput() throws IOException {
        InputStream before = System.in;
        try (InputStream plan = CommandFilesTest.class.getResourceAsStream("/demo/plan.yaml")) {
            System.setIn(plan);
            Told good = run("plan", "validate", "-");
            System.setIn(new ByteArrayInputStream(new byte[] {'{'}));
            Told bad = run("plan", "validate", "--format", "json", "-");

            assertThat(good.code()).as(good.text()).isZero();
            assertThat(bad.code()).as(bad.text()).isEqualTo(1);
        } finally {
            System.setIn(before);
        }
    }
}
