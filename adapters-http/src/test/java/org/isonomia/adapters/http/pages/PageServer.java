package org.isonomia.adapters.http.pages;

import com.google.common.collect.ImmutableList;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.isonomia.adapters.http.routing.Access;
import org.isonomia.adapters.http.routing.GuardedRoutes;
import org.isonomia.adapters.http.routing.ProblemException;
import org.isonomia.adapters.http.routing.ResponseCache;
import org.isonomia.application.access.Once;
import org.isonomia.application.history.Journals;
import org.isonomia.application.identity.IdentityUseCases;
import org.isonomia.application.plan.PlanUseCases;
import org.isonomia.application.reference.ReferenceData;
import org.isonomia.application.spi.ForbiddenException;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.application.spi.testing.InMemoryStores;
import org.isonomia.application.spi.testing.TestPeople;
import org.isonomia.domain.access.Actor;
import org.isonomia.domain.plan.HealthRule;

/** The pages of the sample plan on a real server, with somebody who looks at them. */
final class PageServer implements AutoCloseable {

    static final String PASSWORD = TestPeople.PASSWORD;
    static final String PROOF = "login=" + TestPeople.LOGIN + "&password=" + PASSWORD.replace(' ', '+');

    private static final Pages.Settings SETTINGS = new Pages.Settings(
            ReferenceData.shipped(),
            HealthRule.DEFAULT,
            ImmutableList.of(),
            Imprint.EMPTY,
            TilePlaces.NONE,
            SampleInstallation.CLOCK);

    private final Javalin server;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    /** Over stores from which requests with a key are kept apart. */
    PageServer(PlanUseCases plans) {
        this(plans, SampleInstallation.identity());
    }

    PageServer(PlanUseCases plans, Once once) {
        this(plans, SampleInstallation.identity(), once);
    }

    PageServer(PlanUseCases plans, IdentityUseCases identity) {
        this(plans, identity, SampleInstallation.once(InMemoryStores.create()));
    }

    private PageServer(PlanUseCases plans, IdentityUseCases identity, Once once) {
        this(new Pages(plans, identity, SETTINGS), once);
    }

    /** With the journal. */
    PageServer(PlanUseCases plans, Journals journals, Once once) {
        this(new Pages(plans, journals, SampleInstallation.identity(), SETTINGS), once);
    }

    private PageServer(Pages pages, Once once) {
        AtomicLong revision = new AtomicLong();
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.router.ignoreTrailingSlashes = false;
                    pages.register(new GuardedRoutes(
                            config.routes,
                            (ctx, access) -> identify(pages, ctx, access),
                            new ResponseCache(revision::incrementAndGet, SampleInstallation.CLOCK),
                            once));
                    config.routes.exception(NotFoundException.class, (e, ctx) -> pages.error(ctx, 404, "request-1"));
                    config.routes.exception(ForbiddenException.class, (e, ctx) -> pages.error(ctx, 403, "request-1"));
                    config.routes.exception(
                            ProblemException.class,
                            (e, ctx) -> pages.error(ctx, e.type().status(), "request-1"));
                    config.routes.exception(
                            HttpResponseException.class, (e, ctx) -> pages.error(ctx, e.getStatus(), "request-1"));
                })
                .start("127.0.0.1", 0);
    }

    private static Optional<Actor> identify(Pages pages, Context ctx, Access access) {
        Optional<Actor> known = pages.signedIn(ctx);
        return known.isPresent() || access.isPublic() ? known : pages.signIn(ctx);
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

    /** What somebody gets who has a cookie of another one's. */
    HttpResponse<String> getWithCookie(String path, String cookie) {
        endSession();
        return send(HttpRequest.newBuilder(uri(path)).header("Cookie", cookie).build());
    }

    /** Forgets who is signed in, as the server does after hours. */
    void endSession() {
        cookies.getCookieStore().removeAll();
    }

    HttpResponse<String> postFromOurPage(String path, String form) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "http://127.0.0.1:" + server.port())
                .POST(HttpRequest.BodyPublishers.ofString(form))
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
