package org.isonomia.application.plan;

import com.google.common.collect.ImmutableList;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.plan.Action;
import org.isonomia.domain.plan.ActionContent;
import org.isonomia.domain.plan.ActionId;
import org.isonomia.domain.plan.PlanId;
import org.isonomia.domain.plan.StatusChange;

/** An action as documents hold it: everything but its identity and version. */
record ActionEntry(Code code, Code axis, ActionContent content, ImmutableList<StatusChange> statuses) {

    static ActionEntry of(Action action) {
        return new ActionEntry(action.code(), action.axis(), action.content(), action.statuses());
    }

    Action toAction(ActionId id, PlanId plan) {
        return Action.restore(new Action.Snapshot(id, plan, code, axis, content, statuses, 0));
    }

    Action over(Action stored) {
        return stored.moveTo(axis).revise(content).withHistory(statuses);
    }
}
