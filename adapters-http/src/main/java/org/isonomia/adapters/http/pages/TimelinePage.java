package org.isonomia.adapters.http.pages;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.plan.Axis;
import org.isonomia.domain.plan.DeclaredStatus;

/**
 * The actions year by year. Places are shares of the width, as {@code 12.5%}.
 *
 * @param frame what is around it
 * @param links the addresses of the plan's pages
 * @param years the years, from the left
 * @param lines where the years begin
 * @param today where today is; empty if it is outside
 * @param groups the actions, axis by axis
 */
public record TimelinePage(
        Frame frame,
        Links links,
        ImmutableList<String> years,
        ImmutableList<String> lines,
        Optional<String> today,
        ImmutableList<Group> groups) {

    /** The actions of an axis. */
    public record Group(Axis axis, ImmutableList<Row> rows) {}

    /**
     * An action.
     *
     * @param code its code
     * @param title its title
     * @param status its status
     * @param dates when it is planned, and whether it comes again
     * @param bar its bar; empty if no date is known
     * @param marks its milestones
     */
    public record Row(
            Code code, String title, DeclaredStatus status, Dates dates, Optional<Bar> bar, ImmutableList<Mark> marks) {

        /** How many of its milestones stand so. */
        public long count(State state) {
            return marks.stream().filter(mark -> mark.state() == state).count();
        }
    }

    /**
     * When an action is planned, in words.
     *
     * @param period from when to when
     * @param start when it is to begin
     * @param end when it is to end
     * @param recurrence how often it comes again; empty if it does not
     */
    public record Dates(
            Optional<String> period, Optional<String> start, Optional<String> end, Optional<String> recurrence) {}

    /**
     * A bar.
     *
     * @param x where it begins
     * @param width how long it is
     * @param open whether one of its ends is not known
     */
    public record Bar(String x, String width, boolean open) {}

    /** How a milestone stands. */
    public enum State {
        DONE,
        DUE,
        LATE
    }

    /**
     * A milestone.
     *
     * @param title what is to be reached
     * @param state how it stands
     * @param when the day it was reached, else when it is due
     * @param x where it is; empty if it has no date, or one outside the years
     */
    public record Mark(String title, State state, Optional<String> when, Optional<String> x) {}
}
