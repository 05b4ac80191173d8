package org.isonomia.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInReaderTest {

    private static final String PROVIDER = """
            http.public-url = "https://plan.ville.example/"
            identity.provider { issuer = "https://login.example", client-id = "plan", client-secret = "a long enough secret of a client" }
            """;

    private final List<String> wrong = new ArrayList<>();

    private SignInSetup read(String settings) {
        Config shipped = ConfigFactory.parseResources("reference.conf").getConfig("isonomia");
        return new SignInReader(
                        ConfigFactory.parseString(settings)
                                .withFallback(shipped)
                                .resolve(),
                        wrong)
                .read();
    }

    @Test
    void needsNothing() {
        SignInSetup setup = read("");
        assertThat(wrong).isEmpty();
        assertThat(setup.address()).isEmpty();
        assertThat(setup.providers()).isEmpty();
    }

    @Test
    void leadsBrowsersBackFromAProviderToThePublicAddress() {
        SignInSetup setup = read(PROVIDER);
        assertThat(wrong).isEmpty();
        assertThat(setup.address()).contains(URI.create("https://plan.ville.example"));
        assertThat(setup.providers()).containsOnlyKeys("ProConnect");
        assertThat(setup.toString()).doesNotContain("a long enough secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://plan.ville.example",
                "https://plan.ville.example/path",
                "https://plan.ville.example?x=1",
                "ftp://plan.ville.example",
                "plan.ville.example",
                "https://",
                "not an address"
            })
    void refusesAnAddressThatBrowsersCannotTrust(String address) {
        assertThat(read("http.public-url = \"" + address + "\"").address()).isEmpty();
        assertThat(wrong).singleElement().asString().contains("public-url").contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost:8080", "http://127.0.0.1:8080", "http://[::1]:8080", "https://a.example:8443"})
    void takesHttpOnThisMachineOnly(String address) {
        assertThat(read("http.public-url = \"" + address + "\"").address()).contains(URI.create(address));
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "identity.session-idle = 8d",
                "identity.freshness = 2h",
                "identity.token-max = 400d",
                "identity.session-max = soon"
            })
    void refusesTimesThatAreNotSafe(String setting) {
        read(setting);
        assertThat(wrong).singleElement().asString().startsWith("isonomia");
    }

    @Test
    void refusesAProviderWithoutAnAddressToComeBackTo() {
        assertThat(read("identity.provider.issuer = \"https://login.example\"").providers())
                .isEmpty();
        assertThat(wrong).singleElement().asString().contains("public-url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "identity.provider.name = \"Pro Connect\"",
                "identity.provider.issuer = \"http://login.example\"",
                "identity.provider.issuer = \"not an address\"",
                "identity.provider.client-id = \"\""
            })
    void refusesAProviderThatCannotBeTrusted(String setting) {
        assertThat(read(PROVIDER + setting).providers()).isEmpty();
        assertThat(wrong).singleElement().asString().startsWith("isonomia.identity.provider");
    }
}
