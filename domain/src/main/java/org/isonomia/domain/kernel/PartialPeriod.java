package org.isonomia.domain.kernel;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A span between two dates as people gave them; either may be unknown. Both ends are inclusive: a period that ends in
 * {@code 2026-03} includes 31 March.
 *
 * @param start the first moment, if known
 * @param end the last moment, if known; not before the start
 */
public record PartialPeriod(Optional<PartialDate> start, Optional<PartialDate> end) {

    /** The period of which nothing is known. */
    public static final PartialPeriod UNKNOWN = new PartialPeriod(Optional.empty(), Optional.empty());

    public PartialPeriod {
        requireNonNull(start, "start");
        requireNonNull(end, "end");
        checkArgument(
                start.isEmpty()
                        || end.isEmpty()
                        || !end.get().lastDay().isBefore(start.get().firstDay()),
                "end must not be before start: %s to %s",
                start,
                end);
    }

    /** A period with both ends known. */
    public static PartialPeriod of(PartialDate start, PartialDate end) {
        return new PartialPeriod(Optional.of(start), Optional.of(end));
    }

    /** Whether neither end is known. */
    public boolean isUnknown() {
        return start.isEmpty() && end.isEmpty();
    }

    /** The first day, if the start is known. */
    public Optional<LocalDate> firstDay() {
        return start.map(PartialDate::firstDay);
    }

    /** The last day, inclusive, if the end is known. */
    public Optional<LocalDate> lastDay() {
        return end.map(PartialDate::lastDay);
    }
}
