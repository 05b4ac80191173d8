package org.isonomia.domain.identity;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * The identity of a token, for lists; its secret is another thing.
 *
 * @param value the identifier, supplied by the application
 */
public record TokenId(UUID value) {
    public TokenId {
        requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
