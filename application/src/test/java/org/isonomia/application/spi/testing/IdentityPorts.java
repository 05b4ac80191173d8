package org.isonomia.application.spi.testing;

import org.isonomia.application.spi.IdentityUnitOfWork;
import org.isonomia.application.spi.OrganisationRepository;
import org.isonomia.application.spi.SignInAttemptRepository;

/** The ports of one installation that have to do with people. */
public record IdentityPorts(
        IdentityUnitOfWork work, SignInAttemptRepository attempts, OrganisationRepository organisations) {}
