package org.isonomia.domain.plan;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.isonomia.domain.kernel.Code;

/**
 * The progress of an axis or of a whole plan, by the rule of {@link Progress}.
 *
 * @param progress Σwp/Σw over the actions that count; empty if none does
 * @param counted how many actions count
 * @param abandoned how many were abandoned and do not count
 */
public record AxisProgress(Optional<Progress> progress, int counted, int abandoned) {

    /** An axis without actions. */
    public static final AxisProgress EMPTY = new AxisProgress(Optional.empty(), 0, 0);

    public AxisProgress {
        requireNonNull(progress, "progress");
    }

    /**
     * The parts of a weighted mean, which add up.
     *
     * @param weighted Σwp over the actions that count
     * @param weights Σw over them
     * @param counted how many count
     * @param abandoned how many do not
     */
    public record Sum(BigDecimal weighted, long weights, int counted, int abandoned) {

        /** The sum of nothing. */
        public static final Sum ZERO = new Sum(BigDecimal.ZERO, 0, 0, 0);

        public Sum {
            requireNonNull(weighted, "weighted");
        }

        /** What one action adds. */
        public static Sum of(DeclaredStatus status, int weight, Progress progress) {
            return status == DeclaredStatus.ABANDONED
                    ? new Sum(BigDecimal.ZERO, 0, 0, 1)
                    : new Sum(progress.ratio().multiply(BigDecimal.valueOf(weight)), weight, 1, 0);
        }

        /** Two sums taken together. */
        public Sum plus(Sum other) {
            return new Sum(
                    weighted.add(other.weighted),
                    weights + other.weights,
                    counted + other.counted,
                    abandoned + other.abandoned);
        }

        /** The progress these parts make. */
        public AxisProgress toProgress() {
            return new AxisProgress(Progress.of(weighted, BigDecimal.valueOf(weights)), counted, abandoned);
        }
    }

    /** The progress of each axis of a plan with these actions. */
    public static ImmutableMap<Code, AxisProgress> of(Axes axes, Iterable<Action> actions) {
        Map<Code, Sum> own = new HashMap<>();
        for (Action action : actions) {
            own.merge(
                    action.axis(),
                    Sum.of(action.status(), action.content().profile().weight(), action.progress()),
                    Sum::plus);
        }
        ImmutableMap.Builder<Code, AxisProgress> result = ImmutableMap.builder();
        axes.rollUp(own, Sum.ZERO, Sum::plus).forEach((code, sum) -> result.put(code, sum.toProgress()));
        return result.buildOrThrow();
    }
}
