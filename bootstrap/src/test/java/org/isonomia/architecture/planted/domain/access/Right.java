package org.isonomia.architecture.planted.domain.access;

import org.isonomia.architecture.planted.domain.identity.Pass;

/** A right that depends on how somebody proved who they are. */
public record Right(Pass pass) {}
