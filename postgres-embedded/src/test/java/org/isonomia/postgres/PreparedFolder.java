package org.isonomia.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A data folder that an earlier start has created and left in order: made once, then copied, which is much faster. */
final class PreparedFolder {

    private PreparedFolder() {}

    /** Puts a copy at the given place, which must not exist yet. */
    static void copyTo(Path folder) {
        Commands.Outcome copy = Commands.run(
                List.of("cp", "--archive", Original.FOLDER.resolve("data").toString(), folder.toString()));

        assertThat(copy.output()).isEmpty();
    }

    /** Made when the first test asks for it, removed at the end. */
    private static final class Original {

        static final Path FOLDER = create();

        private static Path create() {
            try {
                Path folder = Files.createTempDirectory("isonomia-prepared-");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> Folders.delete(folder)));
                PostgresSettings settings =
                        PostgresSettings.in(folder.resolve("data")).withDurability(Durability.RELAXED);
                try (LocalPostgres server = LocalPostgres.start(settings)) {
                    server.await();
                }
                return folder;
            } catch (IOException refused) {
                throw new IllegalStateException("no folder for the prepared cluster", refused);
            }
        }
    }
}
