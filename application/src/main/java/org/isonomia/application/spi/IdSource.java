package org.isonomia.application.spi;

import java.util.UUID;

/** Where new identities come from. Never a secret: identities may be guessed. */
@FunctionalInterface
public interface IdSource {

    /** An identity nobody has yet; later ones sort after earlier ones where the source can do so. */
    UUID next();
}
