package org.isonomia.adapters.http.pages;

import com.google.common.collect.ImmutableList;
import io.javalin.Javalin;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.isonomia.application.plan.PlanUseCases;
import org.isonomia.application.reference.ReferenceData;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.domain.plan.HealthRule;

/** The pages of the sample plan on a real server, with somebody who looks at them. */
final class PageServer implements AutoCloseable {

    static final String TOKEN = "isonomia-test-token";

    private final Javalin server;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    PageServer(PlanUseCases plans) {
        Pages pages = new Pages(
                plans.reading(),
                plans.editing(),
                plans.exchange(),
                new Pages.Settings(
                        ReferenceData.shipped(),
                        HealthRule.DEFAULT,
                        ImmutableList.of(),
                        TOKEN::equals,
                        SampleInstallation.CLOCK));
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    pages.register(new PageRoutes() {
                        @Override
                        public void get(String path, Access access, Handler handler) {
                            config.routes.addHttpHandler(HandlerType.GET, path, guarded(pages, access, handler));
                        }

                        @Override
                        public void post(String path, Access access, Handler handler) {
                            config.routes.addHttpHandler(HandlerType.POST, path, guarded(pages, access, handler));
                        }
                    });
                    config.routes.exception(NotFoundException.class, (e, ctx) -> pages.error(ctx, 404, "request-1"));
                    config.routes.exception(
                            HttpResponseException.class, (e, ctx) -> pages.error(ctx, e.getStatus(), "request-1"));
                })
                .start("127.0.0.1", 0);
    }

    private static Handler guarded(Pages pages, PageRoutes.Access access, Handler handler) {
        return ctx -> {
            if (access == PageRoutes.Access.ADMINISTRATOR && !pages.signedIn(ctx)) {
                pages.error(ctx, 403, "request-1");
            } else {
                handler.handle(ctx);
            }
        };
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).build());
    }

    HttpResponse<String> getIn(String path, String acceptLanguage) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Accept-Language", acceptLanguage)
                .build());
    }

    HttpResponse<String> post(String path, String form) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
