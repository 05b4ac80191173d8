package org.isonomia.adapters.http.pages;

import java.util.Optional;

/**
 * A step on the way to a page.
 *
 * @param label what it is called
 * @param href its address; empty for the page itself
 */
public record Crumb(String label, Optional<String> href) {

    static Crumb to(String label, String href) {
        return new Crumb(label, Optional.of(href));
    }

    static Crumb here(String label) {
        return new Crumb(label, Optional.empty());
    }
}
