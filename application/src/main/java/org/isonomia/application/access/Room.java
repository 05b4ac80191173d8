package org.isonomia.application.access;

import static java.util.Objects.requireNonNull;

import org.isonomia.application.spi.Stores;
import org.isonomia.domain.access.Reach;
import org.isonomia.domain.access.Sight;
import org.isonomia.domain.network.Organisation;

/**
 * What a use case is let into: one organisation's stores, with what the caller may do and see there.
 *
 * @param organisation the organisation
 * @param stores its stores, whose changes are journalled
 * @param reach how far the permission reaches that the use case takes
 * @param sight what the caller sees of its actions
 * @param plan how far the permission to edit the plan reaches
 */
public record Room(Organisation organisation, Stores stores, Reach reach, Sight sight, Reach plan) {
    public Room {
        requireNonNull(organisation, "organisation");
        requireNonNull(stores, "stores");
        requireNonNull(reach, "reach");
        requireNonNull(sight, "sight");
        requireNonNull(plan, "plan");
    }
}
