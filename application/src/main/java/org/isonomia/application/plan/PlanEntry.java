package org.isonomia.application.plan;

import com.google.common.collect.ImmutableList;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.plan.Amendment;
import org.isonomia.domain.plan.Axes;
import org.isonomia.domain.plan.Engagement;
import org.isonomia.domain.plan.PlanContent;
import org.isonomia.domain.plan.PlanStatus;

/** The {@code plan} entry of a document; its content has no axes and no engagements, which stand beside it. */
record PlanEntry(Code code, PlanStatus status, PlanContent content, ImmutableList<Amendment> amendments) {

    PlanContent with(Axes axes, ImmutableList<Engagement> engagements) {
        return new PlanContent(
                content.profile(), content.deliberations(), content.governance(), content.means(), axes, engagements);
    }
}
