package org.isonomia.domain.access;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * The identity of an account.
 *
 * @param value the identifier, supplied by the application
 */
public record AccountId(UUID value) {
    public AccountId {
        requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
