package org.isonomia.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.isonomia.application.history.Journals;
import org.isonomia.application.spi.JournalRepository.SignedHead;
import org.isonomia.domain.journal.Digest;
import org.isonomia.domain.journal.Head;
import org.isonomia.domain.network.OrganisationId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalKeyTest {

    private static final Head HEAD = new Head(new OrganisationId(new UUID(0, 7)), 0, Digest.ofNothing(), Instant.EPOCH);

    @TempDir
    private Path folder;

    private static SignedHead signed(JournalKey key) {
        return new SignedHead(
                HEAD, Journals.keyOf(key.publicKey()), Base64.getEncoder().encodeToString(key.sign(HEAD.signed())));
    }

    @Test
    void isMadeOnceForItsOwnerAlone() throws Exception {
        Path file = folder.resolve("data").resolve("journal.key");
        byte[] first = new JournalKey(file).publicKey();

        assertThat(new JournalKey(file).publicKey()).isEqualTo(first).isEqualTo(JournalKey.publicKeyIn(file));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void signsWhatItsPublicKeyProves() {
        JournalKey key = new JournalKey(folder.resolve("journal.key"));
        SignedHead signed = signed(key);

        assertThat(JournalKey.hasSigned(key.publicKey(), signed)).isTrue();
        assertThat(JournalKey.hasSigned(new JournalKey(folder.resolve("other.key")).publicKey(), signed))
                .isFalse();
        assertThat(JournalKey.hasSigned("no key".getBytes(UTF_8), signed)).isFalse();
        assertThat(JournalKey.hasSigned(key.publicKey(), new SignedHead(HEAD, signed.key(), "?")))
                .isFalse();
    }

    @Test
    void isRefusedIfDamaged() throws Exception {
        Path file = Files.writeString(folder.resolve("journal.key"), "nothing");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> new JournalKey(file).publicKey())
                .withMessageContaining("damaged");
    }
}
