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
     * @param contributing the units that contribute; that of the function that leads it counts through {@link #withPeople}
     */
    public boolean sees(Visibility visibility, Optional<Code> lead, ImmutableSet<Code> contributing) {
        return visibilities.contains(visibility) || within.covers(lead, contributing);
    }

    /** Whether something is seen that belongs to no action: a plan. */
    public boolean sees(Visibility visibility) {
        return visibilities.contains(visibility) || within.everything();
    }

    /** Whether what the functions of certain units lead is seen, which {@link #withPeople} has to name. */
    public boolean reachesByUnit() {
        return !isComplete() && !within.units().isEmpty();
    }

    /** The same, seeing as well whatever these functions lead. */
    public Sight withPeople(ImmutableSet<Code> functions) {
        return new Sight(visibilities, within.leading(functions));
    }

    /** Whether everything is seen. */
    public boolean isComplete() {
        return within.everything() || visibilities.size() == Visibility.values().length;
    }
}
