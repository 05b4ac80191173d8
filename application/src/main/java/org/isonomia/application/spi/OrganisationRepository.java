package org.isonomia.application.spi;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.network.Organisation;

/**
 * The organisations of the installation. Outside of a unit of work each call is durable when it returns; within one it
 * belongs to the unit.
 */
public interface OrganisationRepository {

    /** The organisation with this code. */
    Optional<Organisation> find(Code code);

    /** All organisations, by code. */
    ImmutableList<Organisation> list();

    /**
     * Adds an organisation, or replaces the one with the same id.
     *
     * @throws DuplicateCodeException if another organisation has the code
     */
    void put(Organisation organisation);
}
