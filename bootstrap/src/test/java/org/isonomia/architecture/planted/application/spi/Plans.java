package org.isonomia.architecture.planted.application.spi;

/** A port without a telling name. */
public interface Plans {}
