package org.isonomia.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.isonomia.adapters.http.pages.Imprint;
import org.isonomia.domain.plan.HealthRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {

    @TempDir
    Path folder;

    private Configuration load(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("isonomia.conf"), text);
        return Configuration.load(Optional.of(file), ConfigFactory.empty());
    }

    @Test
    void listensOnLoopbackOnTheEmbeddedDatabaseUnlessToldOtherwise() {
        Configuration configuration = Configuration.load(Optional.empty(), ConfigFactory.empty());
        assertThat(configuration.http().host()).isEqualTo("127.0.0.1");
        assertThat(configuration.server()).isEmpty();
        assertThat(configuration.healthRule()).isEqualTo(HealthRule.DEFAULT);
    }

    @Test
    void refusesEverythingThatIsWrongOrUnsafeTogether() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> load("""
                        isonomia.http.host = "0.0.0.0"
                        isonomia.http.port = 70000
                        isonomia.database.url = "jdbc:postgresql://db/isonomia"
                        isonomia.database.app-user = isonomia_owner
                        isonomia.http.prot = 1
                        isonomia.http.stop-timeout = soon
                        isonomia.http.max-connections = many
                        """))
                .satisfies(refusal -> assertThat(refusal.problems())
                        .hasSize(7)
                        .contains(
                                "there is no setting isonomia.http.prot",
                                "isonomia.http.stop-timeout must be a duration such as 30s or 5m, is soon",
                                "isonomia.http.max-connections must be a whole number, is many"));
    }

    @Test
    void namesVariablesThatSetNothing() {
        Config defaults = ConfigFactory.parseString("isonomia.http.max-body-bytes = 1");
        Map<String, String> variables = Map.of(
                "ISONOMIA_HTTP_PROT", "1",
                "ISONOMIA_HTTP_MAX_BODY_BYTES", "1",
                "ISONOMIA_JAVA_OPTS", "-Xmx1g",
                "ISONOMIA_CONFIG", "f",
                "ISONOMIA_PORT_8080_TCP", "tcp://10.0.0.1:8080",
                "HOME", "/");

        assertThat(Configuration.unknown(ConfigFactory.empty(), defaults, variables))
                .containsExactly("there is no setting ISONOMIA_HTTP_PROT");
    }

    @Test
    void saysThatAGroupHasNoValue() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> load("isonomia.http = 3"))
                .satisfies(refusal -> assertThat(refusal.problems())
                        .singleElement()
                        .asString()
                        .startsWith("isonomia.http is a group of settings and has no value: set one of them"));
    }

    @Test
    void refusesASettingThatDoesNotExist() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> load("isonomia.http.prot = 1"))
                .withMessageContaining("isonomia.http.prot");
    }

    @Test
    void takesListsOfAddressesFromTheEnvironmentAndRefusesNames() {
        Config defaults = ConfigFactory.parseResources("reference.conf");
        Config listed =
                Configuration.environment(defaults, Map.of("ISONOMIA_HTTP_TRUSTED_PROXIES", "10.0.0.5, 2001:db8::1"));
        assertThat(Configuration.load(Optional.empty(), listed).http().trustedProxies())
                .containsExactly("10.0.0.5", "2001:db8::1");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> load("isonomia.http.trusted-proxies = [proxy.example]"))
                .withMessageContaining("proxy.example");
    }

    @Test
    void takesWhatThePagesSayOfTheInstallation() throws IOException {
        Path map = Files.writeString(folder.resolve("map.csv"), "code,column,row\n13001,7,3\n");
        Configuration configuration = load("""
                isonomia.pages { publisher = "Ville de Demain", conformity = partial, audit = "mars 2026", map = "%s" }
                """.formatted(map));
        assertThat(configuration.imprint().publisher()).hasValue("Ville de Demain");
        assertThat(configuration.imprint().conformity()).isEqualTo(Imprint.Conformity.PARTIAL);
        assertThat(configuration.map().orElseThrow().places()).hasSize(1);
    }

    @Test
    void claimsNoAccessibilityThatNobodyFound() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> load("isonomia.pages { conformity = full, map = \"/nowhere.csv\" }"))
                .satisfies(refusal -> assertThat(refusal.problems()).hasSize(2));
    }

    @Test
    void neverShowsAPassword() throws IOException {
        Configuration configuration = load("""
                isonomia.database { url = "jdbc:postgresql://db/isonomia", owner-password = geheim, app-password = geheim }
                """);
        assertThat(configuration.toString()).doesNotContain("geheim");
    }

    @Test
    void isDocumentedInOneTable() throws IOException {
        String table = Files.readString(Path.of("..", "docs", "configuration.md"));
        ConfigFactory.parseResources("reference.conf")
                .entrySet()
                .forEach(entry -> assertThat(table)
                        .contains("`" + entry.getKey() + "`")
                        .contains("`"
                                + entry.getKey()
                                        .toUpperCase(Locale.ROOT)
                                        .replace('.', '_')
                                        .replace('-', '_')
                                + "`"));
    }
}
