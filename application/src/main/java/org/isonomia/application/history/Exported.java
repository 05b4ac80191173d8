package org.isonomia.application.history;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.isonomia.application.spi.JournalRepository.Payload;
import org.isonomia.domain.journal.Digest;

/**
 * An entry as an export has it, to be checked by whoever does not trust the exporter.
 *
 * @param leaf the leaf's text, to the letter
 * @param digest the digest of the leaf as it was stored when the entry was made
 * @param payload what stands beside it; empty once it was erased
 */
public record Exported(String leaf, Digest digest, Optional<Payload> payload) {
    public Exported {
        requireNonNull(leaf, "leaf");
        requireNonNull(digest, "digest");
        requireNonNull(payload, "payload");
    }
}
