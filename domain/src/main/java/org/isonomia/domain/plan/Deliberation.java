package org.isonomia.domain.plan;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import org.isonomia.domain.kernel.Texts;

/**
 * A resolution of the authority's assembly.
 *
 * @param reference its number, as the authority writes it
 * @param date the day of the vote, if known
 * @param title its title
 * @param url where it can be read, http or https
 */
public record Deliberation(String reference, Optional<LocalDate> date, Optional<String> title, Optional<URI> url) {
    public Deliberation {
        Texts.checkTitle(reference, "reference");
        requireNonNull(date, "date");
        Texts.checkTitle(title, "title");
        requireNonNull(url, "url");
        url.ifPresent(Texts::checkLink);
    }
}
