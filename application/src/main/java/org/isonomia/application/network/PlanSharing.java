package org.isonomia.application.network;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.OptionalInt;
import org.isonomia.application.spi.NotFoundException;
import org.isonomia.application.spi.StaleAggregateException;
import org.isonomia.domain.kernel.Code;
import org.isonomia.domain.kernel.RuleViolationException;
import org.isonomia.domain.network.Organisation;
import org.isonomia.domain.plan.Plan;
import org.isonomia.domain.plan.PlanShare.Field;
import org.isonomia.domain.plan.SharedPlan;

/**
 * What members of a network let it see of their plans. The network sees the shared fields as they are at any moment, and
 * nothing else; when a share ends, it sees nothing more with the next question.
 */
public interface PlanSharing {

    /**
     * With whom a plan is shared, by code.
     *
     * @throws NotFoundException if there is no such plan
     */
    PlanShares shares(Code organisation, Code plan);

    /**
     * What a network would see of a plan if these fields were shared.
     *
     * @throws NotFoundException if there is no such plan
     * @throws RuleViolationException if these fields cannot be shared
     */
    SharedPlan preview(Code organisation, Code plan, ImmutableSet<Field> fields);

    /**
     * Shares a plan with a network the organisation belongs to, or changes what is shared.
     *
     * @param expected the share's version, 0 if there is none; empty to change whatever is there
     * @return the version that is stored then
     * @throws NotFoundException if there is no such plan or organisation
     * @throws StaleAggregateException if the version is not the expected one
     * @throws RuleViolationException if the organisation does not belong to the network, or these fields cannot be shared
     */
    int share(Code organisation, Code plan, Code with, OptionalInt expected, ImmutableSet<Field> fields);

    /**
     * Ends a share.
     *
     * @param expected the share's version; empty to end whatever is there
     * @throws NotFoundException if there is no such plan, organisation or share
     * @throws StaleAggregateException if the version is not the expected one
     */
    void end(Code organisation, Code plan, Code with, OptionalInt expected);

    /**
     * What members share with an organisation, by the members' codes and the plans'.
     *
     * @throws NotFoundException if there is no such organisation
     */
    ImmutableList<Received> received(Code organisation);

    /**
     * One plan that is shared with an organisation.
     *
     * @throws NotFoundException if it is not, or there is no such organisation
     */
    Received received(Code organisation, Code from, Code plan);

    /**
     * A plan with whom it is shared.
     *
     * @param organisation whose plan
     * @param plan the plan
     * @param shares with whom
     * @param networks the organisations it can be shared with, by code
     */
    record PlanShares(
            Organisation organisation,
            Plan plan,
            ImmutableList<SharedWith> shares,
            ImmutableList<Organisation> networks) {
        public PlanShares {
            requireNonNull(organisation, "organisation");
            requireNonNull(plan, "plan");
            requireNonNull(shares, "shares");
            requireNonNull(networks, "networks");
        }
    }

    /**
     * What is shared with whom.
     *
     * @param with with whom
     * @param fields what
     * @param version how often this was put
     */
    record SharedWith(Organisation with, ImmutableSet<Field> fields, int version) {
        public SharedWith {
            requireNonNull(with, "with");
            requireNonNull(fields, "fields");
        }
    }

    /**
     * A plan that is shared with an organisation.
     *
     * @param from whose plan
     * @param plan what is seen of it
     */
    record Received(Organisation from, SharedPlan plan) {
        public Received {
            requireNonNull(from, "from");
            requireNonNull(plan, "plan");
        }
    }
}
