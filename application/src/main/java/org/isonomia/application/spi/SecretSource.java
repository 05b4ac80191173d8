package org.isonomia.application.spi;

/** Where secrets come from: chance that nobody can foretell, of a generator made for cryptography. */
@FunctionalInterface
public interface SecretSource {

    /** So many random bytes. */
    byte[] next(int bytes);
}
