package org.isonomia.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.isonomia.application.spi.testing.TestPeople;
import org.isonomia.bootstrap.DemonstrationServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages by keyboard only, with text twice as large, and in the few colours of a person's own. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class KeyboardIT {

    private static final String PLAN = "/amp/pmlcd";

    private static final String FOCUS = """
            () => {
              const e = document.activeElement;
              if (!e || e === document.body) return '';
              const s = getComputedStyle(e), r = e.getBoundingClientRect();
              window.order ??= new Map();
              if (!window.order.has(e)) window.order.set(e, window.order.size);
              return [window.order.get(e), s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2,
                      r.width > 0 && r.height > 0 && r.bottom > 0 && r.top < innerHeight,
                      e.tabIndex, e.outerHTML.slice(0, 80)].join('|');
            }""";

    /** Where a drawing order by rows differs from the order of the document: pairs that jump back up within one column. */
    private static final String JUMPS = """
            () => {
              const all = [...document.querySelectorAll('main a[href], main button, main input:not([type=hidden]), main select, main textarea, main summary')]
                  .filter(e => e.checkVisibility());
              const jumps = [];
              for (let i = 1; i < all.length; i++) {
                const a = all[i - 1].getBoundingClientRect(), b = all[i].getBoundingClientRect();
                const sameColumn = a.left < b.right && b.left < a.right;
                if (sameColumn && b.bottom <= a.top) jumps.push(all[i].outerHTML.slice(0, 80));
              }
              return jumps.join('\\n');
            }""";

    private static final String CLIPPED = """
            () => [...document.querySelectorAll('body *')].filter(e => {
                const s = getComputedStyle(e);
                return !e.closest('.sr, .sprite, svg, .scroll, pre') && s.overflow !== 'visible' && e.checkVisibility()
                    && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)
                    && !['INPUT', 'SELECT', 'TEXTAREA', 'THEAD', 'HTML'].includes(e.tagName);
              }).map(e => e.outerHTML.slice(0, 80)).join('\\n')""";

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
        return Stream.of(
                "/fr",
                "/fr" + PLAN,
                "/fr" + PLAN + "/axes/1",
                "/fr" + PLAN + "/actions",
                "/fr" + PLAN + "/actions/2.3",
                "/fr" + PLAN + "/network",
                "/fr" + PLAN + "/timeline",
                "/en/method",
                "/fr" + PLAN + "/actions/2.3/edit/status",
                "/fr" + PLAN + "/actions/2.3/edit/milestones",
                "/fr" + PLAN + "/actions/2.3/edit/dates",
                "/fr" + PLAN + "/actions/2.3/edit/people");
    }

    private static void visit(String path, Browser.NewContextOptions options, Consumer<Page> check) {
        try (BrowserContext context = chromium.browser().newContext(options);
                Page page = context.newPage()) {
            if (path.contains("/edit/")) {
                page.navigate(server.uri() + "/fr/sign-in");
                page.fill("#login", TestPeople.LOGIN);
                page.fill("#password", TestPeople.PASSWORD);
                page.click("main form button.main");
            }
            page.navigate(server.uri() + path);
            check.accept(page);
        }
    }

    private static Browser.NewContextOptions width(int width) {
        return new Browser.NewContextOptions().setViewportSize(width, 900);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theKeyboardGoesThroughThePageInItsOrderAndOutAgain(String path) {
        visit(path, width(1280), page -> {
            List<String> wrong = new ArrayList<>();
            int last = -1;
            for (int step = 0; step < 400; step++) {
                page.keyboard().press("Tab");
                String seen = (String) page.evaluate(FOCUS);
                if (seen.isEmpty()) {
                    break;
                }
                String[] parts = seen.split("\\|", 5);
                int order = Integer.parseInt(parts[0]);
                boolean radio = parts[4].contains("radio");
                if (order <= last) {
                    break;
                }
                last = order;
                if (!parts[1].equals("true") || !parts[2].equals("true") || !(parts[3].equals("0") || radio)) {
                    wrong.add(seen);
                }
            }
            assertThat(wrong).isEmpty();
            assertThat(last).isGreaterThan(5).isLessThan(399);
            assertThat((String) page.evaluate(JUMPS)).isEmpty();
        });
    }

    /** Wide tables may be scrolled then; nothing may be cut off. */
    @ParameterizedTest
    @MethodSource("pages")
    void textTwiceAsLargeLosesNothing(String path) {
        visit(path, width(1280), page -> {
            page.evaluate("() => document.documentElement.style.fontSize = '200%'");
            assertThat((String) page.evaluate(CLIPPED)).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {PLAN, PLAN + "/timeline", PLAN + "/network"})
    void drawingsAreSeenInForcedColours(String path) {
        visit("/fr" + path, width(1280).setForcedColors(ForcedColors.ACTIVE), page -> {
            assertThat((String) page.evaluate("""
                            () => [...document.querySelectorAll('main svg rect, main svg .now')].filter(e => {
                                const s = getComputedStyle(e), paper = getComputedStyle(document.body).backgroundColor;
                                const none = c => c === 'none' || c === paper || c.startsWith('rgba(0, 0, 0, 0)');
                                return !s.fill.startsWith('url') && none(s.fill) && none(s.stroke);
                              }).map(e => e.outerHTML.slice(0, 90)).slice(0, 5).join('\\n')""")).isEmpty();
        });
    }
}
