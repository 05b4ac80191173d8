package org.isonomia.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinariesTest {

    @TempDir
    private Path temporary;

    @Test
    void areUnpackedOnceHoweverManyAskAtTheSameTime() throws IOException {
        List<CompletableFuture<Binaries>> requests = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> Binaries.unpacked(Optional.of(temporary), false)))
                .limit(3)
                .toList();

        assertThat(requests.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .singleElement()
                    .asString()
                    .startsWith("postgres-" + Binaries.VERSION + "-");
        }
        String server = requests.get(0).join().program("postgres");
        assertThat(Commands.run(List.of(server, "--version")).output()).isEqualTo("postgres (PostgreSQL) 18.6");
    }

    @Test
    void thatAnotherUserCouldHaveChangedAreNotRun() throws IOException {
        assumeTrue(Account.currentUser() == 0, "only root can make files of another user");
        Path folder = Binaries.unpacked(Optional.of(temporary), false).folder();
        Files.setAttribute(folder, "unix:uid", 12345);

        assertThatThrownBy(() -> Binaries.unpacked(Optional.of(temporary), false))
                .isInstanceOf(PostgresException.class)
                .hasMessageContaining("belongs to another user");
    }
}
