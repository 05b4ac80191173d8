package org.isonomia.application.access;

import static java.util.Objects.requireNonNull;

import org.isonomia.application.spi.Stores;
import org.isonomia.domain.access.Reach;
import org.isonomia.domain.access.Sight;
import org.isonomia.domain.network.Organisation;

/**
 * What a use case is let into: one organisation's stores, with how far the caller may go there.
 *
 * @param organisation the organisation
 * @param stores its stores, whose changes are journalled
 * @param reach how far the permission reaches that the use case takes
 * @param sight what the caller sees there
 */
public record Room(Organisation organisation, Stores stores, Reach reach, Sight sight) {
    public Room {
        requireNonNull(organisation, "organisation");
        requireNonNull(stores, "stores");
        requireNonNull(reach, "reach");
        requireNonNull(sight, "sight");
    }
}
