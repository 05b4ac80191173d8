package org.isonomia.architecture.planted.application.spi;

/** Behaviour among the ports. */
public final class Behaviour {}
