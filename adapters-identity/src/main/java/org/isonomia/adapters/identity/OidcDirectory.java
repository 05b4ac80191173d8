package org.isonomia.adapters.identity;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableSet;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.isonomia.application.spi.ProviderRefusedException;

/** What a provider says of itself: its addresses, and the keys by which it signs. Asked for once an hour at most. */
final class OidcDirectory {

    /** Signatures by a key that only the provider has; never one by the client's secret, and never none. */
    private static final ImmutableSet<JWSAlgorithm> ALGORITHMS =
            ImmutableSet.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);

    private static final int HOURS = 1;
    private static final int MAX_BYTES = 100_000;

    private final IdentityAdapter.Provider settings;
    private final Supplier<Entry> entry;

    OidcDirectory(IdentityAdapter.Provider settings) {
        this.settings = requireNonNull(settings, "settings");
        this.entry = Suppliers.memoizeWithExpiration(this::look, HOURS, TimeUnit.HOURS);
    }

    /**
     * What was found.
     *
     * @param metadata its addresses and what it can do
     * @param keys finds the key of a signature
     */
    record Entry(OIDCProviderMetadata metadata, JWSKeySelector<SecurityContext> keys) {}

    /**
     * What the provider says of itself now.
     *
     * @throws ProviderRefusedException if it cannot be reached, calls itself something else, or has addresses that are not safe
     */
    Entry entry() {
        return entry.get();
    }

    private Entry look() {
        int timeout = (int) settings.timeout().toMillis();
        try {
            OIDCProviderMetadata metadata = OIDCProviderMetadata.resolve(new Issuer(settings.issuer()), request -> {
                request.setConnectTimeout(timeout);
                request.setReadTimeout(timeout);
                request.setFollowRedirects(false);
            });
            boolean safe = Stream.of(
                            metadata.getAuthorizationEndpointURI(),
                            metadata.getTokenEndpointURI(),
                            metadata.getUserInfoEndpointURI(),
                            metadata.getJWKSetURI())
                    .allMatch(OidcDirectory::isSafe);
            if (!safe) {
                throw new ProviderRefusedException("the provider lacks an address, or has one that is not https");
            }
            JWKSource<SecurityContext> source = JWKSourceBuilder.create(
                            metadata.getJWKSetURI().toURL(), new DefaultResourceRetriever(timeout, timeout, MAX_BYTES))
                    .build();
            return new Entry(metadata, new JWSVerificationKeySelector<>(ALGORITHMS, source));
        } catch (GeneralException | IOException unreachable) {
            throw new ProviderRefusedException("the provider cannot be asked what it is", unreachable);
        }
    }

    private static boolean isSafe(URI address) {
        return address != null && IdentityAdapter.Provider.isSafe(address);
    }
}
