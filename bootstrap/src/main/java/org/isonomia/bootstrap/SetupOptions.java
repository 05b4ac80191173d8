package org.isonomia.bootstrap;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options of every command that opens an installation. */
final class SetupOptions {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "The configuration file (HOCON or properties); also ISONOMIA_CONFIG.")
    private @Nullable Path config;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description =
                    "The folder of the data; made if it is not there. Default: ~/.local/share/isonomia, and for demo isonomia-demo beside it.")
    private @Nullable Path data;

    Configuration load() {
        return load(Map.of());
    }

    Configuration load(Map<String, Object> more) {
        Map<String, Object> overrides = new LinkedHashMap<>(more);
        if (data != null) {
            overrides.put("isonomia.data.folder", data.toAbsolutePath().toString());
        }
        Config over = ConfigFactory.parseMap(overrides, "command line");
        Optional<Path> file = Optional.ofNullable(config)
                .or(() -> Optional.ofNullable(System.getenv("ISONOMIA_CONFIG")).map(Path::of));
        return Configuration.load(file, over);
    }

    /** As {@link #load}, in a folder of this name beside the standard one unless a folder is named somewhere. */
    Configuration loadBeside(String name, Map<String, Object> more) {
        Configuration named = load(more);
        if (!named.dataFolder().equals(Configuration.standardFolder())) {
            return named;
        }
        Map<String, Object> there = new LinkedHashMap<>(more);
        there.put(
                "isonomia.data.folder",
                Configuration.standardFolder()
                        .resolveSibling("isonomia-" + name)
                        .toString());
        return load(there);
    }
}
