package org.isonomia.bootstrap;

import com.google.common.collect.ImmutableMap;
import java.net.URI;
import java.util.Optional;
import org.isonomia.adapters.identity.IdentityAdapter;
import org.isonomia.application.spi.IdentityProvider;
import org.isonomia.domain.identity.IdentitySettings;

/**
 * How people sign in.
 *
 * @param address where browsers reach the server; empty for where it listens
 * @param settings how long what proves who somebody is does so
 * @param providers the identity providers by name
 */
record SignInSetup(
        Optional<URI> address, IdentitySettings settings, ImmutableMap<String, IdentityAdapter.Provider> providers) {

    ImmutableMap<String, IdentityProvider> opened() {
        ImmutableMap.Builder<String, IdentityProvider> opened = ImmutableMap.builder();
        providers.forEach((name, provider) -> opened.put(name, IdentityAdapter.provider(provider)));
        return opened.build();
    }
}
