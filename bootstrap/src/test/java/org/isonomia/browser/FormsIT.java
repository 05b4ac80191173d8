package org.isonomia.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.isonomia.application.spi.testing.TestPeople;
import org.isonomia.bootstrap.DemonstrationServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms that change an action, filled in and sent in a real browser, with and without scripts. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class FormsIT {

    private static final String ACTION = "/amp/pmlcd/actions/2.3";

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

    /** Somebody signed in on the page of a form. */
    private static void open(String language, String section, boolean scripts, Consumer<Page> work) {
        Browser.NewContextOptions options =
                new Browser.NewContextOptions().setViewportSize(1280, 900).setJavaScriptEnabled(scripts);
        try (BrowserContext context = chromium.browser().newContext(options)) {
            // Closed with its context: to close the page first was once waited for without end.
            Page page = context.newPage();
            page.navigate(server.uri() + "/" + language + "/sign-in");
            page.fill("#login", TestPeople.LOGIN);
            page.fill("#password", TestPeople.PASSWORD);
            send(page);
            page.navigate(server.uri() + "/" + language + ACTION + "/edit/" + section);
            work.accept(page);
        }
    }

    private static void send(Page page) {
        page.click("main form .actions button.main");
    }

    private static void isAccessible(Page page, boolean scripts) {
        String file = page.url().replaceAll("^.*?//[^/]*/", "").replaceAll("[^a-z0-9.]+", "-");
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", "form-" + file + ".png")));
        if (scripts) {
            assertThat(new AxeBuilder(page).analyze().getViolations())
                    .extracting(Rule::getId, rule -> rule.getNodes().getFirst().getHtml())
                    .isEmpty();
        }
    }

    /** The refusal names the field, leads to it, and stands beside it; the field still holds what was typed. */
    private static void refuses(Page page, boolean scripts, String field, String typed) {
        isAccessible(page, scripts);
        assertThat(page.locator("#errors a[href='#f-" + field + "']").count()).isEqualTo(1);
        assertThat(page.locator("#e-" + field).isVisible()).isTrue();
        assertThat(page.locator("#f-" + field).getAttribute("aria-describedby")).contains("e-" + field);
        assertThat(page.locator("#f-" + field).getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(page.locator("#f-" + field).inputValue()).isEqualTo(typed);
        page.click("#errors a[href='#f-" + field + "']");
        assertThat(page.locator("#f-" + field + ":focus").count()).isEqualTo(1);
    }

    private static void isSaved(Page page) {
        send(page);
        assertThat(page.url()).endsWith(ACTION);
    }

    @ParameterizedTest
    @CsvSource({"fr, true", "fr, false", "en, true", "en, false"})
    void aStatusIsDeclaredWithItsReason(String language, boolean scripts) {
        open(language, "status", scripts, page -> {
            isAccessible(page, scripts);
            boolean suspended = page.isChecked("#st-suspended");
            page.check(suspended ? "#st-abandoned" : "#st-suspended");
            page.fill("#f-date", "24/11/2026");
            send(page);
            refuses(page, scripts, "reason", "");
            assertThat(page.isChecked(suspended ? "#st-abandoned" : "#st-suspended"))
                    .isTrue();
            page.fill("#f-reason", "Salle « fermée » " + language + scripts);
            page.fill("#f-date", "demain");
            send(page);
            refuses(page, scripts, "date", "demain");
            assertThat(page.inputValue("#f-reason")).isEqualTo("Salle « fermée » " + language + scripts);
            page.fill("#f-date", "24/11/2026");
            isSaved(page);
            assertThat(page.textContent("main")).contains(language + scripts);
            backInProgress(page, language);
        });
    }

    /** So that the next one finds an action that can be suspended. */
    private static void backInProgress(Page page, String language) {
        page.navigate(server.uri() + "/" + language + ACTION + "/edit/status");
        page.check("#st-in-progress");
        page.fill("#f-date", "24/11/2026");
        isSaved(page);
    }

    @ParameterizedTest
    @CsvSource({"fr, true", "en, false"})
    void aMilestoneIsAddedAndRemoved(String language, boolean scripts) {
        open(language, "milestones", scripts, page -> {
            isAccessible(page, scripts);
            int last = page.locator("fieldset.ms-edit").count();
            String row = "m" + last + "-";
            page.fill("#f-" + row + "title", "Bilan " + language);
            page.fill("#f-" + row + "due", "12/2028");
            page.fill("#f-" + row + "weight", "zéro");
            send(page);
            refuses(page, scripts, row + "weight", "zéro");
            assertThat(page.inputValue("#f-" + row + "title")).isEqualTo("Bilan " + language);
            page.fill("#f-" + row + "weight", "2");
            isSaved(page);
            assertThat(page.textContent("main")).contains("Bilan " + language);
            page.navigate(server.uri() + "/" + language + ACTION + "/edit/milestones");
            page.check("#f-" + row + "remove");
            isSaved(page);
            assertThat(page.textContent("main")).doesNotContain("Bilan " + language);
        });
    }

    @ParameterizedTest
    @CsvSource({"fr, true", "en, false"})
    void datesAreChanged(String language, boolean scripts) {
        open(language, "dates", scripts, page -> {
            isAccessible(page, scripts);
            String before = page.inputValue("#f-planned-end");
            page.fill("#f-planned-start", "2028");
            page.fill("#f-planned-end", "06/2027");
            send(page);
            refuses(page, scripts, "planned-end", "06/2027");
            assertThat(page.inputValue("#f-planned-start")).isEqualTo("2028");
            page.fill("#f-planned-start", "04/2026");
            page.fill("#f-planned-end", before);
            page.selectOption("#f-recurrence", "yearly");
            isSaved(page);
            assertThat(page.textContent("main")).contains(language.equals("fr") ? "chaque année" : "every year");
        });
    }

    @ParameterizedTest
    @CsvSource({"fr, true", "en, false"})
    void peopleAreChosen(String language, boolean scripts) {
        open(language, "people", scripts, page -> {
            isAccessible(page, scripts);
            String partner = page.locator("input[name=partners]").first().getAttribute("id");
            boolean chosen = page.isChecked("[id='" + partner + "']");
            page.setChecked("[id='" + partner + "']", !chosen);
            String name = page.textContent("label[for='" + partner + "']").strip();
            isSaved(page);
            assertThat(page.textContent("main").contains(name)).isEqualTo(!chosen);
        });
    }

    @ParameterizedTest
    @CsvSource({"fr, true", "en, false"})
    void whatWasTypedOutlivesTheSession(String language, boolean scripts) {
        open(language, "milestones", scripts, page -> {
            page.fill("#f-m1-title", "Lettre « une »");
            page.context().clearCookies();
            send(page);
            isAccessible(page, scripts);
            page.fill("#login", TestPeople.LOGIN);
            page.fill("#password", "wrong");
            send(page);
            assertThat(page.locator("#e-in").isVisible()).isTrue();
            page.fill("#password", TestPeople.PASSWORD);
            send(page);
            assertThat(page.inputValue("#f-m1-title")).isEqualTo("Lettre « une »");
            assertThat(page.locator("input[name=password]").count()).isZero();
            isSaved(page);
            assertThat(page.getByRole(AriaRole.MAIN).textContent()).contains("Lettre");
        });
    }
}
