package org.isonomia.domain.kernel;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A document that lies somewhere else: minutes, a study, a deliberation.
 *
 * @param title what it is
 * @param url where it is, http or https
 * @param date its date, if known
 */
public record DocumentLink(String title, URI url, Optional<LocalDate> date) {
    public DocumentLink {
        Texts.checkTitle(title, "title");
        Texts.checkLink(url);
        requireNonNull(date, "date");
    }
}
