package org.isonomia.architecture.planted.application.plan;

import org.isonomia.architecture.planted.application.spi.UnitOfWork;

/** Goes past the gateway. */
record DirectService(UnitOfWork unitOfWork) {}
