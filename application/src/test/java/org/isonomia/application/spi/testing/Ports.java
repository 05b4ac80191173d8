package org.isonomia.application.spi.testing;

import org.isonomia.application.spi.OrganisationRepository;
import org.isonomia.application.spi.UnitOfWork;

/** The ports of one installation that an adapter offers together. */
public record Ports(UnitOfWork unitOfWork, OrganisationRepository organisations) {}
