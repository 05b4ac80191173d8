package org.isonomia.adapters.http.pages;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.isonomia.domain.plan.HealthRule;

/**
 * A page that belongs to no plan: the method, accessibility, legal notice, the API.
 *
 * @param frame what is around it
 * @param rule how health is judged
 * @param credit whose data the map was made from
 * @param plans the addresses of the plans, for the files they can be had as
 */
public record InfoPage(Frame frame, HealthRule rule, Optional<String> credit, ImmutableList<Plan> plans) {

    /** A plan and its addresses. */
    public record Plan(String title, String lang, Links links) {}
}
