package org.isonomia.architecture.planted.bootstrap;

/** An exception that is checked and not named as one. */
public final class Refusal extends Exception {}
