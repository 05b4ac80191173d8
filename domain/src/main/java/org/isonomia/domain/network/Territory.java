package org.isonomia.domain.network;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.PartialPeriod;
import org.isonomia.domain.kernel.Texts;

/**
 * A place with an administration: a commune, a territory council, a metropolis.
 *
 * @param code its code; for a commune the INSEE code of the Code officiel géographique
 * @param name its name
 * @param kind what sort of territory
 * @param siren the SIREN number of its administration
 * @param population inhabitants, at least 0
 * @param memberOf the territories it lies in; never itself
 * @param valid when it exists; the end is its last day, inclusive
 */
public record Territory(
        Code code,
        String name,
        Kind kind,
        Optional<Siren> siren,
        OptionalLong population,
        ImmutableSet<Code> memberOf,
        PartialPeriod valid)
        implements DirectoryEntry {

    /** What sort of territory it is. */
    public enum Kind {
        COMMUNE,
        /** Conseil de territoire: a division of a metropolis, abolished for Aix-Marseille-Provence on 1 July 2022. */
        TERRITORY_COUNCIL,
        METROPOLIS,
        INTERCOMMUNAL,
        DEPARTMENT,
        REGION,
        OTHER
    }

    public Territory {
        requireNonNull(code, "code");
        Texts.checkTitle(name, "name");
        requireNonNull(kind, "kind");
        requireNonNull(siren, "siren");
        requireNonNull(population, "population");
        checkArgument(population.orElse(0) >= 0, "population must be ≥ 0: %s", population);
        requireNonNull(memberOf, "memberOf");
        checkArgument(!memberOf.contains(code), "a territory cannot lie in itself: %s", code);
        requireNonNull(valid, "valid");
    }

    /** Whether the territory exists on a day; unknown ends are open. */
    public boolean existsOn(LocalDate day) {
        return valid.firstDay().map(first -> !day.isBefore(first)).orElse(true)
                && valid.lastDay().map(last -> !day.isAfter(last)).orElse(true);
    }

    @Override
    public String label() {
        return name;
    }

    @Override
    public Directory directory() {
        return Directory.TERRITORIES;
    }
}
