package org.isonomia.domain.plan;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.isonomia.domain.kernel.Code;

/**
 * Who carries an action. Administrative lead, political sponsor, contributing units and partners are different roles.
 *
 * @param lead the function that leads it, from the directory of people
 * @param sponsor the elected function that sponsors it, from the directory of people
 * @param units the units that contribute
 * @param partners the partners that take part
 */
public record ActionRoles(
        Optional<Code> lead, Optional<Code> sponsor, ImmutableSet<Code> units, ImmutableSet<Code> partners) {

    /** Nobody named. */
    public static final ActionRoles NONE =
            new ActionRoles(Optional.empty(), Optional.empty(), ImmutableSet.of(), ImmutableSet.of());

    public ActionRoles {
        requireNonNull(lead, "lead");
        requireNonNull(sponsor, "sponsor");
        requireNonNull(units, "units");
        requireNonNull(partners, "partners");
    }
}
