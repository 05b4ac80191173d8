package org.isonomia.adapters.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.isonomia.application.spi.IdentityProvider;
import org.isonomia.application.spi.IdentityProvider.Identified;
import org.isonomia.application.spi.IdentityProvider.Proof;
import org.isonomia.application.spi.ProviderRefusedException;
import org.isonomia.domain.identity.ExternalIdentity;
import org.isonomia.domain.identity.Login;
import org.isonomia.domain.network.Siren;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same against a provider that others wrote. */
class OtherProviderTest {

    private static final String ISSUER = "collectivites";
    private static final URI REDIRECT = URI.create("http://localhost:8080/sign-in/other");
    private static final MockOAuth2Server SERVER = new MockOAuth2Server();

    @BeforeAll
    static void start() throws IOException {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.shutdown();
    }

    private static Proof proof(String seed) {
        return new Proof(
                ("state-" + seed).repeat(8), ("nonce-" + seed).repeat(8), ("verifier" + seed).repeat(6), false);
    }

    private static IdentityProvider provider() {
        return IdentityAdapter.provider(new IdentityAdapter.Provider(
                SERVER.issuerUrl(ISSUER).uri(),
                "isonomia",
                "secret",
                REDIRECT,
                ImmutableSet.of("email", "siret"),
                ImmutableSet.of("mfa"),
                false,
                false,
                Duration.ofSeconds(10)));
    }

    /** What the provider sends a browser back with. */
    private static ImmutableListMultimap<String, String> browse(URI authorization)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(authorization).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(302);
        URI back = URI.create(answer.headers().firstValue("Location").orElseThrow());
        ImmutableListMultimap.Builder<String, String> brought = ImmutableListMultimap.builder();
        URLUtils.parseParameters(back.getRawQuery()).forEach(brought::putAll);
        return brought.build();
    }

    private static void next(Map<String, Object> claims) {
        SERVER.enqueueCallback(new DefaultOAuth2TokenCallback(ISSUER, "nadia", "JWT", List.of("isonomia"), claims, 60));
    }

    @Test
    void tellsWhoCameBack() throws Exception {
        IdentityProvider provider = provider();
        Proof proof = proof("a");
        next(Map.of(
                "name", "Nadia Ben Youcef",
                "email", "nadia@ville.example",
                "email_verified", true,
                "siret", "20005480700017",
                "amr", List.of("pwd", "mfa")));
        Identified nadia = provider.identify(proof, browse(provider.authorization(proof)));

        assertThat(nadia.identity())
                .isEqualTo(new ExternalIdentity(SERVER.issuerUrl(ISSUER).toString(), "nadia"));
        assertThat(nadia.login()).contains(Login.parse("nadia@ville.example"));
        assertThat(nadia.siren()).contains(new Siren("200054807"));
        assertThat(nadia.secondFactor()).isTrue();
    }

    @Test
    void refusesAnAnswerThatSomebodyElseAskedFor() throws Exception {
        IdentityProvider provider = provider();
        Proof proof = proof("b");
        next(Map.of());
        ImmutableListMultimap<String, String> brought = browse(provider.authorization(proof));

        assertThatThrownBy(() -> provider.identify(proof("c"), brought)).isInstanceOf(ProviderRefusedException.class);
        assertThat(provider.identify(proof, brought).identity().subject()).isEqualTo("nadia");
    }
}
