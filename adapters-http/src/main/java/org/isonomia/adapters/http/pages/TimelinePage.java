package org.isonomia.adapters.http.pages;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.plan.Axis;
import org.isonomia.domain.plan.DeclaredStatus;

/**
 * The actions year by year. Places are thousandths of the width.
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
        ImmutableList<Integer> lines,
        Optional<Integer> today,
        ImmutableList<Group> groups) {

    /** The actions of an axis. */
    public record Group(Axis axis, ImmutableList<Row> rows) {}

    /**
     * An action.
     *
     * @param code its code
     * @param title its title
     * @param status its status
     * @param period when it is planned
     * @param start when it is to begin
     * @param end when it is to end
     * @param bar its bar; empty if no date is known
     * @param deadline where its next milestone is
     */
    public record Row(
            Code code,
            String title,
            DeclaredStatus status,
            Optional<String> period,
            Optional<String> start,
            Optional<String> end,
            Optional<Bar> bar,
            Optional<Integer> deadline) {}

    /**
     * A bar.
     *
     * @param x where it begins
     * @param width how long it is
     * @param open whether its end is not known
     */
    public record Bar(int x, int width, boolean open) {}
}
