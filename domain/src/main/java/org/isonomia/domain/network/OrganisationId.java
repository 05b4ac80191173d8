package org.isonomia.domain.network;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * The identity of an organisation: the tenant that leads every key of its data.
 *
 * @param value the identifier, supplied by the application
 */
public record OrganisationId(UUID value) {
    public OrganisationId {
        requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
