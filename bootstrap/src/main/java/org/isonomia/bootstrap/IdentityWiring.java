package org.isonomia.bootstrap;

import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.time.InstantSource;
import org.isonomia.adapters.identity.IdentityAdapter;
import org.isonomia.adapters.persistence.PersistenceAdapter;
import org.isonomia.application.identity.IdentityPorts;
import org.isonomia.application.identity.IdentityUseCases;
import org.isonomia.application.journal.JournalWriter;
import org.isonomia.application.spi.IdSource;
import org.isonomia.application.spi.IdentityProvider;
import org.isonomia.domain.identity.IdentitySettings;

/** How the use cases of identity get their ports. */
final class IdentityWiring {

    private IdentityWiring() {}

    /**
     * The use cases of identity on a database.
     *
     * @param persistence the database
     * @param folder where the installation keeps its key
     * @param providers the identity providers by name
     */
    static IdentityUseCases open(
            PersistenceAdapter persistence,
            Path folder,
            IdSource ids,
            InstantSource clock,
            IdentitySettings settings,
            ImmutableMap<String, IdentityProvider> providers) {
        return IdentityUseCases.of(
                new IdentityPorts(
                        persistence.identity(),
                        persistence.signInAttempts(),
                        persistence.organisations(),
                        ids,
                        IdentityAdapter.secrets(),
                        IdentityAdapter.hasher(IdentityAdapter.Strength.DEFAULT),
                        IdentityAdapter.screen(),
                        IdentityAdapter.cipher(IdentityKey.in(folder)),
                        new JournalWriter(clock, Installation::salt),
                        clock),
                settings,
                providers);
    }
}
