package org.isonomia.adapters.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.isonomia.application.spi.IdentityProvider;
import org.isonomia.application.spi.IdentityProvider.Identified;
import org.isonomia.application.spi.IdentityProvider.Proof;
import org.isonomia.application.spi.ProviderRefusedException;
import org.isonomia.domain.identity.Login;
import org.isonomia.domain.network.Siren;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Signing in at a Keycloak, a provider that is none of ours, with its own form, signed user information and PKCE. It is
 * started from the distribution that {@code isonomia.campaign.keycloak} names.
 */
class KeycloakCampaign {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final URI REDIRECT = URI.create("http://127.0.0.1:9/sign-in/keycloak/return");
    private static final Proof PROOF = new Proof("state-".repeat(8), "nonce-".repeat(8), "verifier-".repeat(6), false);
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");

    private static final String REALM = """
            {"realm":"metropole","enabled":true,"sslRequired":"none",
             "clients":[{"clientId":"isonomia","enabled":true,"secret":"a-secret-of-the-campaign","redirectUris":["%s"],
               "standardFlowEnabled":true,"directAccessGrantsEnabled":false,
               "attributes":{"pkce.code.challenge.method":"S256","user.info.response.signature.alg":"RS256"},
               "protocolMappers":[{"name":"siret","protocol":"openid-connect",
                 "protocolMapper":"oidc-hardcoded-claim-mapper","config":{"claim.name":"siret",
                   "claim.value":"20005480700017","jsonType.label":"String","userinfo.token.claim":"true"}}]}],
             "users":[{"username":"nadia","enabled":true,"email":"nadia@ville.example","emailVerified":true,
               "firstName":"Nadia","lastName":"Ben Youcef",
               "credentials":[{"type":"password","value":"cinq mouettes jonglent","temporary":false}]}]}
            """.formatted(REDIRECT);

    @TempDir
    private static Path folder;

    private static Process keycloak;
    private static IdentityProvider provider;

    @BeforeAll
    static void start() throws Exception {
        Path home = unpack(Path.of(System.getProperty("isonomia.campaign.keycloak", "keycloak.zip")));
        Files.createDirectories(home.resolve("data/import"));
        Files.writeString(home.resolve("data/import/metropole.json"), REALM);
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                        "sh",
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keycloak.log").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        keycloak = builder.start();
        URI issuer = URI.create("http://127.0.0.1:" + port + "/realms/metropole");
        await(URI.create(issuer + "/.well-known/openid-configuration"));
        provider = IdentityAdapter.provider(new IdentityAdapter.Provider(
                issuer,
                "isonomia",
                "a-secret-of-the-campaign",
                REDIRECT,
                ImmutableSet.of("profile", "email"),
                ImmutableSet.of("mfa"),
                true,
                true,
                Duration.ofSeconds(30)));
    }

    @AfterAll
    static void stop() throws Exception {
        keycloak.descendants().forEach(ProcessHandle::destroy);
        keycloak.destroy();
        keycloak.waitFor();
    }

    @Test
    void knowsWhoSignedInThere() throws Exception {
        Identified nadia = provider.identify(PROOF, answer("cinq mouettes jonglent"));

        assertThat(nadia.login()).contains(Login.parse("nadia@ville.example"));
        assertThat(nadia.name()).isEqualTo("Nadia Ben Youcef");
        assertThat(nadia.siren()).contains(new Siren("200054807"));
        assertThat(nadia.secondFactor()).isFalse();
    }

    @Test
    void takesACodeOnceAndForItsBrowserOnly() throws Exception {
        ImmutableListMultimap<String, String> answer = answer("cinq mouettes jonglent");
        Proof another = new Proof("other-".repeat(8), PROOF.nonce(), PROOF.verifier(), false);

        assertThatThrownBy(() -> provider.identify(another, answer)).isInstanceOf(ProviderRefusedException.class);
        provider.identify(PROOF, answer);
        assertThatThrownBy(() -> provider.identify(PROOF, answer)).isInstanceOf(ProviderRefusedException.class);
    }

    /** What the browser brings back after somebody filled Keycloak's form. */
    private static ImmutableListMultimap<String, String> answer(String password) throws Exception {
        try (HttpClient browser = HttpClient.newHttpClient()) {
            HttpResponse<String> page = browser.send(
                    HttpRequest.newBuilder(provider.authorization(PROOF)).build(), BodyHandlers.ofString());
            Matcher form = FORM.matcher(page.body());
            assertThat(form.find()).as(page.body()).isTrue();
            // By hand: these cookies are for https, or for a browser that takes loopback for as safe.
            String cookies = page.headers().allValues("Set-Cookie").stream()
                    .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                    .collect(Collectors.joining("; "));
            String typed = "username=nadia&password=" + URLEncoder.encode(password, UTF_8);
            HttpResponse<String> back = browser.send(
                    HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("Cookie", cookies)
                            .POST(BodyPublishers.ofString(typed))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(back.statusCode()).as(back.body()).isEqualTo(302);
            URI address = URI.create(back.headers().firstValue("Location").orElseThrow());
            ImmutableListMultimap.Builder<String, String> parameters = ImmutableListMultimap.builder();
            URLUtils.parseParameters(address.getRawQuery()).forEach(parameters::putAll);
            return parameters.build();
        }
    }

    private static void await(URI address) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!answers(client, address)) {
                boolean over = keycloak.waitFor(200, TimeUnit.MILLISECONDS);
                assertThat(over || System.nanoTime() > end)
                        .as(Files.readString(folder.resolve("keycloak.log")))
                        .isFalse();
            }
        }
    }

    private static boolean answers(HttpClient client, URI address) throws InterruptedException {
        try {
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static Path unpack(Path distribution) throws IOException {
        Path home = folder;
        try (InputStream in = Files.newInputStream(distribution);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                assertThat(target.startsWith(folder)).isTrue();
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(zip, target);
                }
                home = folder.resolve(folder.relativize(target).getName(0));
            }
        }
        return home;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
