package org.isonomia.application.identity;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import java.net.URI;
import java.time.Duration;
import org.isonomia.application.spi.DuplicateCodeException;
import org.isonomia.application.spi.ForbiddenException;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.application.spi.ProviderRefusedException;

/**
 * Signing in by an identity provider such as ProConnect.
 *
 * <p>Nobody is let in only because a provider knows them: they were invited by the e-mail address that the provider vouches
 * for, and hold roles in organisations with the SIREN number that the provider tells and in no others. The first time that
 * ties the account to what the provider calls them, and from then on only that counts. Who holds roles in several
 * organisations, or runs the installation, ties their account themselves while they are signed in.
 */
public interface ProviderSignIn {

    /** How long somebody may take at the provider. */
    Duration PATIENCE = Duration.ofMinutes(10);

    /** The names of the providers that are set up. */
    ImmutableSet<String> providers();

    /**
     * Begins.
     *
     * @param provider its name
     * @param again whether they have to prove who they are even if the provider still knows them: to confirm who they are
     * @throws NotFoundException if no provider has this name
     * @throws ProviderRefusedException if the provider cannot be reached
     */
    Departure begin(String provider, boolean again);

    /**
     * Goes on with whoever comes back.
     *
     * @param provider its name
     * @param memory what the browser's cookie holds of {@link Departure#memory}, whatever that is
     * @param parameters what the browser brought along, as it came
     * @return signed in; a code due if the account has a second factor and the provider asked for none; refused if nobody
     *     invited them
     * @throws NotFoundException if no provider has this name
     * @throws ProviderRefusedException if they did not prove who they are
     */
    Outcome finish(String provider, String memory, ImmutableListMultimap<String, String> parameters, Client client);

    /**
     * Ties the account of somebody who is signed in, and confirmed that a short while ago, to what a provider calls them.
     *
     * @throws ForbiddenException if they are not signed in, or confirmed that longer ago
     * @throws NotFoundException if no provider has this name
     * @throws ProviderRefusedException if they did not prove to the provider who they are
     * @throws DuplicateCodeException if another account is tied to that
     */
    void tie(Caller caller, String provider, String memory, ImmutableListMultimap<String, String> parameters);

    /**
     * Somebody on the way to the provider.
     *
     * @param address where to send the browser
     * @param memory what a cookie of the browser is to hold until it comes back; nobody else can read or make it
     */
    record Departure(URI address, String memory) {
        public Departure {
            requireNonNull(address, "address");
            requireNonNull(memory, "memory");
        }

        @Override
        public String toString() {
            return "a departure";
        }
    }
}
