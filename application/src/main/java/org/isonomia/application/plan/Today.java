package org.isonomia.application.plan;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.time.LocalDate;
import org.isonomia.domain.network.Organisation;

/**
 * Which day it is for an organisation: days begin at midnight in its own time zone.
 *
 * @param clock where the time comes from
 */
public record Today(InstantSource clock) {
    public Today {
        requireNonNull(clock, "clock");
    }

    /** The day it is where the organisation is. */
    public LocalDate in(Organisation organisation) {
        return LocalDate.ofInstant(clock.instant(), organisation.timeZone());
    }
}
