package org.isonomia.bootstrap;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import com.google.common.net.InetAddresses;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isonomia.adapters.http.HttpAdapter;
import org.isonomia.adapters.http.pages.Imprint;
import org.isonomia.adapters.http.pages.TilePlaces;
import org.isonomia.domain.plan.HealthRule;

/**
 * How an installation is set up: {@code reference.conf}, over it the file of the operator, over it the environment, over it
 * the command line. Values that are wrong or unsafe are refused, all together.
 *
 * @param http how to listen, and how much to bear
 * @param drainDelay how long a stopping server still answers while it says that it is not ready
 * @param dataFolder the folder of the embedded database
 * @param server the operator's own database, if there is one
 * @param poolSize connections at most
 * @param healthRule how health is judged
 * @param imprint who answers for the pages
 * @param signIn how people sign in
 * @param upkeep what the running server does by itself
 * @param map where communes are on the map; empty for no map of the operator's own
 */
record Configuration(
        HttpAdapter.Settings http,
        Duration drainDelay,
        Path dataFolder,
        Optional<OwnServer> server,
        int poolSize,
        HealthRule healthRule,
        Imprint imprint,
        SignInSetup signIn,
        Upkeep upkeep,
        Optional<TilePlaces> map) {

    /** Of the launcher and the browser tests; and those that Kubernetes sets for a service of the product's name. */
    private static final Pattern OTHER_VARIABLES =
            Pattern.compile("ISONOMIA_(CONFIG|JAVA_OPTS|CHROMIUM|(SERVICE_(HOST|PORT)|PORT)(_.*)?)");

    /**
     * What the running server does by itself.
     *
     * @param keepAnswers how long answers to requests with a key are kept
     * @param signEvery how often journals that have grown are signed; zero for never
     */
    record Upkeep(Duration keepAnswers, Duration signEvery) {}

    /** A PostgreSQL server of the operator's own. */
    record OwnServer(String url, String ownerUser, String ownerPassword, String appUser, String appPassword) {
        @Override
        public String toString() {
            return url + " as " + appUser;
        }
    }

    /**
     * @param file the operator's file, if there is one
     * @param overrides settings of the command line, in the same format
     * @throws ConfigurationException with everything that is wrong
     */
    static Configuration load(Optional<Path> file, Config overrides) {
        Config config;
        List<String> unknown;
        try {
            Config defaults = ConfigFactory.parseResources(Configuration.class.getClassLoader(), "reference.conf");
            Config own = file.map(Configuration::parse).orElse(ConfigFactory.empty());
            refuseValuesOfGroups(own, defaults);
            unknown = unknown(own, defaults, System.getenv());
            config = overrides
                    .withFallback(environment(defaults, System.getenv()))
                    .withFallback(own)
                    .withFallback(defaults)
                    .resolve()
                    .getConfig("isonomia");
        } catch (ConfigException e) {
            throw new ConfigurationException(List.of(String.valueOf(e.getMessage())));
        }
        return new Reader(config, unknown).read();
    }

    private static Config parse(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new ConfigurationException(List.of("the configuration file cannot be read: " + file));
        }
        return ConfigFactory.parseFile(file.toFile());
    }

    /** Each setting has a variable: {@code isonomia.http.port} is {@code ISONOMIA_HTTP_PORT}. Lists are set with commas. */
    static Config environment(Config defaults, Map<String, String> variables) {
        Config found = ConfigFactory.empty();
        for (var entry : defaults.entrySet()) {
            String value = variables.get(variable(entry.getKey()));
            if (value != null) {
                Object given = entry.getValue().valueType() == ConfigValueType.LIST
                        ? Splitter.on(',').trimResults().omitEmptyStrings().splitToList(value)
                        : value;
                found = found.withValue(entry.getKey(), ConfigValueFactory.fromAnyRef(given, "environment"));
            }
        }
        return found;
    }

    /** What names no setting, in the file or among the variables, of which some are the launcher's and tests'. */
    static List<String> unknown(Config own, Config defaults, Map<String, String> variables) {
        Set<String> known = defaults.entrySet().stream()
                .map(entry -> variable(entry.getKey()))
                .collect(Collectors.toSet());
        Stream<String> keys = own.entrySet().stream().map(Map.Entry::getKey).filter(key -> !defaults.hasPath(key));
        Stream<String> names = variables.keySet().stream()
                .filter(name -> name.startsWith("ISONOMIA_")
                        && !OTHER_VARIABLES.matcher(name).matches())
                .filter(name -> !known.contains(name))
                .sorted();
        return Stream.concat(keys, names)
                .map(name -> "there is no setting " + name)
                .toList();
    }

    private static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static void refuseValuesOfGroups(Config own, Config defaults) {
        List<String> groups = own.entrySet().stream()
                .map(Map.Entry::getKey)
                .filter(key -> defaults.hasPath(key) && defaults.getValue(key).valueType() == ConfigValueType.OBJECT)
                .map(key -> key + " is a group of settings and has no value: set one of them, such as " + key + "."
                        + defaults.getConfig(key).entrySet().iterator().next().getKey())
                .toList();
        if (!groups.isEmpty()) {
            throw new ConfigurationException(groups);
        }
    }

    private static final class Reader {
        private final Config config;
        private final List<String> wrong;

        Reader(Config config, List<String> wrong) {
            this.config = config;
            this.wrong = new ArrayList<>(wrong);
        }

        Configuration read() {
            Optional<HttpAdapter.Settings> http = http();
            Duration drain = duration("http.drain-delay", Duration.ZERO, Duration.ofMinutes(10));
            String folder = get("data.folder", () -> config.getString("data.folder"), "");
            Optional<OwnServer> server = server();
            int pool = between("database.pool-size", 1, 1_000);
            int dueSoon = between("health.due-soon-days", 0, 365);
            int silent = between("health.silent-days", 1, 3_650);
            PageReader pages = new PageReader(config, wrong);
            Imprint imprint = pages.imprint();
            Upkeep upkeep = new Upkeep(
                    duration("requests.keep-answers", Duration.ofMinutes(1), Duration.ofDays(30)),
                    duration("journal.sign-every", Duration.ZERO, Duration.ofDays(30)));
            Optional<TilePlaces> map = pages.map();
            SignInSetup signIn = new SignInReader(config, wrong).read();
            if (!wrong.isEmpty()) {
                throw new ConfigurationException(wrong);
            }
            return new Configuration(
                    http.orElseThrow(),
                    drain,
                    folder.isBlank() ? standardFolder() : Path.of(folder).toAbsolutePath(),
                    server,
                    pool,
                    new HealthRule(dueSoon, silent),
                    imprint,
                    signIn,
                    upkeep,
                    map);
        }

        private Optional<HttpAdapter.Settings> http() {
            String host = get("http.host", () -> config.getString("http.host"), "");
            boolean remote = get("http.allow-remote", () -> config.getBoolean("http.allow-remote"), false);
            checkHost(host, remote);
            int port = between("http.port", 0, 65_535);
            int maxBody = between("http.max-body-bytes", 1_024, 1_073_741_824);
            int rate = between("http.requests-per-minute", 0, 1_000_000);
            int connections = between("http.max-connections", 1, 1_000_000);
            ImmutableSet<String> proxies = proxies();
            Duration idle = duration("http.idle-timeout", Duration.ofSeconds(1), Duration.ofMinutes(10));
            Duration stop = duration("http.stop-timeout", Duration.ofSeconds(1), Duration.ofMinutes(10));
            return wrong.isEmpty()
                    ? Optional.of(new HttpAdapter.Settings(host, port, maxBody, rate, connections, proxies, idle, stop))
                    : Optional.empty();
        }

        /** Addresses, not names: who may say whom a request comes from is not left to a name server. */
        private ImmutableSet<String> proxies() {
            List<String> listed =
                    get("http.trusted-proxies", () -> config.getStringList("http.trusted-proxies"), List.of());
            listed.stream()
                    .filter(address -> !InetAddresses.isInetAddress(address))
                    .forEach(address -> wrong.add(
                            "isonomia.http.trusted-proxies must list IP addresses, such as 10.0.0.5, not " + address));
            return ImmutableSet.copyOf(listed);
        }

        private Duration duration(String key, Duration least, Duration most) {
            Duration value = get(key, () -> config.getDuration(key), least);
            if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
                wrong.add("isonomia." + key + " must be " + least.toSeconds() + "s to " + most.toSeconds() + "s, is "
                        + value.toMillis() + " ms");
            }
            return value;
        }

        private void checkHost(String host, boolean remote) {
            try {
                if (!remote && !InetAddress.getByName(host).isLoopbackAddress()) {
                    wrong.add("isonomia.http.host is " + host
                            + ", which others can reach: set isonomia.http.allow-remote = true if that is meant");
                }
            } catch (UnknownHostException e) {
                wrong.add("isonomia.http.host is no address of a machine: " + host);
            }
        }

        private Optional<OwnServer> server() {
            String url = get("database.url", () -> config.getString("database.url"), "");
            if (url.isBlank()) {
                return Optional.empty();
            }
            OwnServer own = new OwnServer(
                    url,
                    config.getString("database.owner-user"),
                    config.getString("database.owner-password"),
                    config.getString("database.app-user"),
                    config.getString("database.app-password"));
            if (!url.startsWith("jdbc:postgresql://")) {
                wrong.add("isonomia.database.url must begin with jdbc:postgresql://");
            }
            if (own.ownerPassword().isEmpty() || own.appPassword().isEmpty()) {
                wrong.add("isonomia.database.owner-password and app-password must be set for a server of your own");
            }
            if (own.ownerUser().equals(own.appUser())) {
                wrong.add("isonomia.database.owner-user and app-user must be two roles: the app may own nothing");
            }
            return Optional.of(own);
        }

        private int between(String key, int least, int most) {
            int value = get(key, () -> config.getInt(key), least);
            if (value < least || value > most) {
                wrong.add("isonomia." + key + " must be " + least + " to " + most + ", is " + value);
            }
            return value;
        }

        private static String kind(Object example) {
            return switch (example) {
                case Boolean truth -> "true or false";
                case Integer number -> "a whole number";
                case Duration duration -> "a duration such as 30s or 5m";
                case List<?> list -> "a list such as [\"10.0.0.5\"]";
                default -> "a text";
            };
        }

        private <T> T get(String key, Supplier<T> read, T otherwise) {
            try {
                return requireNonNull(read.get());
            } catch (ConfigException e) {
                wrong.add("isonomia." + key + " must be " + kind(otherwise) + ", is "
                        + (config.hasPath(key) ? config.getValue(key).unwrapped() : "nothing"));
                return otherwise;
            }
        }
    }

    /** Where an installation keeps its data unless told otherwise. */
    static Path standardFolder() {
        String home = Optional.ofNullable(System.getenv("HOME"))
                .filter(known -> Path.of(known).isAbsolute())
                .orElse(System.getProperty("user.home"));
        return Path.of(home, ".local", "share", "isonomia").toAbsolutePath();
    }
}
