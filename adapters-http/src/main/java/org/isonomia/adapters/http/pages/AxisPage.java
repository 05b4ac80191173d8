package org.isonomia.adapters.http.pages;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.isonomia.application.plan.PlanReading.ListedAction;
import org.isonomia.domain.plan.Axis;

/**
 * An axis.
 *
 * @param frame what is around it
 * @param links the addresses of the plan's pages
 * @param axis the axis
 * @param children the axes that lie in it
 * @param actions its actions
 * @param previous the axis before it
 * @param next the axis after it
 */
public record AxisPage(
        Frame frame,
        Links links,
        AxisFigures axis,
        ImmutableList<AxisFigures> children,
        ImmutableList<ListedAction> actions,
        Optional<Axis> previous,
        Optional<Axis> next) {

    /** The columns of the table of actions. */
    public List<Heading> headings() {
        return ActionsPage.plainHeadings(frame.words());
    }

    /** A text line by line. */
    public List<String> lines(String text) {
        return Splitter.on('\n').trimResults().omitEmptyStrings().splitToList(text);
    }
}
