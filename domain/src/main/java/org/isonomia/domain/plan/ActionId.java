package org.isonomia.domain.plan;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * The identity of an action, stable when its code changes.
 *
 * @param value the identifier, supplied by the application
 */
public record ActionId(UUID value) {
    public ActionId {
        requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
