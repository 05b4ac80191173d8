package org.isonomia.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.isonomia.bootstrap.DemonstrationServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page of the running product in a real browser: accessible, on a phone, without asking anybody else. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class PagesIT {

    private static final String PLAN = "/amp/pmlcd";
    private static final List<String> PATHS = List.of(
            "",
            "/amp",
            PLAN,
            PLAN + "/axes/1",
            PLAN + "/actions",
            PLAN + "/actions?status=in-progress&sort=deadline",
            PLAN + "/actions/1.2",
            PLAN + "/actions/2.3",
            PLAN + "/network",
            PLAN + "/timeline",
            PLAN + "/actions/nothing-here",
            "/method",
            "/accessibility",
            "/legal",
            "/api",
            "/sign-in");

    private static DemonstrationServer server;
    private static Chromium chromium;

    @BeforeAll
    static void start() throws Exception {
        server = DemonstrationServer.start();
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
    }

    static Stream<String> pages() {
        return Stream.of("/fr", "/en").flatMap(language -> PATHS.stream().map(path -> language + path));
    }

    private static void visit(String path, int width, java.util.function.Consumer<Page> check) {
        List<String> complaints = new ArrayList<>();
        try (BrowserContext context =
                        chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(width, 900));
                Page page = context.newPage()) {
            page.onRequest(request -> {
                if (!request.url().startsWith(server.uri().toString())) {
                    complaints.add("asks " + request.url());
                }
            });
            page.onConsoleMessage(message -> {
                boolean ofTheAnswer =
                        message.text().startsWith("Failed to load resource") && path.contains("nothing-here");
                if (message.type().equals("error") && !ofTheAnswer) {
                    complaints.add(message.text());
                }
            });
            page.navigate(server.uri() + path);
            check.accept(page);
            String file = path.substring(1).replaceAll("[^a-z0-9.]+", "-") + "-" + width + ".png";
            page.screenshot(
                    new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "screenshots", file)));
        }
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isAccessibleAndSaysWhatIsIllustration(String path) {
        visit(path, 1280, page -> {
            assertThat(new AxeBuilder(page).analyze().getViolations())
                    .extracting(
                            Rule::getId,
                            Rule::getHelp,
                            rule -> rule.getNodes().getFirst().getHtml())
                    .isEmpty();
            if (path.contains(PLAN) && !path.contains("nothing-here")) {
                assertThat(page.content()).containsPattern("(?i)données d[’']illustration|illustrative data");
            }
        });
    }

    /** The plan is French; a screen reader must not read it as English. */
    @ParameterizedTest
    @MethodSource("pages")
    void theWordsOfThePlanAreMarkedAsFrench(String path) {
        if (path.startsWith("/en" + PLAN)) {
            visit(path, 1280, page -> assertThat((String) page.evaluate("""
                            () => {
                              const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), bad = [];
                              while (texts.nextNode()) {
                                const text = texts.currentNode, element = text.parentElement;
                                if (!element.closest('svg') && element.closest('[lang]').lang === 'en'
                                    && /[àâçéèêëîïôùûœ]/i.test(text.data)) bad.push(text.data.trim().slice(0, 60));
                              }
                              return bad.join('\\n');
                            }""")).isEmpty());
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void fitsOnAPhoneWithoutScrollingSideways(String path) {
        visit(
                path,
                320,
                page -> assertThat((int) page.evaluate(
                                "() => document.fonts.ready.then(() => document.documentElement.scrollWidth)"))
                        .isLessThanOrEqualTo(320));
    }

    @Test
    void offersToSkipToTheContentFirst() {
        visit("/fr" + PLAN, 1280, page -> {
            page.keyboard().press("Tab");
            assertThat(page.evaluate("() => document.activeElement.getAttribute('href')"))
                    .asString()
                    .startsWith("#");
        });
    }
}
