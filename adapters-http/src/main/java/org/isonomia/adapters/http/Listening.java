package org.isonomia.adapters.http;

import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;

/** How the server listens, and what it refuses before any route is asked. */
record Listening(HttpAdapter.Settings settings, KeptAnswers kept) {

    private static final int HEADER_BYTES = 8192;

    void apply(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.strictContentTypes = true;
        config.http.prefer405over404 = true;
        config.http.generateEtags = false;
        config.http.maxRequestSize = settings.maxBodyBytes();
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.router.ignoreTrailingSlashes = false;
        config.jetty.modifyHttpConfiguration(Listening::harden);
        config.jetty.addConnector(this::connector);
        config.jetty.modifyServer(this::prepare);
    }

    private static void harden(HttpConfiguration http) {
        http.setUriCompliance(UriCompliance.DEFAULT);
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(HEADER_BYTES);
    }

    private Connector connector(Server server, HttpConfiguration http) {
        harden(http);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(settings.idleTimeout().toMillis());
        return connector;
    }

    private void prepare(Server server) {
        server.setStopTimeout(settings.stopTimeout().toMillis());
        server.setErrorHandler(new EarlyErrors());
        server.addBean(new NetworkConnectionLimit(settings.maxConnections(), server));
        server.insertHandler(kept);
        server.insertHandler(new BodyLimit(settings.maxBodyBytes()));
        server.insertHandler(new GracefulHandler());
    }
}
