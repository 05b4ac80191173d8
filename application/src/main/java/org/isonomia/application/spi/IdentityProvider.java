package org.isonomia.application.spi;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableListMultimap;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.isonomia.domain.identity.ExternalIdentity;
import org.isonomia.domain.identity.Login;
import org.isonomia.domain.kernel.Texts;
import org.isonomia.domain.network.Siren;

/** Somebody else who says who people are, by OpenID Connect's authorization code flow. */
public interface IdentityProvider {

    /**
     * Where to send a browser, so that whoever sits there proves who they are.
     *
     * @throws ProviderRefusedException if the provider cannot be reached
     */
    URI authorization(Proof proof);

    /**
     * Who came back.
     *
     * @param proof the proof of the authorization
     * @param parameters what the browser brought along, as it came
     * @throws ProviderRefusedException if they did not prove who they are, if anything that they brought was not made by the
     *     provider, for us and for this proof, or if the provider cannot be reached
     */
    Identified identify(Proof proof, ImmutableListMultimap<String, String> parameters);

    /**
     * What ties an answer to a question and to the browser that asked it.
     *
     * @param state for the browser, at least 32 characters
     * @param nonce for what the provider signs, at least 32 characters
     * @param verifier for who exchanges the code (PKCE), at least 43 characters
     * @param again whether they have to prove who they are even if the provider still knows them
     */
    record Proof(String state, String nonce, String verifier, boolean again) {
        public Proof {
            checkArgument(state.length() >= 32, "state has at least 32 characters");
            checkArgument(nonce.length() >= 32, "nonce has at least 32 characters");
            checkArgument(verifier.length() >= 43 && verifier.length() <= 128, "verifier has 43 to 128 characters");
        }

        @Override
        public String toString() {
            return "a proof";
        }
    }

    /**
     * Somebody, as the provider knows them.
     *
     * @param identity by what to know them again
     * @param login their e-mail address, if the provider vouches for it
     * @param name how they are called, a title
     * @param siren the organisation they work for, if the provider tells
     * @param secondFactor whether they proved who they are by more than a password
     * @param authenticated when they last did so, if the provider tells
     */
    record Identified(
            ExternalIdentity identity,
            Optional<Login> login,
            String name,
            Optional<Siren> siren,
            boolean secondFactor,
            Optional<Instant> authenticated) {
        public Identified {
            requireNonNull(identity, "identity");
            requireNonNull(login, "login");
            Texts.checkTitle(name, "name");
            requireNonNull(siren, "siren");
            requireNonNull(authenticated, "authenticated");
        }
    }
}
