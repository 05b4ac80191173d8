package org.isonomia.application.identity;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import org.isonomia.application.journal.JournalWriter;
import org.isonomia.application.spi.IdSource;
import org.isonomia.application.spi.IdentityUnitOfWork;
import org.isonomia.application.spi.OrganisationRepository;
import org.isonomia.application.spi.PasswordHasher;
import org.isonomia.application.spi.PasswordScreen;
import org.isonomia.application.spi.SecretCipher;
import org.isonomia.application.spi.SecretSource;
import org.isonomia.application.spi.SignInAttemptRepository;

/**
 * What the use cases of identity need of the outside.
 *
 * @param work the gateway to what is known of people
 * @param attempts the counted attempts to sign in
 * @param organisations the organisations
 * @param ids where new identities come from
 * @param secrets where secrets come from
 * @param hasher makes hashes of passwords
 * @param screen knows the passwords that everybody would guess
 * @param cipher encrypts the secrets of second factors
 * @param journal what writes down what is done with accounts
 * @param clock which time it is
 */
public record IdentityPorts(
        IdentityUnitOfWork work,
        SignInAttemptRepository attempts,
        OrganisationRepository organisations,
        IdSource ids,
        SecretSource secrets,
        PasswordHasher hasher,
        PasswordScreen screen,
        SecretCipher cipher,
        JournalWriter journal,
        InstantSource clock) {
    public IdentityPorts {
        requireNonNull(work, "work");
        requireNonNull(attempts, "attempts");
        requireNonNull(organisations, "organisations");
        requireNonNull(ids, "ids");
        requireNonNull(secrets, "secrets");
        requireNonNull(hasher, "hasher");
        requireNonNull(screen, "screen");
        requireNonNull(cipher, "cipher");
        requireNonNull(journal, "journal");
        requireNonNull(clock, "clock");
    }
}
