package org.isonomia.domain.network;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.Texts;

/**
 * An authority that runs plans: a metropolis, a commune, a department. The tenant of the installation.
 *
 * @param id its identity
 * @param code its public name, unique in the installation
 * @param name its full name
 * @param kind what sort of authority
 * @param siren its SIREN number, if it has one
 * @param timeZone where its days begin and end: "late" is judged there
 * @param language the language of its texts, French or English
 */
public record Organisation(
        OrganisationId id, Code code, String name, Kind kind, Optional<Siren> siren, ZoneId timeZone, Locale language) {

    /** What sort of authority an organisation is. */
    public enum Kind {
        METROPOLIS,
        COMMUNE,
        INTERCOMMUNAL,
        DEPARTMENT,
        REGION,
        STATE,
        OTHER
    }

    public Organisation {
        requireNonNull(id, "id");
        requireNonNull(code, "code");
        Texts.checkTitle(name, "name");
        requireNonNull(kind, "kind");
        requireNonNull(siren, "siren");
        requireNonNull(timeZone, "timeZone");
        checkArgument(
                language.equals(Locale.FRENCH) || language.equals(Locale.ENGLISH),
                "language must be fr or en: %s",
                language);
    }
}
