package org.isonomia.domain.plan;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import org.isonomia.domain.kernel.Code;

/**
 * For whom, where and about what an action is. Empty sets mean that the plan does not say.
 *
 * @param audiences the audiences, from the directory
 * @param territories the territories, from the directory
 * @param criteria the prohibited criteria (grounds), from the reference list
 * @param domains the domains of life, from the reference list
 */
public record ActionScope(
        ImmutableSet<Code> audiences,
        ImmutableSet<Code> territories,
        ImmutableSet<Code> criteria,
        ImmutableSet<Code> domains) {

    /** Nothing said. */
    public static final ActionScope UNSAID =
            new ActionScope(ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of());

    public ActionScope {
        requireNonNull(audiences, "audiences");
        requireNonNull(territories, "territories");
        requireNonNull(criteria, "criteria");
        requireNonNull(domains, "domains");
    }
}
