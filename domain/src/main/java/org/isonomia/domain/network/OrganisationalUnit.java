package org.isonomia.domain.network;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.Texts;

/**
 * A part of the organisation that works: a deputy directorate-general (DGA), a directorate, a service.
 *
 * @param code its code
 * @param name its name
 * @param kind which level
 * @param parent the unit it belongs to; never itself
 */
public record OrganisationalUnit(Code code, String name, Kind kind, Optional<Code> parent) implements DirectoryEntry {

    /** The level of a unit. */
    public enum Kind {
        /** Direction générale adjointe: a deputy directorate-general. */
        DGA,
        DIRECTION,
        SERVICE,
        OTHER
    }

    public OrganisationalUnit {
        requireNonNull(code, "code");
        Texts.checkTitle(name, "name");
        requireNonNull(kind, "kind");
        requireNonNull(parent, "parent");
        checkArgument(!parent.equals(Optional.of(code)), "a unit cannot be its own parent: %s", code);
    }

    @Override
    public String label() {
        return name;
    }

    @Override
    public Directory directory() {
        return Directory.UNITS;
    }
}
