package org.isonomia.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** The browser and axe work, and axe finds what is wrong; otherwise every page would pass. */
class ChromiumIT {

    @Test
    void axeFindsAnImageWithoutATextInARealBrowser() {
        try (Chromium chromium = Chromium.start();
                Page page = chromium.browser().newPage()) {
            page.setContent("<!doctype html><html lang=fr><title>Essai</title><main><h1>Essai</h1><img src=''></main>");

            assertThat(new AxeBuilder(page).analyze().getViolations())
                    .extracting(Rule::getId)
                    .containsExactly("image-alt");
        }
    }
}
