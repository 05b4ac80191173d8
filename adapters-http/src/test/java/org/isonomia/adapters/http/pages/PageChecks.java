package org.isonomia.adapters.http.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What holds for every page. */
final class PageChecks {

    private PageChecks() {}

    static void wellMade(Document page, String lang) {
        assertThat(page.select("html").attr("lang")).isEqualTo(lang);
        assertThat(page.title()).endsWith("— Isonomia").isNotEqualTo("— Isonomia");
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("main")).hasSize(1);
        assertThat(page.select("[style], style, script")).isEmpty();
        assertThat(page.select("*").stream().flatMap(e -> e.attributes().asList().stream()))
                .noneMatch(attribute -> attribute.getKey().startsWith("on"));
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        for (Element input : page.select("input:not([type=hidden]), select, textarea")) {
            assertThat(page.select("label[for=\"" + input.id() + "\"]"))
                    .as(input.outerHtml())
                    .hasSize(1);
        }
        for (Element use : page.select("use")) {
            assertThat(page.select("symbol" + use.attr("href")))
                    .as(use.outerHtml())
                    .hasSize(1);
        }
        for (Element pointing : page.select("[aria-labelledby], [aria-describedby]")) {
            for (String id : Splitter.on(' ')
                    .omitEmptyStrings()
                    .split(pointing.attr("aria-labelledby") + " " + pointing.attr("aria-describedby"))) {
                assertThat(page.getElementById(id)).as(id).isNotNull();
            }
        }
        assertThat(page.select("a[href]").eachAttr("href")).noneMatch(href -> href.isBlank() || href.equals("#"));
    }
}
