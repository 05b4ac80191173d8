package org.isonomia.domain.plan;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * How far something has come, from 0 (nothing done) to 1 (all done).
 *
 * <p>An action's progress is the share of its milestones' weight that is done; without milestones it is 1 if the action is
 * declared completed, else 0. An axis's is the weighted mean Σwp/Σw over its actions, those of the axes inside it
 * included; abandoned actions leave the sum and are counted beside it; without any action left there is no progress,
 * which is not 0.
 *
 * <p>Kept to 6 decimals, rounded half up, so that equal progress is equal.
 *
 * @param ratio 0 to 1
 */
public record Progress(BigDecimal ratio) implements Comparable<Progress> {

    /** The decimals that are kept. */
    public static final int SCALE = 6;

    /** Nothing done. */
    public static final Progress NOTHING = new Progress(BigDecimal.ZERO);

    /** All done. */
    public static final Progress ALL = new Progress(BigDecimal.ONE);

    public Progress {
        requireNonNull(ratio, "ratio");
        checkArgument(
                ratio.signum() >= 0 && ratio.compareTo(BigDecimal.ONE) <= 0, "progress must be 0 to 1: %s", ratio);
        ratio = ratio.setScale(SCALE, RoundingMode.HALF_UP);
    }

    /** The progress of an action with this status and these milestones. */
    public static Progress of(DeclaredStatus status, List<Milestone> milestones) {
        if (milestones.isEmpty()) {
            return status == DeclaredStatus.COMPLETED ? ALL : NOTHING;
        }
        long total = 0;
        long done = 0;
        for (Milestone milestone : milestones) {
            total += milestone.weight();
            done += milestone.done().isPresent() ? milestone.weight() : 0;
        }
        return of(BigDecimal.valueOf(done), BigDecimal.valueOf(total)).orElseThrow();
    }

    /**
     * A part of a whole.
     *
     * @param part 0 to {@code whole}
     * @param whole at least 0
     * @return the progress; empty if the whole is 0
     */
    public static Optional<Progress> of(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? Optional.empty()
                : Optional.of(new Progress(part.divide(whole, SCALE, RoundingMode.HALF_UP)));
    }

    /** The share in whole percent, rounded down, so that 100 means that nothing is left. */
    public int percent() {
        return ratio.movePointRight(2).setScale(0, RoundingMode.DOWN).intValueExact();
    }

    @Override
    public int compareTo(Progress other) {
        return ratio.compareTo(other.ratio);
    }
}
