package org.isonomia.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TemporaryPostgresTest {

    @Test
    void leavesNothingBehindWhenItIsClosed() {
        TemporaryPostgres postgres = TemporaryPostgres.start();
        postgres.server().await();
        Path folder = postgres.server().folder();

        postgres.close();
        postgres.close();

        assertThat(folder).doesNotExist();
    }

    @Test
    void removesWhatAKilledProcessLeftBehind() throws IOException, InterruptedException {
        Path left;
        ProcessHandle orphan;
        try (ChildJvm child = ChildJvm.run(Abandoning.class)) {
            left = Path.of(child.readLine());
            orphan = ProcessHandle.of(PostmasterFile.read(left.resolve("cluster"))
                            .orElseThrow()
                            .pid())
                    .orElseThrow();
            child.killAndReadToTheEnd("");
        }
        assertThat(orphan.isAlive()).isTrue();

        TemporaryPostgres.start().close();

        assertThat(left).doesNotExist();
        assertThat(RunningProcess.hasEnded(orphan.pid())).isTrue();
    }

    /** Starts a temporary server, says where, and waits to be killed. */
    static final class Abandoning {

        public static void main(String[] arguments) throws IOException {
            TemporaryPostgres postgres = TemporaryPostgres.start();
            postgres.server().await();
            System.out.println(postgres.server().folder());
            System.in.read();
        }
    }
}
