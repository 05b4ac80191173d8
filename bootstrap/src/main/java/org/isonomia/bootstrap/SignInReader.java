package org.isonomia.bootstrap;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.isonomia.adapters.identity.IdentityAdapter;
import org.isonomia.domain.identity.IdentitySettings;

/**
 * Reads how people sign in.
 *
 * @param config the settings
 * @param wrong where what is wrong with them is noted
 */
record SignInReader(Config config, List<String> wrong) {

    private static final ImmutableSet<String> LOOPBACK = ImmutableSet.of("localhost", "127.0.0.1", "[::1]");

    SignInSetup read() {
        try {
            Optional<URI> address = address();
            return new SignInSetup(address, settings(), providers(address));
        } catch (ConfigException unreadable) {
            wrong.add("isonomia: " + unreadable.getMessage());
            return new SignInSetup(Optional.empty(), IdentitySettings.DEFAULT, ImmutableMap.of());
        }
    }

    private Optional<URI> address() {
        String text = config.getString("http.public-url").strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI address = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            boolean bare = address.getHost() != null
                    && address.getRawPath().isEmpty()
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null
                    && address.getRawUserInfo() == null;
            boolean safe = "https".equals(address.getScheme())
                    || ("http".equals(address.getScheme()) && LOOPBACK.contains(String.valueOf(address.getHost())));
            if (bare && safe) {
                return Optional.of(address);
            }
        } catch (URISyntaxException notAnAddress) {
            // It is told below.
        }
        wrong.add("isonomia.http.public-url must be an https address without a path, such as"
                + " https://plan.ville.example, or http on this machine: " + text);
        return Optional.empty();
    }

    private IdentitySettings settings() {
        Config identity = config.getConfig("identity");
        try {
            return new IdentitySettings(
                    identity.getDuration("session-idle"),
                    identity.getDuration("session-max"),
                    identity.getDuration("freshness"),
                    identity.getDuration("second-factor-wait"),
                    identity.getDuration("invitation"),
                    identity.getDuration("recovery"),
                    identity.getDuration("token-max"),
                    identity.getBoolean("operators-need-second-factor"));
        } catch (IllegalArgumentException unsafe) {
            wrong.add("isonomia.identity: " + unsafe.getMessage());
            return IdentitySettings.DEFAULT;
        }
    }

    private ImmutableMap<String, IdentityAdapter.Provider> providers(Optional<URI> address) {
        Config provider = config.getConfig("identity.provider");
        if (provider.getString("issuer").isBlank()) {
            return ImmutableMap.of();
        }
        String name = provider.getString("name");
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9-]{0,39}")) {
            wrong.add("isonomia.identity.provider.name must be letters, digits and hyphens, is " + name);
            return ImmutableMap.of();
        }
        if (address.isEmpty()) {
            wrong.add("isonomia.http.public-url must be set for an identity provider: browsers come back there");
            return ImmutableMap.of();
        }
        try {
            return ImmutableMap.of(
                    name,
                    new IdentityAdapter.Provider(
                            URI.create(provider.getString("issuer").strip()),
                            provider.getString("client-id"),
                            provider.getString("client-secret"),
                            URI.create(address.get() + "/sign-in/" + name + "/return"),
                            ImmutableSet.copyOf(provider.getStringList("scopes")),
                            ImmutableSet.copyOf(provider.getStringList("second-factors")),
                            provider.getBoolean("signed-user-info"),
                            provider.getBoolean("vouches-for-email"),
                            timeout(provider)));
        } catch (IllegalArgumentException unsafe) {
            wrong.add("isonomia.identity.provider: " + unsafe.getMessage());
            return ImmutableMap.of();
        }
    }

    private static Duration timeout(Config provider) {
        return provider.getDuration("timeout");
    }
}
