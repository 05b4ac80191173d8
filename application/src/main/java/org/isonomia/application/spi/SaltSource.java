package org.isonomia.application.spi;

import com.google.common.hash.HashCode;

/** Where the salts of the journal come from. */
@FunctionalInterface
public interface SaltSource {

    /** 128 bits nobody can foresee. */
    HashCode next();
}
