package org.isonomia.application.plan;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalInt;
import org.isonomia.application.document.Node;

/**
 * A change somebody asks for.
 *
 * @param expectedVersion the version the change was made against; empty to change whatever is there (imports, operators)
 * @param patch an RFC 7396 merge patch over the entry as exports write it; absent keys stay as they are
 * @param amendment why, if the plan is binding and what was voted changes
 */
public record Edit(OptionalInt expectedVersion, Node patch, Optional<AmendmentNote> amendment) {
    public Edit {
        requireNonNull(expectedVersion, "expectedVersion");
        requireNonNull(patch, "patch");
        requireNonNull(amendment, "amendment");
    }
}
