package org.isonomia.architecture.planted.application.spi;

/** What only the gateway may open. */
public interface UnitOfWork {}
