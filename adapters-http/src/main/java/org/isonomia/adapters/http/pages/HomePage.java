package org.isonomia.adapters.http.pages;

import com.google.common.collect.ImmutableList;
import org.isonomia.application.plan.PlanReading.Overview;

/**
 * The plans of the installation.
 *
 * @param frame what is around it
 * @param plans the plans
 */
public record HomePage(Frame frame, ImmutableList<Card> plans) {

    /**
     * A plan.
     *
     * @param links the addresses of its pages
     * @param seen how it stands
     * @param roots its axes that lie in no other
     */
    public record Card(Links links, Overview seen, ImmutableList<AxisFigures> roots) {

        /** The language the plan is written in. */
        public String lang() {
            return seen.organisation().language().getLanguage();
        }
    }
}
