package org.isonomia.domain.access;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.isonomia.domain.kernel.Code;

/**
 * What somebody sees of an organisation's actions: those of certain visibilities, and those within reach whatever their
 * visibility. Lists and figures are made of what is seen only.
 *
 * @param visibilities what is seen everywhere; always includes {@link Visibility#PUBLIC}
 * @param within where everything is seen
 */
public record Sight(ImmutableSet<Visibility> visibilities, Reach within) {

    /** What everybody sees. */
    public static final Sight PUBLIC = new Sight(ImmutableSet.of(Visibility.PUBLIC), Reach.NOTHING);

    /** Everything is seen. */
    public static final Sight EVERYTHING = new Sight(ImmutableSet.copyOf(Visibility.values()), Reach.EVERYTHING);

    public Sight {
        requireNonNull(visibilities, "visibilities");
        requireNonNull(within, "within");
    }

    /**
     * Whether something of an action is seen: the action itself, or one of its fields.
     *
     * @param visibility its visibility
     * @param lead the function that leads the action
     * @param contributing the units that contribute, and the one of the function that leads it
     */
    public boolean sees(Visibility visibility, Optional<Code> lead, ImmutableSet<Code> contributing) {
        return visibilities.contains(visibility) || within.covers(lead, contributing);
    }

    /** Whether everything is seen. */
    public boolean isComplete() {
        return within.everything() || visibilities.size() == Visibility.values().length;
    }
}
