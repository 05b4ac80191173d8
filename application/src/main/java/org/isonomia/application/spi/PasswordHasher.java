package org.isonomia.application.spi;

import org.isonomia.domain.identity.Password;

/** Makes of passwords what may be kept of them: slow, salted hashes that say by themselves how they were made. */
public interface PasswordHasher {

    /** A hash of a password, another one each time. */
    String hash(Password password);

    /** Whether a hash was made of a password. One that cannot be read was made of none. */
    boolean verify(Password password, String hash);

    /** Takes as long as {@link #verify} with a hash of today's strength, and says no: for somebody who does not exist. */
    void verifyNothing(Password password);

    /** Whether a hash is weaker than one that would be made today. */
    boolean isOutdated(String hash);
}
