package org.isonomia.bootstrap;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where to listen. */
final class ListenOptions {

    @Option(names = "--host", paramLabel = "ADDRESS", description = "The address to listen on. Default: 127.0.0.1.")
    private @Nullable String host;

    @Option(names = "--port", paramLabel = "PORT", description = "The port; 0 for a free one. Default: 8080.")
    private @Nullable Integer port;

    Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        if (host != null) {
            settings.put("isonomia.http.host", host);
        }
        if (port != null) {
            settings.put("isonomia.http.port", port);
        }
        return settings;
    }
}
