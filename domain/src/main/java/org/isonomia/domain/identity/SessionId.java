package org.isonomia.domain.identity;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * The identity of a session, for lists; its secret is another thing.
 *
 * @param value the identifier, supplied by the application
 */
public record SessionId(UUID value) {
    public SessionId {
        requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
